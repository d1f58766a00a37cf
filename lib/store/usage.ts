import type { InstantRange, UsageQuestion } from "@/lib/domain/billable-usage";
import { type Decimal, decimal, ZERO } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import type { Meter } from "@/lib/domain/meter";
import type { UsageBreakdown, UsageQuery } from "@/lib/domain/usage-query";
import { namesOfCustomer, namesOfCustomers } from "./event-customers";
import { readRows } from "./event-store";
import { readBreakdown } from "./usage-breakdown";
import { aggregateOf, groupKeyColumns, meterCondition, readColumns, SqlParameters } from "./usage-sql";

/**
 * The one way in which billing reads usage. Answers every question, in order; a meter without events is 0.
 * Throws `SERVICE_UNAVAILABLE` when the events cannot be read, so that nobody is billed for less than they used; also when
 * `giveUp` aborts before they are.
 */
export type UsageSource = {
  meterValues(tenant: Tenant, questions: readonly UsageQuestion[], giveUp?: AbortSignal): Promise<Decimal[]>;
};

/**
 * The one way in which usage is shown. Refuses more rows than `USAGE_ROWS_MAX` with `tooManyRows`.
 * Throws `SERVICE_UNAVAILABLE` when the events cannot be read.
 */
export type UsageReports = {
  breakdown(tenant: Tenant, query: UsageQuery): Promise<UsageBreakdown>;
  /** The value of each of these meters over all events of a customer, whatever contract they name, in the order of the meters. */
  customerValues(
    tenant: Tenant,
    customerId: string,
    range: InstantRange,
    meters: readonly Meter[],
  ): Promise<readonly Decimal[]>;
};

/** The usage events of the event store, the latest version of each. */
export const storedUsage: UsageSource & UsageReports = {
  meterValues: async (tenant, questions, giveUp) => {
    const values = new Map<number, Decimal>();
    const names = await namesOfCustomers(tenant, [...new Set(questions.map(({ customerId }) => customerId))]);
    for (const asked of byMeter(questions)) {
      for (let from = 0; from < asked.length; from += QUESTIONS_AT_ONCE) {
        const some = asked.slice(from, from + QUESTIONS_AT_ONCE);
        const terms = some.flatMap(([place, question]) => termsOf(place, question, names.get(question.customerId)));
        for (const [place, value] of await readTerms(tenant, some[0]?.[1].meter ?? null, terms, giveUp))
          values.set(place, value);
      }
    }
    return questions.map((_, place) => values.get(place) ?? ZERO);
  },

  breakdown: readBreakdown,

  customerValues: async (tenant, customerId, range, meters) => {
    const names = await namesOfCustomer(tenant, customerId);
    return Promise.all(meters.map((meter) => readCustomerValue(tenant, names, range, meter)));
  },
};

/** Questions about one meter are answered by one look at the events. */
const QUESTIONS_AT_ONCE = 500;

type Placed = readonly [place: number, question: UsageQuestion];

/** Where an event counts for a question: named so, with this contract or with none, in this range. */
type Term = { readonly place: number; readonly name: string; readonly contract: string; readonly range: InstantRange };

function byMeter(questions: readonly UsageQuestion[]): readonly Placed[][] {
  const groups = new Map<string, Placed[]>();
  questions.forEach((question, place) => {
    const group = groups.get(question.meter.id) ?? [];
    group.push([place, question]);
    groups.set(question.meter.id, group);
  });
  return [...groups.values()];
}

function termsOf(place: number, question: UsageQuestion, names: readonly string[] = []): Term[] {
  const { contractId, period, unnamedIn } = question;
  return names.flatMap((name) => [
    { place, name, contract: contractId, range: period },
    ...unnamedIn.map((range) => ({ place, name, contract: "", range })),
  ]);
}

type ValueRow = { readonly place: number; readonly value: string };

async function readTerms(
  tenant: Tenant,
  meter: Meter | null,
  terms: readonly Term[],
  giveUp: AbortSignal | undefined,
): Promise<readonly (readonly [number, Decimal])[]> {
  const parameters = new SqlParameters();
  const keys = groupKeyColumns(parameters, meter);
  const instants = (side: keyof InstantRange) =>
    parameters.bind(
      "Array(Int64)",
      terms.map(({ range }) => range[side].getTime()),
    );
  const columns = ["customer", "contract_id", "timestamp", "version", ...readColumns(parameters, meter), ...keys];
  const keyNames = keys.map((_, at) => `, key${at}`).join("");
  const rows = await readRows<ValueRow>(
    tenant.environment,
    `SELECT place, toString(sum(value)) AS value FROM (
       SELECT place, ${aggregateOf(meter)} AS value FROM (
         SELECT ${columns.join(", ")} FROM usage_events FINAL
         WHERE organization_id = ${parameters.bind("UUID", tenant.organizationId)}
           AND ${parameters.within(spanOf(terms))}
           AND customer IN ${parameters.texts([...new Set(terms.map(({ name }) => name))])}
           AND ${meterCondition(parameters, meter)}
       ) AS events
       INNER JOIN (
         SELECT arrayJoin(arrayZip(${parameters.bind(
           "Array(UInt32)",
           terms.map(({ place }) => place),
         )},
           ${parameters.texts(terms.map(({ name }) => name))}, ${parameters.texts(terms.map(({ contract }) => contract))},
           ${instants("start")}, ${instants("end")})) AS term,
           term.1 AS place, term.2 AS customer, term.3 AS contract_id,
           fromUnixTimestamp64Milli(term.4, 'UTC') AS starts, fromUnixTimestamp64Milli(term.5, 'UTC') AS ends
       ) AS terms ON events.customer = terms.customer AND events.contract_id = terms.contract_id
       WHERE timestamp >= starts AND timestamp < ends
       GROUP BY place${keyNames}
     ) GROUP BY place`,
    parameters.values,
    giveUp,
  );
  return rows.map(({ place, value }) => [place, decimal(value)]);
}

const spanOf = (terms: readonly Term[]): InstantRange => ({
  start: new Date(Math.min(...terms.map(({ range }) => range.start.getTime()))),
  end: new Date(Math.max(...terms.map(({ range }) => range.end.getTime()))),
});

async function readCustomerValue(
  tenant: Tenant,
  names: readonly string[],
  range: InstantRange,
  meter: Meter,
): Promise<Decimal> {
  const parameters = new SqlParameters();
  const keys = groupKeyColumns(parameters, meter);
  const columns = ["timestamp", "version", ...readColumns(parameters, meter), ...keys];
  const [row] = await readRows<{ value: string }>(
    tenant.environment,
    `SELECT toString(sum(value)) AS value FROM (
       SELECT ${aggregateOf(meter)} AS value FROM (
         SELECT ${columns.join(", ")} FROM usage_events FINAL
         WHERE organization_id = ${parameters.bind("UUID", tenant.organizationId)} AND ${parameters.within(range)}
           AND customer IN ${parameters.texts(names)} AND ${meterCondition(parameters, meter)}
       ) ${keys.length === 0 ? "" : `GROUP BY ${keys.map((_, at) => `key${at}`).join(", ")}`}
     )`,
    parameters.values,
  );
  return decimal(row?.value ?? "0");
}

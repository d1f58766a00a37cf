import { decimal } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import {
  GROUP_BY_CUSTOMER,
  GROUP_BY_EVENT_NAME,
  NO_USAGE,
  tooManyRows,
  USAGE_ROWS_MAX,
  type UsageBreakdown,
  type UsageFigure,
  type UsageQuery,
  type UsageSubject,
  type UsageWindow,
} from "@/lib/domain/usage-query";
import { namesOfCustomer, namesOfExternalCustomer, shownCustomers } from "./event-customers";
import { readRows } from "./event-store";
import { aggregateOf, groupKeyColumns, isAdditive, meterCondition, readColumns, SqlParameters } from "./usage-sql";

const WINDOW_START: Readonly<Record<UsageWindow, string>> = {
  HOUR: "hour",
  DAY: "toStartOfDay(hour)",
  MONTH: "toDateTime(toStartOfMonth(hour), 'UTC')",
};

type BreakdownRow = {
  readonly starts: number;
  readonly grouped: readonly string[];
  readonly is_total: number;
  readonly events: number;
  readonly value: string;
};

/** Usage by window and group, read in one look at the events. */
export async function readBreakdown(tenant: Tenant, query: UsageQuery): Promise<UsageBreakdown> {
  const found = await readRows<BreakdownRow>(tenant.environment, ...(await breakdownSql(tenant, query)));
  const rows = found.filter(({ is_total }) => is_total === 0);
  if (rows.length > USAGE_ROWS_MAX) throw tooManyRows();
  const total = found.find(({ is_total }) => is_total === 1);
  return {
    total: total ? figureOf(total) : sumOf(rows.map(figureOf)),
    rows: rows.map((row) => ({ windowStart: new Date(row.starts * 1_000), group: row.grouped, ...figureOf(row) })),
  };
}

const figureOf = ({ events, value }: BreakdownRow): UsageFigure => ({ count: events, value: decimal(value) });

const sumOf = (figures: readonly UsageFigure[]): UsageFigure =>
  figures.reduce(
    (sum, { count, value }) => ({ count: sum.count + count, value: decimal(sum.value.plus(value)) }),
    NO_USAGE,
  );

async function breakdownSql(tenant: Tenant, query: UsageQuery): Promise<[string, Record<string, unknown>]> {
  const { meter, window, groupBy } = query;
  const parameters = new SqlParameters();
  const conditions = await conditionsOf(tenant, parameters, query);
  const keys = groupKeyColumns(parameters, meter);
  const groups = await Promise.all(
    groupBy.map(async (name, at) => `${await groupColumn(tenant, parameters, conditions, name)} AS group${at}`),
  );
  const columns = [`${WINDOW_START[window]} AS starts`, "timestamp", "version", ...readColumns(parameters, meter)];
  const ofWindow = ["starts", ...groups.map((_, at) => `group${at}`)];
  const ofMeter = keys.map((_, at) => `key${at}`);
  // Where parts do not add up to the whole, the whole is computed beside them.
  const grouping = isAdditive(meter)
    ? [...ofWindow, ...ofMeter].join(", ")
    : `GROUPING SETS ((${[...ofWindow, ...ofMeter].join(", ")}), (${ofMeter.join(", ")}))`;
  const grouped = `[${groups.map((_, at) => `toString(group${at})`).join(", ")}]`;
  const sql = `SELECT toUnixTimestamp(starts) AS starts, ${groups.length === 0 ? "[]" : grouped} AS grouped, is_total,
      sum(events) AS events, toString(sum(value)) AS value
    FROM (
      SELECT ${ofWindow.join(", ")}, ${isAdditive(meter) ? "0" : "grouping(starts)"} AS is_total,
        count() AS events, ${aggregateOf(meter)} AS value
      FROM (
        SELECT ${[...columns, ...groups, ...keys].join(", ")} FROM usage_events FINAL WHERE ${conditions.join(" AND ")}
      ) GROUP BY ${grouping}
    ) GROUP BY ${ofWindow.join(", ")}, is_total LIMIT ${USAGE_ROWS_MAX + 2}`;
  return [sql, parameters.values];
}

async function groupColumn(
  tenant: Tenant,
  parameters: SqlParameters,
  conditions: readonly string[],
  name: string,
): Promise<string> {
  if (name === GROUP_BY_EVENT_NAME) return "event_name";
  if (name !== GROUP_BY_CUSTOMER) return `properties[${parameters.text(name)}]`;
  const named = await readRows<{ customer: string }>(
    tenant.environment,
    `SELECT DISTINCT customer FROM usage_events FINAL WHERE ${conditions.join(" AND ")} LIMIT ${USAGE_ROWS_MAX + 1}`,
    parameters.values,
  );
  if (named.length > USAGE_ROWS_MAX) throw tooManyRows();
  const { names, shown } = await shownCustomers(
    tenant,
    named.map(({ customer }) => customer),
  );
  // A customer of an event that arrived meanwhile stands as it was sent.
  return `transform(toString(customer), ${parameters.texts(names)}, ${parameters.texts(shown)}, substring(customer, 2))`;
}

async function conditionsOf(tenant: Tenant, parameters: SqlParameters, query: UsageQuery): Promise<string[]> {
  const { meter, eventName, subject, range } = query;
  const conditions = [
    `organization_id = ${parameters.bind("UUID", tenant.organizationId)}`,
    parameters.within(range),
    meterCondition(parameters, meter),
  ];
  if (eventName !== null) conditions.push(`event_name = ${parameters.text(eventName)}`);
  if (subject.kind !== "everyone") conditions.push(await subjectCondition(tenant, parameters, subject));
  return conditions;
}

async function subjectCondition(
  tenant: Tenant,
  parameters: SqlParameters,
  subject: Exclude<UsageSubject, { kind: "everyone" }>,
): Promise<string> {
  const names =
    subject.kind === "external-customer"
      ? await namesOfExternalCustomer(tenant, subject.externalCustomerId)
      : await namesOfCustomer(tenant, subject.customerId);
  const isTheirs = `customer IN ${parameters.texts(names)}`;
  if (subject.kind !== "contract") return isTheirs;
  const unnamed = subject.unnamed.flatMap(({ meter, ranges }) =>
    ranges.map((range) => `(${parameters.within(range)} AND ${meterCondition(parameters, meter)})`),
  );
  const bills = [
    `contract_id = ${parameters.text(subject.contractId)}`,
    ...(unnamed.length === 0 ? [] : [`(contract_id = '' AND (${unnamed.join(" OR ")}))`]),
  ];
  return `${isTheirs} AND (${bills.join(" OR ")})`;
}

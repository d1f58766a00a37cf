import { z } from "zod";
import { EXTERNAL_CUSTOMER_ID_MAX } from "@/lib/domain/customer";
import { decimalText as textOf } from "@/lib/domain/decimal";
import type { FieldFault } from "@/lib/domain/errors";
import { AGGREGATION_TYPES } from "@/lib/domain/meter";
import { faultOfText, lengthInCodePoints } from "@/lib/domain/text";
import { PROPERTY_NAME_MAX } from "@/lib/domain/usage-event";
import {
  faultOfRange,
  GROUP_BY_CUSTOMER,
  GROUP_BY_EVENT_NAME,
  listedRows,
  USAGE_DAYS_MAX,
  USAGE_GROUPS_MAX,
  USAGE_WINDOWS,
  type UsageBreakdown,
  type UsageQuery,
} from "@/lib/domain/usage-query";
import { acrossFields, decimalText, instant, text, timeParameter, uuid } from "./fields";
import { oneOf } from "./paging";
import { eventName } from "./usage-events";

const groupBy = z
  .string()
  .transform((written, context) => {
    const names = written.split(",");
    const message = faultOfGroupNames(names);
    if (message !== null) context.issues.push({ code: "custom", message, input: written });
    return names;
  })
  .meta({
    description: `Up to ${USAGE_GROUPS_MAX} names of properties, comma separated. \`${GROUP_BY_EVENT_NAME}\` is the event's name, \`${GROUP_BY_CUSTOMER}\` its customer.`,
    examples: ["region"],
  });

export const usageQuery = acrossFields(
  z.strictObject({
    meterId: uuid.optional(),
    eventName: eventName.optional(),
    customerId: uuid.optional(),
    externalCustomerId: text({ min: 1, max: EXTERNAL_CUSTOMER_ID_MAX }).optional(),
    contractId: uuid.optional().meta({ description: "Only events that bill on this contract." }),
    start: timeParameter.optional().meta({ description: "Required without `contractId`." }),
    end: timeParameter.optional().meta({ description: "Exclusive. Required without `contractId`." }),
    window: z.enum(USAGE_WINDOWS).default("DAY"),
    groupBy: groupBy.optional(),
  }),
  (given) => [
    ...faultsOfChoice(given, ["meterId", "eventName"]),
    ...faultsOfChoice(given, ["customerId", "externalCustomerId", "contractId"]),
    ...faultsOfRange(given),
  ],
).meta({ examples: [{ start: "2026-02-01", end: "2026-03-01" }] });

export type UsageParameters = z.output<typeof usageQuery>;

const row = z.strictObject({
  date: instant.meta({ description: "The start of the window." }),
  group: z.record(z.string(), z.string()),
  count: z.int(),
  value: decimalText,
});

export const usageAnswer = oneOf(
  z
    .strictObject({
      organizationId: uuid,
      meterId: uuid.nullable(),
      eventName: z.string().nullable(),
      customerId: uuid.nullable(),
      externalCustomerId: z.string().nullable(),
      contractId: uuid.nullable(),
      aggregationType: z.enum(AGGREGATION_TYPES),
      start: instant,
      end: instant,
      window: z.enum(USAGE_WINDOWS),
      groupBy: z.array(z.string()),
      totalCount: z.int(),
      totalValue: decimalText,
      breakdown: z.array(row),
    })
    .meta({ id: "Usage" }),
);

export function usageJsonOf(
  organizationId: string,
  asked: UsageParameters,
  query: UsageQuery,
  { total, rows }: UsageBreakdown,
): z.input<typeof usageAnswer>["data"] {
  return {
    organizationId,
    meterId: asked.meterId ?? null,
    eventName: asked.eventName ?? null,
    customerId: asked.customerId ?? null,
    externalCustomerId: asked.externalCustomerId ?? null,
    contractId: asked.contractId ?? null,
    aggregationType: query.meter?.aggregationType ?? "COUNT",
    start: query.range.start.toISOString(),
    end: query.range.end.toISOString(),
    window: query.window,
    groupBy: [...query.groupBy],
    totalCount: total.count,
    totalValue: textOf(total.value),
    breakdown: listedRows(query, rows).map(({ windowStart, group, count, value }) => ({
      date: windowStart.toISOString(),
      // Own properties, whatever they are called.
      group: Object.fromEntries(query.groupBy.map((name, at) => [name, group[at] ?? ""])),
      count,
      value: textOf(value),
    })),
  };
}

/** The fault of naming more than one of these. */
export function faultsOfChoice(given: Readonly<Record<string, unknown>>, names: readonly string[]): FieldFault[] {
  const [first, ...others] = names.filter((name) => given[name] !== undefined);
  return others.map((name) => ({ path: [name], message: `cannot be combined with ${first}` }));
}

function faultsOfRange({ contractId, start, end }: Readonly<Record<string, unknown>>): FieldFault[] {
  if (start instanceof Date && end instanceof Date) {
    const fault = faultOfRange({ start, end }, USAGE_DAYS_MAX, "start");
    return fault === null ? [] : [{ path: ["end"], message: fault }];
  }
  if (contractId !== undefined) return [];
  const missing = Object.entries({ start, end }).filter(([, value]) => value === undefined);
  return missing.map(([name]) => ({ path: [name], message: "is required without contractId" }));
}

function faultOfGroupNames(names: readonly string[]): string | null {
  if (names.length > USAGE_GROUPS_MAX) return `must have at most ${USAGE_GROUPS_MAX} names`;
  const isNamed = (name: string) => name !== "" && lengthInCodePoints(name) <= PROPERTY_NAME_MAX;
  if (!names.every(isNamed)) return `must have names of 1 to ${PROPERTY_NAME_MAX} characters`;
  if (new Set(names).size < names.length) return "must not name a property twice";
  return faultOfText(names.join());
}

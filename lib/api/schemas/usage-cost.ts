import { z } from "zod";
import { EXTERNAL_CUSTOMER_ID_MAX } from "@/lib/domain/customer";
import type { FieldFault } from "@/lib/domain/errors";
import { ExactNumber } from "@/lib/domain/exact-number";
import {
  COST_EVENT_NAMES_MAX,
  COST_PROPERTY_FILTERS_MAX,
  type CostQuestion,
  type UsageCost,
} from "@/lib/domain/usage-cost";
import { creditRateCents, inCurrencyOrCredits, unitJsonOf } from "./amounts";
import { acrossFields, exactNumber, instant, text, timeParameter, uuid } from "./fields";
import { filterValue, propertyName } from "./meters";
import { faultsOfChoice } from "./usage";
import { eventName } from "./usage-events";

export const usageCostBody = acrossFields(
  z.strictObject({
    customerId: uuid.optional().meta({ description: "With `contractId` it must be the contract's customer." }),
    externalCustomerId: text({ min: 1, max: EXTERNAL_CUSTOMER_ID_MAX }).optional(),
    contractId: uuid.optional(),
    startDate: timeParameter.optional().meta({ description: "Absent: the contract's start." }),
    endDate: timeParameter.optional().meta({ description: "Exclusive. Absent: the contract's end, or now." }),
    eventNames: z
      .array(eventName)
      .min(1, "must have at least one name")
      .max(COST_EVENT_NAMES_MAX, `must have at most ${COST_EVENT_NAMES_MAX} names`)
      .optional(),
    propertyFilters: z
      .array(z.strictObject({ key: propertyName, value: filterValue }))
      .max(COST_PROPERTY_FILTERS_MAX, `must have at most ${COST_PROPERTY_FILTERS_MAX} filters`)
      .optional(),
    creditRateCents: creditRateCents.optional(),
  }),
  (given) => [...faultsOfSubject(given), ...faultsOfMissingRange(given)],
).meta({
  examples: [{ externalCustomerId: "cust_42", startDate: "2026-01-01", endDate: "2026-02-01" }],
});

export type UsageCostBody = z.output<typeof usageCostBody>;

export const usageCostAnswer = inCurrencyOrCredits({
  totalAmount: exactNumber,
  startDate: instant,
  endDate: instant,
  queriedAt: instant,
}).meta({ id: "UsageCost" });

export const costQuestionOf = (body: UsageCostBody): CostQuestion => ({
  customerId: body.customerId,
  externalCustomerId: body.externalCustomerId,
  contractId: body.contractId,
  startDate: body.startDate,
  endDate: body.endDate,
  filter: { eventNames: body.eventNames ?? null, properties: body.propertyFilters ?? [] },
  creditRateCents: body.creditRateCents === undefined ? null : BigInt(body.creditRateCents),
});

export const usageCostJsonOf = (
  { amount, currency, range }: UsageCost,
  body: UsageCostBody,
  now: Date,
): z.input<typeof usageCostAnswer> => ({
  totalAmount: new ExactNumber(amount),
  ...unitJsonOf(currency, body.creditRateCents),
  startDate: range.start.toISOString(),
  endDate: range.end.toISOString(),
  queriedAt: now.toISOString(),
});

/** Exactly one of the three; only a contract may be accompanied, by its customer. */
function faultsOfSubject(given: Readonly<Record<string, unknown>>): FieldFault[] {
  const names = ["customerId", "externalCustomerId", "contractId"];
  if (names.every((name) => given[name] === undefined))
    return [{ path: [], message: `must have exactly one of ${names.join(", ")}` }];
  return given.contractId === undefined
    ? faultsOfChoice(given, ["customerId", "externalCustomerId"])
    : faultsOfChoice(given, ["contractId", "externalCustomerId"]);
}

function faultsOfMissingRange({ contractId, ...given }: Readonly<Record<string, unknown>>): FieldFault[] {
  if (contractId !== undefined) return [];
  const missing = ["startDate", "endDate"].filter((name) => given[name] === undefined);
  return missing.map((name) => ({ path: [name], message: "is required without contractId" }));
}

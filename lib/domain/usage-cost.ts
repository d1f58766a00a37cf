// What stored usage comes to: each value rated from zero and rounded as a line of an invoice is, then added up.
import { earlier, type InstantRange, later } from "./billable-usage";
import { fromMinorUnits } from "./currency";
import { dayOf, startOfDay } from "./day";
import { DECIMAL_PLACES_MAX, type Decimal, decimal, divideHalfUp } from "./decimal";
import type { FilterValue, Meter } from "./meter";
import { matchesName } from "./metering";
import { type BillingSchedule, periodHolding, periodsOf } from "./period";
import type { Price } from "./pricing";
import { rateLine } from "./rating";

export const COST_DAYS_MAX = 1_100;
export const COST_EVENT_NAMES_MAX = 50;
export const COST_PROPERTY_FILTERS_MAX = 20;

/** Which events are priced, beside what their meter asks of them. */
export type CostFilter = {
  /** Null: of every name. */
  readonly eventNames: readonly string[] | null;
  /** All must hold. */
  readonly properties: readonly { readonly key: string; readonly value: FilterValue }[];
};

/** What is to be priced: a contract's usage, or that of one customer. */
export type CostQuestion = {
  /** With a contract it must be its owner. */
  readonly customerId?: string | undefined;
  readonly externalCustomerId?: string | undefined;
  readonly contractId?: string | undefined;
  /** Absent only with a contract: from its start, up to its end or now. */
  readonly startDate?: Date | undefined;
  readonly endDate?: Date | undefined;
  readonly filter: CostFilter;
  readonly creditRateCents: bigint | null;
};

export type UsageCost = { readonly amount: Decimal; readonly currency: string; readonly range: InstantRange };

/** The meter as it counts only events that the filter lets through; null when it counts none of these names. */
export function narrowed(meter: Meter, { eventNames, properties }: CostFilter): Meter | null {
  const names = eventNames?.filter((name) => matchesName(meter.eventTypeFilter, name)) ?? null;
  if (names?.length === 0) return null;
  return {
    ...meter,
    eventTypeFilter: names ? { include: names, exclude: [] } : meter.eventTypeFilter,
    propertyFilters: [
      ...meter.propertyFilters,
      ...properties.map(({ key, value }) => ({ name: key, include: [value] })),
    ],
  };
}

/** The range cut at the boundaries of the periods; what lies outside them is left out. */
export function slicesOf(schedule: BillingSchedule, range: InstantRange): InstantRange[] {
  const slices: InstantRange[] = [];
  if (range.end <= range.start) return slices;
  const first =
    range.start <= startOfDay(schedule.startDate) ? 0 : (periodHolding(schedule, dayOf(range.start))?.index ?? 0);
  for (const period of periodsOf(schedule, first)) {
    const [start, end] = [startOfDay(period.start), startOfDay(period.end)];
    if (start >= range.end) break;
    const slice = { start: later(start, range.start), end: earlier(end, range.end) };
    if (slice.start < slice.end) slices.push(slice);
  }
  return slices;
}

/** The sum in the minor unit, one rounding for each value. */
export const costCents = (
  values: readonly { readonly price: Price; readonly value: Decimal }[],
  currency: string,
): bigint => values.reduce((sum, { price, value }) => sum + rateLine(price, value, currency).totalAmountCents, 0n);

/** In major units, or in credits that are worth so many minor units each. */
export function costAmount(cents: bigint, currency: string, creditRateCents: bigint | null): Decimal {
  if (creditRateCents === null) return fromMinorUnits(cents, currency);
  return divideHalfUp(decimal(cents), decimal(creditRateCents), DECIMAL_PLACES_MAX);
}

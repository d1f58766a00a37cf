// Boundary k is the start date plus k intervals, always counted from the start date: a month's end that was clamped once
// does not stay clamped.
import { addDays, addMonths, type Day, type DayRange, daysBetween, daysIn, isInRange, monthsBetween } from "./day";
import { unreachable } from "./errors";
import type { BillingInterval } from "./pricing";

/** What the periods of a contract follow from. No end date is rolling. */
export type BillingSchedule = {
  readonly startDate: Day;
  /** First day no longer covered. */
  readonly endDate: Day | null;
  readonly billingInterval: BillingInterval;
};

/** A billing period, shortened where the schedule ends inside it. */
export type Period = DayRange & {
  /** Counts from 0. */
  readonly index: number;
  /** The end it would have without the schedule's own. */
  readonly fullEnd: Day;
};

/** The part of a full period that is billed: `days` of `of`. */
export type Proration = { readonly days: number; readonly of: number };

/** The day `k` intervals after the start date; a day that the month lacks becomes its last day. */
export function boundary(startDate: Day, { interval, count }: BillingInterval, k: number): Day {
  switch (interval) {
    case "WEEK":
      return addDays(startDate, k * count * 7);
    case "MONTH":
      return addMonths(startDate, k * count);
    case "YEAR":
      return addMonths(startDate, k * count * 12);
    default:
      return unreachable(interval);
  }
}

/** Period `index` of the schedule; null when the schedule ends at or before its start. */
export function periodAt(schedule: BillingSchedule, index: number): Period | null {
  const { startDate, endDate, billingInterval } = schedule;
  const start = boundary(startDate, billingInterval, index);
  if (index < 0 || (endDate !== null && endDate <= start)) return null;
  const fullEnd = boundary(startDate, billingInterval, index + 1);
  return { index, start, end: endDate !== null && endDate < fullEnd ? endDate : fullEnd, fullEnd };
}

/** The period that holds this day; null before the start date and from the end date on. */
export function periodHolding(schedule: BillingSchedule, day: Day): Period | null {
  const period = periodAt(schedule, indexFor(schedule, day));
  return period && isInRange(day, period) ? period : null;
}

/** The periods in order, from `firstIndex` on. Without an end date they never end: the caller stops. */
export function* periodsOf(schedule: BillingSchedule, firstIndex = 0): Generator<Period, void> {
  for (let index = firstIndex; ; index++) {
    const period = periodAt(schedule, index);
    if (!period) return;
    yield period;
  }
}

/** The fraction that recurring fixed lines of the period are multiplied by; null for a whole period. */
export function prorationOf({ start, end, fullEnd }: Period): Proration | null {
  return end === fullEnd ? null : { days: daysIn({ start, end }), of: daysIn({ start, end: fullEnd }) };
}

/** The index whose full period would hold the day; negative before the start date. */
function indexFor({ startDate, billingInterval }: BillingSchedule, day: Day): number {
  const { interval, count } = billingInterval;
  if (interval === "WEEK") return Math.floor(daysBetween(startDate, day) / (count * 7));
  const months = monthsBetween(startDate, day);
  const index = Math.floor(months / (interval === "YEAR" ? count * 12 : count));
  // In the boundary's own month the day may still belong to the period before.
  return boundary(startDate, billingInterval, index) > day ? index - 1 : index;
}

import { dayOf } from "./day";
import type { Invoice } from "./invoice";
import { type BillingSchedule, type Period, periodHolding, periodsOf } from "./period";

/** How many drafts of a fixed term exist at once, as long as the later ones have not begun. */
export const DRAFTS_MAX = 24;

/**
 * The periods that must have an invoice and have none, in order. Every period begun must; ahead of that a rolling contract has the
 * next one (before its start: the first two), a fixed term its later ones until there are enough drafts.
 */
export function missingPeriods(
  schedule: BillingSchedule,
  invoices: readonly Pick<Invoice, "periodIndex" | "status">[],
  now: Date,
): Period[] {
  const today = dayOf(now);
  const existing = new Set(invoices.map(({ periodIndex }) => periodIndex));
  const nextIndex = (periodHolding(schedule, today)?.index ?? 0) + 1;
  let drafts = invoices.filter(({ status }) => status === "Drafted").length;
  const missing: Period[] = [];
  for (const period of periodsOf(schedule)) {
    const isWanted = schedule.endDate === null ? period.index <= nextIndex : drafts < DRAFTS_MAX;
    if (period.start > today && !isWanted) break;
    if (existing.has(period.index)) continue;
    missing.push(period);
    drafts += 1;
  }
  return missing;
}

// Which span of time is shown, and in which windows. Everything is in the UTC calendar, as usage is counted.
import { addDays, addMonths, type Day, dayOf, daysBetween, startOfDay } from "@/lib/domain/day";
import type { UsageWindow } from "@/lib/domain/usage-query";

export const USAGE_RANGES = [
  { value: "24h", label: "Last 24 hours", window: "HOUR" },
  { value: "7d", label: "Last 7 days", window: "DAY" },
  { value: "30d", label: "Last 30 days", window: "DAY" },
  { value: "90d", label: "Last 90 days", window: "DAY" },
  { value: "12m", label: "Last 12 months", window: "MONTH" },
] as const satisfies readonly { value: string; label: string; window: UsageWindow }[];

type NamedRange = (typeof USAGE_RANGES)[number]["value"];

export type UsageRange =
  | { readonly kind: NamedRange }
  /** That of the contract. */
  | { readonly kind: "period" }
  /** Both days are part of it. */
  | { readonly kind: "days"; readonly from: Day; readonly to: Day };

const HOUR_MS = 3_600_000;
/** More bars than this cannot be told apart. */
const HOURLY_DAYS_MAX = 7;
const DAILY_DAYS_MAX = 100;

const DAYS = { "7d": 7, "30d": 30, "90d": 90 } as const;
const DAY = /^[2-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

type Written = { readonly range: string | null; readonly from: string | null; readonly to: string | null };

/** What the URL says; without a word, the contract's period or the last 30 days. */
export function usageRangeOf({ range, from, to }: Written, hasContract: boolean): UsageRange {
  if (range === "days" && isDay(from) && isDay(to) && from <= to) return { kind: "days", from, to };
  const named = USAGE_RANGES.find(({ value }) => value === range);
  if (named) return { kind: named.value };
  return hasContract ? { kind: "period" } : { kind: "30d" };
}

/** The same of a list, which without a word is not limited at all: null. */
export function listRangeOf(written: Written): UsageRange | null {
  const range = usageRangeOf(written, true);
  return range.kind === "period" ? null : range;
}

const isDay = (written: string | null): written is Day =>
  written !== null && DAY.test(written) && dayOf(startOfDay(written)) === written;

/** Whole windows up to the one that is now; nothing for a contract's period, which the API knows. */
export function spanOf(range: UsageRange, now: Date): { start?: string; end?: string } {
  if (range.kind === "period") return {};
  if (range.kind === "24h") {
    const end = (Math.floor(now.getTime() / HOUR_MS) + 1) * HOUR_MS;
    return { start: new Date(end - 24 * HOUR_MS).toISOString(), end: new Date(end).toISOString() };
  }
  const { from, to } = daysOf(range, dayOf(now));
  return { start: startOfDay(from).toISOString(), end: startOfDay(addDays(to, 1)).toISOString() };
}

/** First and last day of a range, for fields to begin with. */
export function daysOf(range: UsageRange, today: Day): { from: Day; to: Day } {
  if (range.kind === "days") return { from: range.from, to: range.to };
  if (range.kind === "12m") return { from: addMonths(`${today.slice(0, 8)}01`, -11), to: today };
  if (range.kind === "24h") return { from: addDays(today, -1), to: today };
  return { from: addDays(today, 1 - (range.kind === "period" ? DAYS["30d"] : DAYS[range.kind])), to: today };
}

/** The windows in which a range can be drawn, the usual one first. */
export function windowsOf(range: UsageRange): readonly [UsageWindow, ...UsageWindow[]] {
  if (range.kind === "24h") return ["HOUR"];
  if (range.kind === "7d") return ["DAY", "HOUR"];
  if (range.kind === "12m") return ["MONTH"];
  if (range.kind !== "days") return ["DAY", "MONTH"];
  const days = daysBetween(range.from, range.to) + 1;
  if (days === 1) return ["HOUR", "DAY"];
  if (days <= HOURLY_DAYS_MAX) return ["DAY", "HOUR"];
  return days <= DAILY_DAYS_MAX ? ["DAY", "MONTH"] : ["MONTH"];
}

export const WINDOW_WORDS = { HOUR: "Hour", DAY: "Day", MONTH: "Month" } as const satisfies Record<UsageWindow, string>;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** "22 Nov, 12:00", "22 Nov 2026", "Nov 2026": the window that begins then. */
export function windowLabel(date: string, window: UsageWindow): string {
  const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? "";
  const day = Number(date.slice(8, 10));
  if (window === "HOUR") return `${day} ${month}, ${date.slice(11, 16)}`;
  return window === "DAY" ? `${day} ${month} ${date.slice(0, 4)}` : `${month} ${date.slice(0, 4)}`;
}

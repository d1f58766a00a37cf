// Usage by windows of the UTC calendar. A window is told by its start; the first and the last hold only what lies in the range.
import type { InstantRange } from "./billable-usage";
import { type Decimal, ZERO } from "./decimal";
import { DomainError } from "./errors";
import type { Meter } from "./meter";

export const USAGE_WINDOWS = ["HOUR", "DAY", "MONTH"] as const;
export type UsageWindow = (typeof USAGE_WINDOWS)[number];

export const USAGE_DAYS_MAX = 400;
export const USAGE_ROWS_MAX = 10_000;
export const USAGE_GROUPS_MAX = 3;

/** What `groupBy` may name beside properties: the event's name, and its customer's id, or external id while that is unknown. */
export const GROUP_BY_EVENT_NAME = "@eventName";
export const GROUP_BY_CUSTOMER = "@customer";

/** Whose events. A known customer's count under every id that it has or had; an unknown id is matched literally. */
export type UsageSubject =
  | { readonly kind: "everyone" }
  | { readonly kind: "customer"; readonly customerId: string }
  | { readonly kind: "external-customer"; readonly externalCustomerId: string }
  | {
      readonly kind: "contract";
      readonly customerId: string;
      readonly contractId: string;
      /** Events that name no contract count where one of these meters takes them, in its ranges. */
      readonly unnamed: readonly UnnamedUsage[];
    };

export type UnnamedUsage = { readonly meter: Meter; readonly ranges: readonly InstantRange[] };

export type UsageQuery = {
  /** Null: events are counted. */
  readonly meter: Meter | null;
  /** Only events of this name; never together with a meter. */
  readonly eventName: string | null;
  readonly subject: UsageSubject;
  readonly range: InstantRange;
  readonly window: UsageWindow;
  /** Property names, or one of the names with an `@`. */
  readonly groupBy: readonly string[];
};

/** `count`: matching events. `value`: what the meter makes of them, or their number. */
export type UsageFigure = { readonly count: number; readonly value: Decimal };

/** `group` has the values of `groupBy` in its order; a missing property is the empty text. */
export type UsageRow = UsageFigure & { readonly windowStart: Date; readonly group: readonly string[] };

export type UsageBreakdown = {
  /** Over the whole range, not added up from the rows. */
  readonly total: UsageFigure;
  /** Only windows and groups with events. In any order. */
  readonly rows: readonly UsageRow[];
};

export const NO_USAGE: UsageFigure = { count: 0, value: ZERO };

/** The refusal of a breakdown of more than `USAGE_ROWS_MAX` rows. */
export const tooManyRows = (): DomainError =>
  new DomainError("VALIDATION_ERROR", "Narrow the range, the window or the grouping");

const DAY_MS = 86_400_000;

/** What is wrong with the end of a range whose start is called so; or null. */
export function faultOfRange({ start, end }: InstantRange, daysMax: number, startName: string): string | null {
  if (end <= start) return `must be after ${startName}`;
  const isTooLong = end.getTime() - start.getTime() > daysMax * DAY_MS;
  return isTooLong ? `must be at most ${daysMax} days after ${startName}` : null;
}

/** The rows as they are listed: by window, then by group. Without groups, windows without events are there too. */
export function listedRows({ range, window, groupBy }: UsageQuery, rows: readonly UsageRow[]): readonly UsageRow[] {
  if (groupBy.length > 0) return [...rows].sort(byWindowAndGroup);
  const byStart = new Map(rows.map((row) => [row.windowStart.getTime(), row]));
  return [...windowStarts(range, window)].map(
    (windowStart) => byStart.get(windowStart.getTime()) ?? { ...NO_USAGE, windowStart, group: [] },
  );
}

/** The start of every window that the range touches, in order. */
export function* windowStarts({ start, end }: InstantRange, window: UsageWindow): Generator<Date, void> {
  for (let at = windowStart(start, window); at < end; at = nextWindow(at, window)) yield at;
}

export function windowStart(instant: Date, window: UsageWindow): Date {
  const start = new Date(instant);
  start.setUTCMinutes(0, 0, 0);
  if (window !== "HOUR") start.setUTCHours(0);
  if (window === "MONTH") start.setUTCDate(1);
  return start;
}

function nextWindow(start: Date, window: UsageWindow): Date {
  const next = new Date(start);
  if (window === "HOUR") next.setUTCHours(next.getUTCHours() + 1);
  else if (window === "DAY") next.setUTCDate(next.getUTCDate() + 1);
  else next.setUTCMonth(next.getUTCMonth() + 1);
  return next;
}

function byWindowAndGroup(one: UsageRow, other: UsageRow): number {
  const windows = one.windowStart.getTime() - other.windowStart.getTime();
  if (windows !== 0) return windows;
  const at = one.group.findIndex((value, place) => value !== other.group[place]);
  if (at < 0) return 0;
  return (one.group[at] ?? "") < (other.group[at] ?? "") ? -1 : 1;
}

import type { Environment } from "@/lib/domain/environment";

type Instant = Date | string;
type Zone = { timeZone?: string };

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MONTH_MS = 30.44 * DAY_MS;
const YEAR_MS = 365.25 * DAY_MS;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** "5 minutes ago", "in 12 days", "just now". The past is rounded down, the future to the nearest unit. */
export function relativeTime(at: Instant, now: Date): string {
  const aheadMs = new Date(at).getTime() - now.getTime();
  if (aheadMs <= 0) return aheadMs > -MINUTE_MS ? "just now" : `${spell(-aheadMs, Math.floor)} ago`;
  return aheadMs < MINUTE_MS ? "in less than a minute" : `in ${spell(aheadMs, Math.round)}`;
}

/** Like `relativeTime`, but counts the seconds of the last minute: "4 seconds ago". */
export function relativeTimeToSecond(at: Instant, now: Date): string {
  const agoMs = now.getTime() - new Date(at).getTime();
  if (agoMs < SECOND_MS || agoMs >= MINUTE_MS) return relativeTime(at, now);
  return `${count(Math.floor(agoMs / SECOND_MS), "second")} ago`;
}

function spell(spanMs: number, round: (n: number) => number): string {
  const minutes = round(spanMs / MINUTE_MS);
  if (minutes < 60) return count(minutes, "minute");
  const hours = round(spanMs / HOUR_MS);
  if (hours < 24) return count(hours, "hour");
  const days = round(spanMs / DAY_MS);
  if (days < 100) return count(days, "day");
  const months = round(spanMs / MONTH_MS);
  if (months < 24) return count(months, "month");
  return count(round(spanMs / YEAR_MS), "year");
}

/** "1 key", "1,204 keys". */
export function count(amount: number, noun: string, plural = `${noun}s`): string {
  return `${formatNumber(amount)} ${amount === 1 ? noun : plural}`;
}

const NUMBER = new Intl.NumberFormat("en-US");

/** "12,402". */
export function formatNumber(amount: number): string {
  return NUMBER.format(amount);
}

/** The two largest units of a span: "23 h 58 min", "6 d 2 h", "40 s". */
export function duration(spanMs: number): string {
  const seconds = Math.max(0, Math.floor(spanMs / SECOND_MS));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return hours % 24 === 0 ? `${hours / 24} d` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** How long an answer took: "0.41 ms", "3.2 ms", "48 ms", "1,204 ms". */
export function milliseconds(spanMs: number): string {
  return `${spanMs < 1 ? spanMs.toFixed(2) : spanMs < 10 ? spanMs.toFixed(1) : formatNumber(Math.round(spanMs))} ms`;
}

/** "22 Nov 2026, 12:03:04 UTC+1", in the reader's time zone. */
export function exactTime(at: Instant, zone: Zone = {}): string {
  const part = parts(at, zone);
  return `${part.day} ${part.month} ${part.year}, ${part.time} ${part.offset}`;
}

/** "22 Nov 2026, 12:03:04.123 UTC+1", for records that are read as evidence. */
export function exactTimeMs(at: Instant, zone: Zone = {}): string {
  const part = parts(at, zone);
  return `${part.day} ${part.month} ${part.year}, ${part.time}.${part.millisecond} ${part.offset}`;
}

/** "12:03:04.123", for receipts. */
export function clockTimeMs(at: Instant, zone: Zone = {}): string {
  const part = parts(at, zone);
  return `${part.time}.${part.millisecond}`;
}

/** "12:03". */
export function clockTime(at: Instant, zone: Zone = {}): string {
  return parts(at, zone).time.slice(0, 5);
}

/** "Mon 23 Nov, 12:03". */
export function dayAndTime(at: Instant, zone: Zone = {}): string {
  const part = parts(at, zone);
  return `${part.weekday} ${part.day} ${part.month}, ${part.time.slice(0, 5)}`;
}

/** "22 Nov 2026". */
export function calendarDay(at: Instant, zone: Zone = {}): string {
  const part = parts(at, zone);
  return `${part.day} ${part.month} ${part.year}`;
}

/** "2026-11-22 11:03:04.123 UTC". */
export function utcTime(at: Instant): string {
  return new Date(at).toISOString().replace("T", " ").replace("Z", " UTC");
}

/** The environment's name where it stands alone: "Production". In sentences it is lower case. */
export function environmentName(environment: Environment): "Production" | "Sandbox" {
  return environment === "production" ? "Production" : "Sandbox";
}

const clocks = new Map<string | undefined, Intl.DateTimeFormat>();

function clockOf(timeZone: string | undefined): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone,
    weekday: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "shortOffset",
  });
  clocks.set(timeZone, clock);
  return clock;
}

function parts(at: Instant, { timeZone }: Zone) {
  const instant = new Date(at);
  const found = new Map(
    clockOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? "";
  return {
    weekday: part("weekday"),
    day: part("day"),
    month: MONTHS[Number(part("month")) - 1] ?? "",
    year: part("year"),
    time: `${part("hour")}:${part("minute")}:${part("second")}`,
    millisecond: String(instant.getUTCMilliseconds()).padStart(3, "0"),
    offset: part("timeZoneName").replace("GMT", "UTC"),
  };
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "@/lib/domain/decimal";
import {
  faultOfRange,
  listedRows,
  tooManyRows,
  USAGE_ROWS_MAX,
  USAGE_WINDOWS,
  type UsageQuery,
  type UsageRow,
  type UsageWindow,
  windowStart,
  windowStarts,
} from "@/lib/domain/usage-query";

const range = (start: string, end: string) => ({ start: new Date(start), end: new Date(end) });
const startsOf = (window: UsageWindow, start: string, end: string) =>
  [...windowStarts(range(start, end), window)].map((instant) => instant.toISOString());

describe("windows", () => {
  test("begin on the calendar's hour, day or month, also where the range begins inside one", () => {
    expect(startsOf("HOUR", "2026-02-27T10:59:59.999Z", "2026-02-27T12:00:00.001Z")).toEqual([
      "2026-02-27T10:00:00.000Z",
      "2026-02-27T11:00:00.000Z",
      "2026-02-27T12:00:00.000Z",
    ]);
    expect(startsOf("DAY", "2028-02-28T12:00:00Z", "2028-03-01T00:00:00Z")).toEqual([
      "2028-02-28T00:00:00.000Z",
      "2028-02-29T00:00:00.000Z",
    ]);
    expect(startsOf("MONTH", "2026-12-31T23:00:00Z", "2027-02-01T00:00:00.001Z")).toEqual([
      "2026-12-01T00:00:00.000Z",
      "2027-01-01T00:00:00.000Z",
      "2027-02-01T00:00:00.000Z",
    ]);
  });

  test("end where the range ends: a window that begins there is not in it", () => {
    expect(startsOf("DAY", "2026-02-27T00:00:00Z", "2026-02-28T00:00:00Z")).toEqual(["2026-02-27T00:00:00.000Z"]);
  });

  test("hold every instant of the range exactly once", () => {
    const instants = fc.integer({ min: Date.parse("2026-01-01"), max: Date.parse("2029-01-01") });
    fc.assert(
      fc.property(
        fc.constantFrom(...USAGE_WINDOWS),
        instants,
        fc.integer({ min: 1, max: 40 * 86_400_000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (window, startMs, lengthMs, share) => {
          const starts = [...windowStarts({ start: new Date(startMs), end: new Date(startMs + lengthMs) }, window)];
          const instant = new Date(startMs + Math.floor(lengthMs * share));
          const holding = starts.filter((start, at) => {
            const next = starts[at + 1];
            return start <= instant && (next === undefined || instant < next);
          });
          expect(holding).toEqual([windowStart(instant, window)]);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test("of an hour over 400 days are never too many to list", () => {
    const longest = range("2026-01-01T00:30:00Z", "2027-02-05T00:30:00Z");
    expect(faultOfRange(longest, 400, "start")).toBeNull();
    expect([...windowStarts(longest, "HOUR")].length).toBeLessThanOrEqual(USAGE_ROWS_MAX);
  });
});

test("a range ends after its start and within its limit", () => {
  const fault = (start: string, end: string) => faultOfRange(range(start, end), 400, "start");
  expect(fault("2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z")).toBe("must be after start");
  expect(fault("2026-01-01T00:00:00Z", "2025-01-01T00:00:00Z")).toBe("must be after start");
  expect(fault("2026-01-01T00:00:00Z", "2026-01-01T00:00:00.001Z")).toBeNull();
  expect(fault("2026-01-01T00:00:00Z", "2027-02-05T00:00:00Z")).toBeNull();
  expect(fault("2026-01-01T00:00:00Z", "2027-02-05T00:00:00.001Z")).toBe("must be at most 400 days after start");
});

const query = (groupBy: readonly string[]): UsageQuery => ({
  meter: null,
  eventName: null,
  subject: { kind: "everyone" },
  range: range("2026-02-26T00:00:00Z", "2026-03-01T00:00:00Z"),
  window: "DAY",
  groupBy,
});
const row = (day: string, count: number, ...group: string[]): UsageRow => ({
  windowStart: new Date(`${day}T00:00:00Z`),
  count,
  value: decimal(count),
  group,
});
const told = (rows: readonly UsageRow[]) =>
  rows.map(({ windowStart: at, group, count }) => [at.toISOString().slice(0, 10), ...group, count]);

test("without groups every window is listed, also those without events", () => {
  expect(told(listedRows(query([]), [row("2026-02-28", 2), row("2026-02-26", 1)]))).toEqual([
    ["2026-02-26", 1],
    ["2026-02-27", 0],
    ["2026-02-28", 2],
  ]);
});

test("with groups only those with events are, by window and then by the values of the groups", () => {
  const rows = [
    row("2026-02-28", 1, "eu", "b"),
    row("2026-02-27", 2, "us", ""),
    row("2026-02-28", 3, "eu", "a"),
    row("2026-02-28", 4, "", "z"),
  ];
  expect(told(listedRows(query(["region", "plan"]), rows))).toEqual([
    ["2026-02-27", "us", "", 2],
    ["2026-02-28", "", "z", 4],
    ["2026-02-28", "eu", "a", 3],
    ["2026-02-28", "eu", "b", 1],
  ]);
});

test("more rows than are listed are refused with what to do about it", () => {
  expect(tooManyRows()).toMatchObject({
    code: "VALIDATION_ERROR",
    message: "Narrow the range, the window or the grouping",
  });
});

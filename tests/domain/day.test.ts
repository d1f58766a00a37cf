import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, addMonths, dayOf, daysBetween, daysIn, isInRange, monthsBetween, startOfDay } from "@/lib/domain/day";

const days = fc
  .date({ min: new Date("1970-01-01T00:00:00Z"), max: new Date("2199-12-31T23:59:59Z"), noInvalidDate: true })
  .map(dayOf);

/** The calendar's own rule, without a Date. */
function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

test("a day holds its instants from the first millisecond to the last", () => {
  expect(dayOf(new Date("2026-02-27T00:00:00.000Z"))).toBe("2026-02-27");
  expect(dayOf(new Date("2026-02-27T23:59:59.999Z"))).toBe("2026-02-27");
  expect(dayOf(new Date("2026-02-28T00:00:00.000Z"))).toBe("2026-02-28");
  expect(startOfDay("2026-02-27").toISOString()).toBe("2026-02-27T00:00:00.000Z");
});

test("days step over months, leap days and years", () => {
  expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(addDays("0099-12-31", 1)).toBe("0100-01-01");
});

test("adding days and counting them are each other's inverse", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (day, step) => {
      const other = addDays(day, step);
      expect(daysBetween(day, other)).toBe(step);
      expect(step > 0).toBe(other > day);
    }),
    { numRuns: 10_000 },
  );
});

test("adding months keeps the day, or takes the last one that the month has", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -1_200, max: 1_200 }), (day, step) => {
      const other = addMonths(day, step);
      const [year = 0, month = 0, date = 0] = other.split("-").map(Number);
      expect(date).toBe(Math.min(Number(day.slice(8)), daysInMonth(year, month)));
      expect(monthsBetween(day, other)).toBe(step);
    }),
    { numRuns: 10_000 },
  );
});

test("a range holds its first day and not its last", () => {
  const range = { start: "2026-01-01", end: "2026-02-01" };
  expect(daysIn(range)).toBe(31);
  expect(["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01"].map((day) => isInRange(day, range))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("no day is made up outside the years that compare as text", () => {
  expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
  expect(() => addDays("0000-01-01", -1)).toThrow(RangeError);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayOf, daysBetween, daysIn } from "@/lib/domain/day";
import { type BillingSchedule, boundary, periodAt, periodHolding, periodsOf, prorationOf } from "@/lib/domain/period";
import { type BillingInterval, PRICE_INTERVAL_COUNT_MAX, PRICE_INTERVALS } from "@/lib/domain/pricing";

const MONTHLY = { interval: "MONTH", count: 1 } as const;
const boundaries = (startDate: string, billingInterval: BillingInterval, count: number) =>
  Array.from({ length: count }, (_, at) => boundary(startDate, billingInterval, at + 1));

describe("boundaries are counted from the start date, never from each other", () => {
  test.each([
    ["2026-01-31", MONTHLY, ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"]],
    ["2028-01-31", MONTHLY, ["2028-02-29", "2028-03-31"]],
    ["2028-02-29", { interval: "YEAR", count: 1 }, ["2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"]],
    ["2026-01-01", { interval: "WEEK", count: 2 }, ["2026-01-15", "2026-01-29"]],
    ["2026-11-30", { interval: "MONTH", count: 3 }, ["2027-02-28", "2027-05-30", "2027-08-30"]],
  ] as const)("%s by %o", (startDate, billingInterval, expected) => {
    expect(boundaries(startDate, billingInterval, expected.length)).toEqual(expected);
    expect(boundary(startDate, billingInterval, 0)).toBe(startDate);
  });
});

describe("an end date", () => {
  const until = (endDate: string | null): BillingSchedule => ({
    startDate: "2026-12-01",
    endDate,
    billingInterval: MONTHLY,
  });

  test("inside a period shortens it, and the fraction says by how much", () => {
    const period = periodAt(until("2026-12-11"), 0);
    expect(period).toEqual({ index: 0, start: "2026-12-01", end: "2026-12-11", fullEnd: "2027-01-01" });
    expect(period && prorationOf(period)).toEqual({ days: 10, of: 31 });
    expect(periodAt(until("2026-12-11"), 1)).toBeNull();
  });

  test("on a boundary leaves every period whole", () => {
    const periods = [...periodsOf(until("2027-02-01"))];
    expect(periods.map(({ end }) => end)).toEqual(["2027-01-01", "2027-02-01"]);
    expect(periods.map(prorationOf)).toEqual([null, null]);
  });

  test("the day after or before a boundary makes a period of one day, or one day short", () => {
    expect([...periodsOf(until("2027-01-02"))].map(daysIn)).toEqual([31, 1]);
    expect([...periodsOf(until("2026-12-31"))].map(daysIn)).toEqual([30]);
  });

  test("that is missing never ends: the caller stops", () => {
    const periods = periodsOf(until(null), 5);
    expect([periods.next().value?.start, periods.next().value?.start]).toEqual(["2027-05-01", "2027-06-01"]);
  });
});

test("days before the start date and from the end date on belong to no period", () => {
  const schedule = { startDate: "2026-01-31", endDate: "2026-03-15", billingInterval: MONTHLY };
  const indexOf = (day: string) => periodHolding(schedule, day)?.index ?? null;
  expect(["2026-01-30", "2026-01-31", "2026-02-27", "2026-02-28", "2026-03-14", "2026-03-15"].map(indexOf)).toEqual([
    null,
    0,
    0,
    1,
    1,
    null,
  ]);
  expect(periodAt(schedule, -1)).toBeNull();
});

const everyInterval = PRICE_INTERVALS.flatMap((interval) =>
  Array.from({ length: PRICE_INTERVAL_COUNT_MAX }, (_, at): BillingInterval => ({ interval, count: at + 1 })),
);

describe.each(PRICE_INTERVALS)("for every start day of ten years, by each count of %s", (interval) => {
  test("periods tile time without gap or overlap, and begin on the day the calendar says", () => {
    const faults: string[] = [];
    for (let startDate = "2026-01-01"; startDate < "2036-01-01"; startDate = addDays(startDate, 1)) {
      for (let count = 1; count <= PRICE_INTERVAL_COUNT_MAX; count++) {
        const schedule = { startDate, endDate: null, billingInterval: { interval, count } };
        let expectedStart = startDate;
        for (const period of periodsOf(schedule)) {
          if (period.index === 13) break;
          const begins = period.start === expectedStart && period.start < period.end && period.end === period.fullEnd;
          if (!begins || !isOnAnchor(schedule, period.start)) faults.push(`${startDate} by ${count} ${interval}`);
          expectedStart = period.end;
        }
      }
    }
    expect(faults).toEqual([]);
  });
});

/** The anchor's day, or the month's last; for weeks a whole number of them away. */
function isOnAnchor({ startDate, billingInterval }: BillingSchedule, day: string): boolean {
  if (billingInterval.interval === "WEEK") return daysBetween(startDate, day) % (billingInterval.count * 7) === 0;
  const isLastOfMonth = addDays(day, 1).endsWith("-01");
  return day.slice(8) === startDate.slice(8) || (isLastOfMonth && day.slice(8) < startDate.slice(8));
}

const startDates = fc.integer({ min: 0, max: 3_652 }).map((days) => addDays("2026-01-01", days));
const schedules = fc
  .tuple(startDates, fc.constantFrom(...everyInterval), fc.option(fc.integer({ min: 1, max: 3_660 })))
  .map(
    ([startDate, billingInterval, length]): BillingSchedule => ({
      startDate,
      endDate: length === null ? null : addDays(startDate, length),
      billingInterval,
    }),
  );

test("every covered day is in exactly the one period that holds it, found from the day alone", () => {
  fc.assert(
    fc.property(schedules, fc.integer({ min: -400, max: 4_000 }), (schedule, offset) => {
      const day = addDays(schedule.startDate, offset);
      const found = periodHolding(schedule, day);
      const isCovered = day >= schedule.startDate && (schedule.endDate === null || day < schedule.endDate);
      expect(found !== null).toBe(isCovered);
      if (!found) return;
      expect(found.start <= day && day < found.end).toBe(true);
      expect(periodAt(schedule, found.index)).toEqual(found);
    }),
    { numRuns: 20_000 },
  );
});

test("the periods of a fixed term cover it to the day, and only the last can be shortened", () => {
  fc.assert(
    fc.property(schedules, (schedule) => {
      fc.pre(schedule.endDate !== null);
      const periods = [...periodsOf(schedule)];
      const days = periods.reduce((sum, period) => sum + daysIn(period), 0);
      expect(days).toBe(daysBetween(schedule.startDate, schedule.endDate ?? ""));
      expect(periods.at(-1)?.end).toBe(schedule.endDate);
      expect(periods.slice(0, -1).filter((period) => prorationOf(period) !== null)).toEqual([]);
      const last = periods.at(-1);
      const proration = last && prorationOf(last);
      if (proration) expect(proration.days > 0 && proration.days < proration.of).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});

test("an instant on a boundary belongs to the later period only", () => {
  const schedule = { startDate: "2026-01-31", endDate: null, billingInterval: MONTHLY };
  const holding = (instant: string) => periodHolding(schedule, dayOf(new Date(instant)))?.index;
  expect(holding("2026-02-27T23:59:59.999Z")).toBe(0);
  expect(holding("2026-02-28T00:00:00.000Z")).toBe(1);
});

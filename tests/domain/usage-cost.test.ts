import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, startOfDay } from "@/lib/domain/day";
import { decimal, decimalText, ZERO } from "@/lib/domain/decimal";
import { meterValue } from "@/lib/domain/metering";
import { type BillingSchedule, periodsOf } from "@/lib/domain/period";
import { PRICE_INTERVALS } from "@/lib/domain/pricing";
import { costAmount, costCents, narrowed, slicesOf } from "@/lib/domain/usage-cost";
import { priceOf, THREE_TIERS } from "../support/prices";
import { meterOf, n, usageEvent } from "../support/usage-events";

const EVENTS = [
  usageEvent("api_call", { units: n("1"), region: "eu" }),
  usageEvent("api_call", { units: n("2"), region: n("1.0") }),
  usageEvent("storage", { units: n("4"), region: "eu" }),
  usageEvent("login", { units: n("8") }),
];
const sumOf = (meter: ReturnType<typeof meterOf> | null) => meter && Number(meterValue(meter, EVENTS) / 10n ** 12n);

describe("a filter of names and properties", () => {
  const onlyCalls = meterOf({ eventTypeFilter: { include: ["api_call", "login"], exclude: ["login"] } });

  test("counts what both the meter and the filter take", () => {
    expect(sumOf(narrowed(meterOf({}), { eventNames: ["api_call", "storage"], properties: [] }))).toBe(7);
    expect(sumOf(narrowed(onlyCalls, { eventNames: ["api_call", "storage"], properties: [] }))).toBe(3);
    expect(sumOf(narrowed(onlyCalls, { eventNames: null, properties: [] }))).toBe(3);
  });

  test("counts nothing, rather than everything, when the meter takes none of the names", () => {
    expect(narrowed(onlyCalls, { eventNames: ["login", "storage"], properties: [] })).toBeNull();
  });

  test("compares properties by their canonical text, and all must hold", () => {
    const withProperties = (...properties: { key: string; value: string | number }[]) =>
      sumOf(narrowed(meterOf({}), { eventNames: null, properties }));
    expect(withProperties({ key: "region", value: "eu" })).toBe(5);
    expect(withProperties({ key: "region", value: 1 })).toBe(2);
    expect(withProperties({ key: "region", value: "eu" }, { key: "units", value: "4" })).toBe(4);
    expect(withProperties({ key: "region", value: "eu" }, { key: "region", value: 1 })).toBe(0);
  });
});

const monthly = { startDate: "2026-01-31", endDate: null, billingInterval: { interval: "MONTH", count: 1 } } as const;
const slicesBetween = (schedule: BillingSchedule, start: string, end: string) =>
  slicesOf(schedule, { start: new Date(start), end: new Date(end) }).map((slice) => [
    slice.start.toISOString().slice(0, 16),
    slice.end.toISOString().slice(0, 16),
  ]);

describe("a range", () => {
  test("is cut at the boundaries of the periods", () => {
    expect(slicesBetween(monthly, "2026-02-10T12:00:00Z", "2026-03-31T06:00:00Z")).toEqual([
      ["2026-02-10T12:00", "2026-02-28T00:00"],
      ["2026-02-28T00:00", "2026-03-31T00:00"],
      ["2026-03-31T00:00", "2026-03-31T06:00"],
    ]);
  });

  test("has no part before the start or after the end", () => {
    const fixed = { ...monthly, endDate: "2026-03-10" };
    expect(slicesBetween(fixed, "2025-01-01T00:00:00Z", "2027-01-01T00:00:00Z")).toEqual([
      ["2026-01-31T00:00", "2026-02-28T00:00"],
      ["2026-02-28T00:00", "2026-03-10T00:00"],
    ]);
    expect(slicesBetween(fixed, "2026-03-10T00:00:00Z", "2027-01-01T00:00:00Z")).toEqual([]);
    expect(slicesBetween(fixed, "2025-01-01T00:00:00Z", "2026-01-31T00:00:00Z")).toEqual([]);
  });

  test("that ends before it begins, or never began, has no part", () => {
    expect(slicesBetween(monthly, "2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z")).toEqual([]);
    expect(slicesBetween(monthly, "9999-12-31T00:00:00Z", "2026-03-01T00:00:00Z")).toEqual([]);
  });

  test("is covered by its parts without gap or overlap, each in one period", () => {
    const schedules = fc.record({
      startDate: fc.integer({ min: 0, max: 800 }).map((days) => addDays("2026-01-01", days)),
      endDate: fc.option(fc.integer({ min: 801, max: 1_600 }).map((days) => addDays("2026-01-01", days))),
      billingInterval: fc.record({
        interval: fc.constantFrom(...PRICE_INTERVALS),
        count: fc.integer({ min: 1, max: 3 }),
      }),
    });
    const instants = fc.integer({ min: Date.parse("2026-01-01"), max: Date.parse("2030-06-01") });
    fc.assert(
      fc.property(schedules, instants, fc.integer({ min: 1, max: 500 * 86_400_000 }), (schedule, startMs, lengthMs) => {
        const slices = slicesOf(schedule, { start: new Date(startMs), end: new Date(startMs + lengthMs) });
        const first = Math.max(startMs, startOfDay(schedule.startDate).getTime());
        const last = Math.min(startMs + lengthMs, startOfDay(schedule.endDate ?? "2099-01-01").getTime());
        const bounds = slices.flatMap(({ start, end }) => [start.getTime(), end.getTime()]);
        expect(bounds.slice(0, 1).concat(bounds.slice(-1))).toEqual(first < last ? [first, last] : []);
        for (const [at, slice] of slices.entries()) {
          const next = slices[at + 1];
          if (next) expect(next.start).toEqual(slice.end);
          const holding = holdingPeriod(schedule, slice.start);
          expect(holding && startOfDay(holding.end) >= slice.end).toBe(true);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

function holdingPeriod(schedule: BillingSchedule, instant: Date) {
  for (const period of periodsOf(schedule)) if (startOfDay(period.end) > instant) return period;
  return null;
}

test("each value is rated from zero and rounded for itself", () => {
  const cheap = { price: priceOf({ kind: "unit", unitAmount: "0.015" }), value: decimal(333) };
  const tiered = { price: priceOf({ kind: "graduated", tiers: THREE_TIERS }), value: decimal(1_000) };
  expect(costCents([cheap, cheap, tiered], "USD")).toBe(500n + 500n + 8_700n);
  expect(
    costCents(
      [
        { ...cheap, value: decimal(-5) },
        { ...tiered, value: ZERO },
      ],
      "USD",
    ),
  ).toBe(0n);
  expect(costCents([], "USD")).toBe(0n);
});

test("the sum is told in major units, or in credits of so many minor units", () => {
  const told = (cents: bigint, currency: string, rate: bigint | null) => decimalText(costAmount(cents, currency, rate));
  expect([told(8_700n, "USD", null), told(8_701n, "JPY", null), told(8_701n, "KWD", null)]).toEqual([
    "87",
    "8701",
    "8.701",
  ]);
  expect([told(8_700n, "USD", 3n), told(1n, "USD", 3n), told(2n, "JPY", 3n)]).toEqual([
    "2900",
    "0.333333333333",
    "0.666666666667",
  ]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, dayOf, startOfDay } from "@/lib/domain/day";
import { DRAFTS_MAX, missingPeriods } from "@/lib/domain/draft-schedule";
import type { InvoiceStatus } from "@/lib/domain/invoice";
import { periodHolding } from "@/lib/domain/period";
import { MONTHLY } from "./sample-billing";

const rolling = { startDate: "2026-01-31", endDate: null, billingInterval: MONTHLY };
const term = (endDate: string) => ({ ...rolling, startDate: "2026-01-01", endDate });
const indexes = (schedule: Parameters<typeof missingPeriods>[0], now: string, statuses: InvoiceStatus[] = []) =>
  missingPeriods(
    schedule,
    statuses.map((status, periodIndex) => ({ periodIndex, status })),
    new Date(now),
  ).map(({ index }) => index);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

test("a rolling contract has its current and its next period; before its start the first two", () => {
  expect(indexes(rolling, "2025-06-01T00:00:00Z")).toEqual([0, 1]);
  expect(indexes(rolling, "2026-02-27T23:59:59.999Z")).toEqual([0, 1]);
  expect(indexes(rolling, "2026-02-28T00:00:00.000Z")).toEqual([0, 1, 2]);
});

test("every period begun has its invoice, however many they are", () => {
  expect(indexes(rolling, "2029-02-01T00:00:00Z")).toEqual(upTo(38));
  expect(indexes(term("2030-01-01"), "2029-02-01T00:00:00Z")).toEqual(upTo(38));
});

test("a term of 12 months has 12 drafts, one of 36 has 24, and a 25th once the first is final", () => {
  expect(indexes(term("2027-01-01"), "2026-01-01T00:00:00Z")).toEqual(upTo(12));
  expect(indexes(term("2029-01-01"), "2026-01-01T00:00:00Z")).toEqual(upTo(DRAFTS_MAX));
  const drafts = Array<InvoiceStatus>(DRAFTS_MAX).fill("Drafted");
  expect(indexes(term("2029-01-01"), "2026-02-02T00:00:00Z", drafts)).toEqual([]);
  expect(indexes(term("2029-01-01"), "2026-02-02T00:00:00Z", ["In Progress", ...drafts.slice(1)])).toEqual([24]);
});

test("a period whose invoice was cancelled gets no second one", () => {
  expect(indexes(rolling, "2026-01-31T00:00:00Z", ["Cancelled", "Drafted"])).toEqual([]);
});

test("a contract that ended before it began has no invoice", () => {
  expect(indexes(term("2026-01-01"), "2026-03-01T00:00:00Z")).toEqual([]);
});

test("whenever it is asked, nothing is missing once the missing ones exist, and the period of today is among them", () => {
  const days = fc.integer({ min: 0, max: 4_000 });
  fc.assert(
    fc.property(days, fc.option(fc.integer({ min: 1, max: 2_000 })), (passed, length) => {
      const schedule = { ...rolling, endDate: length === null ? null : addDays(rolling.startDate, length) };
      const now = startOfDay(addDays(rolling.startDate, passed));
      const drafted = missingPeriods(schedule, [], now).map(({ index }) => ({
        periodIndex: index,
        status: "Drafted" as const,
      }));
      expect(missingPeriods(schedule, drafted, now)).toEqual([]);
      const current = periodHolding(schedule, dayOf(now));
      if (current) expect(drafted.map(({ periodIndex }) => periodIndex)).toContain(current.index);
    }),
  );
});

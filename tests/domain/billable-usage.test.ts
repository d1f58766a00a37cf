import fc from "fast-check";
import { expect, test } from "vitest";
import { type BillingTerm, comesBefore, unnamedRanges, usageQuestion } from "@/lib/domain/billable-usage";
import { addDays, startOfDay } from "@/lib/domain/day";
import type { Meter } from "@/lib/domain/meter";
import { contractOf } from "./sample-billing";

const createdAt = new Date("2026-01-01T00:00:00.000Z");
const term = (id: string, startDate: string, endDate: string | null, created = createdAt): BillingTerm => ({
  id,
  startDate,
  endDate,
  createdAt: created,
});
const range = (start: string, end: string) => ({ start: startOfDay(start), end: startOfDay(end) });
const JANUARY = range("2026-01-01", "2026-02-01");

test("the only contract of a customer has every event of its term, and of nothing else", () => {
  expect(unnamedRanges(term("a", "2026-01-10", "2026-01-20"), [], JANUARY)).toEqual([
    range("2026-01-10", "2026-01-20"),
  ]);
  expect(unnamedRanges(term("a", "2026-02-01", null), [], JANUARY)).toEqual([]);
});

test("a contract has what lies before and after the one that started first", () => {
  const first = term("b", "2025-01-01", "2026-01-10");
  const inside = term("c", "2026-01-12", "2026-01-15");
  const own = term("a", "2026-01-01", null);
  expect(unnamedRanges(own, [first, inside, own], JANUARY)).toEqual([range("2026-01-10", "2026-02-01")]);
  expect(unnamedRanges(inside, [first, inside, own], JANUARY)).toEqual([]);
  expect(unnamedRanges(own, [term("z", "2025-01-01", "2025-01-01")], JANUARY)).toEqual([JANUARY]);
});

test("among contracts of one start day the one created first comes first, then the smaller id", () => {
  const one = term("b", "2026-01-01", null);
  expect(comesBefore(one, term("a", "2026-01-01", null, new Date(createdAt.getTime() + 1)))).toBe(true);
  expect(comesBefore(one, term("a", "2026-01-01", null))).toBe(false);
  expect(comesBefore(one, term("a", "2026-01-02", null, new Date(0)))).toBe(true);
});

test("events that name the contract count in the whole period, those that name none only in its own parts of it", () => {
  const meter: Meter = {
    id: "meter",
    code: null,
    displayName: "Calls",
    description: null,
    aggregationType: "COUNT",
    aggregationKey: null,
    eventTypeFilter: { include: [], exclude: [] },
    propertyFilters: [],
    groupKeys: [],
    archivedAt: null,
    createdAt,
    updatedAt: createdAt,
  };
  const first = term("first", "2025-01-01", "2026-01-20");
  const question = usageQuestion(meter, contractOf(), [first], { start: "2026-01-01", end: "2026-02-01" });
  expect(question).toEqual({
    meter,
    customerId: "customer",
    contractId: "contract",
    period: JANUARY,
    unnamedIn: [range("2026-01-20", "2026-02-01")],
  });
});

test("at every instant at most one contract has the events, and one has them wherever any contract runs", () => {
  const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays("2025-12-25", days));
  const anyTerm = fc.record({
    startDate: day,
    length: fc.option(fc.integer({ min: 0, max: 30 })),
    created: fc.constantFrom(createdAt, new Date(0)),
  });
  fc.assert(
    fc.property(fc.array(anyTerm, { maxLength: 6 }), day, (given, at) => {
      const terms = given.map(({ startDate, length, created }, index) =>
        term(`contract ${index}`, startDate, length === null ? null : addDays(startDate, length), created),
      );
      const instant = startOfDay(at);
      const within = range("2025-12-01", "2026-03-01");
      const holders = terms.filter((one) =>
        unnamedRanges(one, terms, within).some(({ start, end }) => start <= instant && instant < end),
      );
      const running = terms.filter(({ startDate, endDate }) => startDate <= at && (endDate === null || at < endDate));
      expect(holders).toHaveLength(Math.min(1, running.length));
      for (const one of running) for (const holder of holders) expect(comesBefore(one, holder)).toBe(false);
    }),
  );
});

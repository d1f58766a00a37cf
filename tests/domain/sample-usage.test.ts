import { expect, test } from "vitest";
import type { UsageQuestion } from "@/lib/domain/billable-usage";
import { startOfDay } from "@/lib/domain/day";
import { decimalText } from "@/lib/domain/decimal";
import type { AggregationType, Meter } from "@/lib/domain/meter";
import { sampleUsage } from "@/lib/domain/sample-usage";

const LATER = new Date("2027-01-01T00:00:00Z");

const meterOf = (aggregationType: AggregationType): Meter => ({
  id: "meter",
  code: null,
  displayName: "Meter",
  description: null,
  aggregationType,
  aggregationKey: aggregationType === "COUNT" ? null : "value",
  eventTypeFilter: { include: [], exclude: [] },
  propertyFilters: [],
  groupKeys: [],
  archivedAt: null,
  createdAt: LATER,
  updatedAt: LATER,
});

const asked = (aggregationType: AggregationType, start: string, end: string, contractId = "one"): UsageQuestion => ({
  meter: meterOf(aggregationType),
  customerId: "customer",
  contractId,
  period: { start: startOfDay(start), end: startOfDay(end) },
  unnamedIn: [],
});

const usageOf = (question: UsageQuestion, now = LATER) => Number(decimalText(sampleUsage(question, now)));

test("what was billed is answered again, whenever it is asked", () => {
  for (const type of ["COUNT", "SUM", "UNIQUE"] as const) {
    const question = asked(type, "2026-03-10", "2026-04-10");
    expect(usageOf(question)).toBeGreaterThan(0);
    expect(usageOf(question, new Date("2026-04-10T00:00:00Z"))).toBe(usageOf(question));
  }
});

test("two halves of a month add up to the month", () => {
  for (const type of ["COUNT", "SUM"] as const)
    expect(usageOf(asked(type, "2026-03-01", "2026-03-16")) + usageOf(asked(type, "2026-03-16", "2026-04-01"))).toBe(
      usageOf(asked(type, "2026-03-01", "2026-04-01")),
    );
});

test("a day counts once it has ended, and the days to come are 0", () => {
  const question = asked("COUNT", "2026-03-01", "2026-04-01");
  const [begun, lastInstant, ended] = [
    "2026-03-01T00:00:00.000Z",
    "2026-03-01T23:59:59.999Z",
    "2026-03-02T00:00:00.000Z",
  ];
  expect([begun, lastInstant].map((now) => usageOf(question, new Date(now ?? "")))).toEqual([0, 0]);
  expect(usageOf(question, new Date(ended ?? ""))).toBe(usageOf(asked("COUNT", "2026-03-01", "2026-03-02")));
  expect(usageOf(question, new Date("2026-02-01T00:00:00Z"))).toBe(0);
});

test("contracts differ, and days of one contract too", () => {
  const values = ["one", "two", "three", "four"].map((id) => usageOf(asked("COUNT", "2026-03-01", "2026-04-01", id)));
  expect(new Set(values).size).toBe(4);
  const days = ["02", "03", "04"].map((day, at) => usageOf(asked("COUNT", `2026-03-${day}`, `2026-03-0${at + 3}`)));
  expect(new Set(days).size).toBeGreaterThan(1);
});

import { expect, test } from "vitest";
import { faultOfTimestamp } from "@/lib/domain/usage-event";

const nowMs = Date.parse("2026-02-27T10:00:00.000Z");
const DAYS_400_MS = 400 * 24 * 60 * 60 * 1000;

test.each([
  [3_600_000, null],
  [3_600_001, "must not be more than 1 hour in the future"],
  [0, null],
  [-DAYS_400_MS, null],
  [-DAYS_400_MS - 1, "must not be older than 400 days"],
])("an event %i ms from now: %s", (offsetMs, fault) => {
  expect(faultOfTimestamp(nowMs + offsetMs, nowMs)).toBe(fault);
});

test("an event that was accepted before is in time for ever", () => {
  expect(faultOfTimestamp(0, Number.NaN)).toBeNull();
});

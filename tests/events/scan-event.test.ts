import fc from "fast-check";
import { expect, test } from "vitest";
import { EventFields } from "@/lib/events/event-fields";
import { readEvent } from "@/lib/events/read-event";
import { scanEvent } from "@/lib/events/scan-event";
import { UNDECIDED } from "@/lib/events/scan-text";
import { brokenEvents, eventTexts, NOW_MS, recordOf } from "./sent-events";

const scannedFields = new EventFields();
const readFields = new EventFields();

/** Whether the fast path accepts, after making sure that the slow one does too, with the same record. */
function agrees(bytes: Buffer, nowMs: number): boolean {
  const end = scanEvent(bytes, 0, bytes.length, nowMs, scannedFields);
  if (end === UNDECIDED) return false;
  const faults = readEvent(bytes, 0, end, nowMs, readFields);
  expect(faults, bytes.toString()).toEqual([]);
  expect(recordOf(scannedFields)).toEqual(recordOf(readFields));
  return true;
}

test("what the scanner accepts the schema accepts, with the same record", () => {
  let accepted = 0;
  fc.assert(
    fc.property(eventTexts, fc.constantFrom(NOW_MS, Number.NaN), (text, nowMs) => {
      const bytes = Buffer.from(text, "utf8");
      if (agrees(bytes, nowMs)) accepted++;
    }),
    { numRuns: 20_000 },
  );
  // Else it would prove little.
  expect(accepted).toBeGreaterThan(2_000);
});

test("a byte more, less or other never makes the scanner accept what the schema refuses", () => {
  fc.assert(
    fc.property(brokenEvents, fc.constantFrom(NOW_MS, Number.NaN), (bytes, nowMs) => {
      agrees(bytes, nowMs);
    }),
    { numRuns: 20_000 },
  );
});

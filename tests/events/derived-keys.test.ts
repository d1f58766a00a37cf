import fc from "fast-check";
import { expect, test } from "vitest";
import { DerivedKeys, keyMadeAt } from "@/lib/events/derived-keys";
import type { SpooledBatch } from "@/lib/events/spooled-batch";
import { NOW_MS } from "./sent-events";

const UUID_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const BATCH: SpooledBatch = {
  acceptedUs: NOW_MS * 1000 + 7,
  organizationId: "organization",
  requestId: "req_1",
  kind: "batch",
  idempotencyKey: null,
  eventCount: 1_000,
  body: Buffer.from("[]"),
};

test("events without a key get one that follows from the batch and their place, each its own", () => {
  const keys = new DerivedKeys(BATCH);
  const texts = Array.from({ length: 1_000 }, (_, at) => keys.textAt(at));
  expect(new Set(texts).size).toBe(1_000);
  for (const text of texts) expect(text).toMatch(UUID_7);
  expect(new DerivedKeys(BATCH).textAt(7)).toBe(texts[7]);
  for (const other of [{ requestId: "req_2" }, { acceptedUs: BATCH.acceptedUs + 1 }, { organizationId: "other" }])
    expect(texts).not.toContain(new DerivedKeys({ ...BATCH, ...other }).textAt(7));
});

test("keys that are made rise with the instant of acceptance, to the microsecond, then with the place", () => {
  const place = fc.integer({ min: 0, max: 99_999 });
  fc.assert(
    fc.property(place, place, fc.integer({ min: 0, max: 4_000_000_000_000_000 }), fc.uuid(), (one, other, us, id) => {
      const keys = new DerivedKeys({ ...BATCH, acceptedUs: us, organizationId: id });
      const [first, last] = [keys.textAt(Math.min(one, other)), keys.textAt(Math.max(one, other))];
      expect(first < last).toBe(one !== other);
      expect(last < new DerivedKeys({ ...BATCH, acceptedUs: us + 1 }).textAt(0)).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});

test("the key of a single event rises with its instant and is not the same twice", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (atMs) => {
      expect(keyMadeAt(atMs)).toMatch(UUID_7);
      expect(keyMadeAt(atMs)).not.toBe(keyMadeAt(atMs));
      expect(keyMadeAt(atMs) < keyMadeAt(atMs + 1)).toBe(true);
    }),
  );
});

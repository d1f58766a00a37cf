import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EventFields } from "@/lib/events/event-fields";
import { type RefusedEvent, readBatch } from "@/lib/events/read-batch";
import {
  type BatchKind,
  decodeBatch,
  encodeBatch,
  HEADER_BYTES_MAX,
  type SpooledBatch,
} from "@/lib/events/spooled-batch";
import { eventTexts, NOW_MS } from "./sent-events";

const NOW_US = NOW_MS * 1000 + 7;
const batches = fc.record({
  organizationId: fc.uuid(),
  requestId: fc.stringMatching(/^[A-Za-z0-9._:-]{1,64}$/),
  kind: fc.constantFrom<BatchKind>("event", "batch", "lines"),
  idempotencyKey: fc.option(fc.uuid()),
  eventCount: fc.integer({ min: 1, max: 100_000 }),
  body: fc.uint8Array({ maxLength: 200 }),
});

test("a batch is read as it was written, whether or not its header had room before its body", () => {
  fc.assert(
    fc.property(batches, fc.constantFrom(0, 5, HEADER_BYTES_MAX), (batch, headroom) => {
      const memory = Buffer.alloc(headroom + batch.body.length + 3, 0xee);
      memory.set(batch.body, headroom);
      const body = memory.subarray(headroom, headroom + batch.body.length);
      const decoded = decodeBatch(encodeBatch({ ...batch, body, headroom }, NOW_US));
      expect({ ...decoded, body: [...decoded.body] }).toEqual({ ...batch, acceptedUs: NOW_US, body: [...batch.body] });
      expect([...memory.subarray(headroom + batch.body.length)]).toEqual([0xee, 0xee, 0xee]);
    }),
    { numRuns: 2_000 },
  );
});

const batchOf = (kind: BatchKind, body: string): SpooledBatch => ({
  acceptedUs: NOW_US,
  organizationId: "5c1e0000-0000-4000-8000-000000000001",
  requestId: "req_1",
  kind,
  idempotencyKey: null,
  eventCount: 1,
  body: Buffer.from(body),
});

function read(batch: SpooledBatch) {
  const accepted: [number, string | null][] = [];
  const refused: RefusedEvent[] = [];
  readBatch(batch, {
    accept: (fields: EventFields, index: number) =>
      void accepted.push([index, fields.text(fields.idempotencyKeyStart, fields.idempotencyKeyEnd)]),
    refuse: (one) => void refused.push(one),
  });
  return { accepted, refused };
}

const event = (fields: string) => `{"eventName":"a","externalCustomerId":"c"${fields}}`;

describe("the events of a batch", () => {
  test("come in their order, plain ones and those with escapes", () => {
    const list = [event(',"idempotencyKey":"1"'), event(',"idempotencyKey":"\\u0032"'), event(',"idempotencyKey":"3"')];
    expect(read(batchOf("batch", ` [ ${list.join(" , ")} ] `)).accepted).toEqual([
      [0, "1"],
      [1, "2"],
      [2, "3"],
    ]);
    expect(read(batchOf("event", ` ${list[1]}\n`)).accepted).toEqual([[0, "2"]]);
  });

  test("that were in time when they were accepted stay accepted", () => {
    const old = event(',"timestamp":"1999-01-01T00:00:00Z"');
    for (const batch of [batchOf("batch", `[${old}]`), batchOf("event", old)])
      expect(read(batch)).toMatchObject({ accepted: [[0, null]], refused: [] });
  });

  test("are as many as the sent texts, whatever these say", () => {
    fc.assert(
      fc.property(
        fc.array(
          eventTexts.filter((text) => !/[\n\r]/.test(text)),
          { minLength: 1, maxLength: 5 },
        ),
        (texts) => {
          const { accepted, refused } = read(batchOf("lines", texts.join("\n")));
          const indexes = [...accepted.map(([index]) => index), ...refused.map(({ index }) => index)];
          expect(indexes.sort()).toEqual(texts.map((_, at) => at));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe("a refused line", () => {
  const lines = [
    "",
    event(""),
    event(',"properties":{"units":null},"idempotencyKey":"row_812"'),
    " ",
    "{nonsense}",
  ].join("\n");

  test("is told with its place, its line, the reason, its key and how it begins; the others are accepted", () => {
    const { accepted, refused } = read(batchOf("lines", lines));
    expect(accepted).toEqual([[0, null]]);
    expect(refused).toEqual([
      {
        index: 1,
        line: 3,
        reason: "properties.units must be a string, a number or a boolean",
        path: "properties.units",
        idempotencyKey: "row_812",
        excerpt: event(',"properties":{"units":null},"idempotencyKey":"row_812"'),
      },
      { index: 2, line: 5, reason: "Line is not valid JSON", path: "", idempotencyKey: null, excerpt: "{nonsense}" },
    ]);
  });

  test.each([
    [3_600_001, "must not be more than 1 hour in the future"],
    [-400 * 86_400_000 - 1, "must not be older than 400 days"],
  ])("of an event %i ms from its arrival is refused for it", (offsetMs, says) => {
    const at = (ms: number) => event(`,"timestamp":"${new Date(NOW_MS + ms).toISOString()}"`);
    const edge = offsetMs > 0 ? offsetMs - 1 : offsetMs + 1;
    const { accepted, refused } = read(batchOf("lines", `${at(offsetMs)}\n${at(edge)}`));
    expect(accepted).toEqual([[1, null]]);
    expect(refused.map(({ reason }) => reason)).toEqual([`timestamp ${says}`]);
  });

  test("shows 256 characters at most, and no key", () => {
    const secret = `mk_live_${"0123456789abcdef".repeat(3)}`;
    const [told] = read(batchOf("lines", `{"${secret}":"${"😀".repeat(400)}"}`)).refused;
    expect([...(told?.excerpt ?? "")]).toHaveLength(256);
    expect(told?.excerpt).not.toContain(secret);
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { errorOf, MintkeyConnectionError } from "@/lib/api-client/errors";
import {
  BACKOFF_MS_MAX,
  backoffMs,
  decideWaitMs,
  parseRetryAfterMs,
  RETRY_AFTER_MS_MAX,
  systemTiming,
} from "@/lib/api-client/retry";

const NOW = Date.UTC(2026, 1, 27, 10, 0, 0);
const NO_ANSWER = new MintkeyConnectionError("gone");
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const anyRetries = fc.nat(50);

const refusal = (status: number, retryAfterMs: number | null = null) => errorOf(status, "", retryAfterMs);
const waitAfter = (error: unknown, isRepeatable: boolean, retries = 0) =>
  decideWaitMs({ error, retries, isRepeatable }, 0.5);

test("waits stay below 1, 2, 4 and 8 s, and then below 8 s", () => {
  const justBelow = 1 - Number.EPSILON;
  expect([0, 1, 2, 3, 4, 10].map((retries) => backoffMs(retries, justBelow))).toEqual([
    999, 1_999, 3_999, 7_999, 7_999, 7_999,
  ]);
});

test("a wait is a whole number of milliseconds, never negative, never above the ceiling of its attempt", () => {
  fc.assert(
    fc.property(anyRetries, chance, (retries, random) => {
      const waitMs = backoffMs(retries, random);
      expect(Number.isInteger(waitMs)).toBe(true);
      expect(waitMs).toBeGreaterThanOrEqual(0);
      expect(waitMs).toBeLessThan(Math.min(BACKOFF_MS_MAX, 1_000 * 2 ** retries));
    }),
  );
});

test("with the same chance no later wait is shorter", () => {
  fc.assert(
    fc.property(anyRetries, chance, (retries, random) => {
      expect(backoffMs(retries + 1, random)).toBeGreaterThanOrEqual(backoffMs(retries, random));
    }),
  );
});

test("the jitter is full: every part of the range is reached", () => {
  fc.assert(
    // In parts of a power of two, which no multiplication rounds.
    fc.property(anyRetries, fc.nat(8_191), (retries, parts) => {
      const ceiling = Math.min(BACKOFF_MS_MAX, 1_000 * 2 ** retries);
      expect(backoffMs(retries, parts / 8_192)).toBe(Math.floor((ceiling * parts) / 8_192));
    }),
  );
});

test("Retry-After is kept to the millisecond, whatever the chance and the attempt", () => {
  fc.assert(
    fc.property(anyRetries, chance, fc.nat(60), fc.constantFrom(429, 503), (retries, random, seconds, status) => {
      const error = refusal(status, parseRetryAfterMs(String(seconds), NOW));
      expect(decideWaitMs({ error, retries, isRepeatable: false }, random)).toBe(seconds * 1_000);
    }),
  );
});

test.each([
  [RETRY_AFTER_MS_MAX - 1, RETRY_AFTER_MS_MAX - 1],
  [RETRY_AFTER_MS_MAX, RETRY_AFTER_MS_MAX],
  [RETRY_AFTER_MS_MAX + 1, null],
])("asked to come back after %d ms it waits %s ms", (asked, waited) => {
  expect(waitAfter(refusal(429, asked), true)).toBe(waited);
});

test.each([
  ["seconds", "41", 41_000],
  ["no time", "0", 0],
  ["a date", "Fri, 27 Feb 2026 10:00:07 GMT", 7_000],
  ["a date gone by", "Fri, 27 Feb 2026 09:59:00 GMT", 0],
  ["a word", "soon", null],
  ["nothing", "", null],
  ["no header", null, null],
])("Retry-After with %s", (_, header, waitMs) => {
  expect(parseRetryAfterMs(header, NOW)).toBe(waitMs);
});

test.each([429, 503])("%d is repeated whatever the call does", (status) => {
  expect(waitAfter(refusal(status), false)).toBe(500);
});

test.each([500, 502, 504])("%d is repeated only where twice is once", (status) => {
  expect([waitAfter(refusal(status), true), waitAfter(refusal(status), false)]).toEqual([500, null]);
});

test("no answer is repeated only where twice is once", () => {
  expect([waitAfter(NO_ANSWER, true), waitAfter(NO_ANSWER, false)]).toEqual([500, null]);
});

test("no other refusal is repeated, and no redirect", () => {
  const others = fc.integer({ min: 300, max: 499 }).filter((status) => status !== 429);
  fc.assert(
    fc.property(others, fc.boolean(), anyRetries, (status, isRepeatable, retries) => {
      expect(waitAfter(refusal(status), isRepeatable, retries)).toBeNull();
    }),
  );
});

test("a conflict is waited for only when it may be with the call's own earlier attempt", () => {
  const stillRunning = refusal(409, 1_000);
  expect(waitAfter(stillRunning, true, 1)).toBe(1_000);
  expect(waitAfter(stillRunning, true, 0)).toBeNull();
  expect(waitAfter(stillRunning, false, 1)).toBeNull();
});

test("a wait ends at once, with the caller's reason, when the caller gives up", async () => {
  const giving = new AbortController();
  const waiting = systemTiming.sleep(60_000, giving.signal);
  giving.abort(new Error("enough"));
  await expect(waiting).rejects.toThrow("enough");
  await expect(systemTiming.sleep(60_000, giving.signal)).rejects.toThrow("enough");
});

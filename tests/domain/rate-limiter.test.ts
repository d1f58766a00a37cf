import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { RateLimiter } from "@/lib/api/rate-limiter";
import { decideRateLimit, RATE_WINDOW_MS } from "@/lib/domain/rate-limit";

const nowMs = 1_795_000_000_000;
const limiters: RateLimiter[] = [];

afterEach(() => {
  for (const limiter of limiters.splice(0)) limiter.stop();
});

function newLimiter(): RateLimiter {
  const limiter = new RateLimiter();
  limiters.push(limiter);
  return limiter;
}

test("the limiter decides each request of a random sequence as the domain does, bucket by bucket", () => {
  const steps = fc.array(fc.tuple(fc.oneof(fc.nat(40), fc.nat(2_500), fc.constant(60_000)), fc.nat(1)), {
    maxLength: 600,
  });
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 120 }), (arrivals, limitPerMinute) => {
      const limiter = newLimiter();
      const admitted: [number[], number[]] = [[], []];
      let atMs = nowMs;
      for (const [gapMs, bucket] of arrivals) {
        atMs += gapMs;
        const admittedAtMs = admitted[bucket === 0 ? 0 : 1];
        const expected = decideRateLimit(
          { admittedAtMs, limitPerWindow: limitPerMinute, windowMs: RATE_WINDOW_MS },
          atMs,
        );
        expect(limiter.spend({ name: "default", limitPerMinute }, `bucket ${bucket}`, atMs)).toEqual(expected);
        if (expected.verdict === "admit") admittedAtMs.push(atMs);
      }
    }),
    { numRuns: 50 },
  );
});

test("two policies of one address are counted apart", () => {
  const limiter = newLimiter();
  const spend = (name: "default" | "dashboard") =>
    limiter.spend({ name, limitPerMinute: 1 }, "203.0.113.7", nowMs).verdict;
  expect([spend("default"), spend("default"), spend("dashboard"), spend("dashboard")]).toEqual([
    "admit",
    "refuse",
    "admit",
    "refuse",
  ]);
});

test("a hundred thousand and one buckets are more than are held: the oldest is forgotten, the others are not", () => {
  const limiter = newLimiter();
  const policy = { name: "default" as const, limitPerMinute: 1 };
  for (let bucket = 0; bucket <= 100_000; bucket++) limiter.spend(policy, `bucket ${bucket}`, nowMs);
  expect(limiter.spend(policy, "bucket 1", nowMs).verdict).toBe("refuse");
  expect(limiter.spend(policy, "bucket 100000", nowMs).verdict).toBe("refuse");
  expect(limiter.spend(policy, "bucket 0", nowMs).verdict).toBe("admit");
});

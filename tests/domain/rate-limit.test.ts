import fc from "fast-check";
import { expect, test } from "vitest";
import { decideCounted, decideRateLimit, RATE_WINDOW_MS } from "@/lib/domain/rate-limit";

const nowMs = 1_795_000_000_000;
const windowMs = RATE_WINDOW_MS;
const limits = fc.integer({ min: 1, max: 8 });
/** Instants of arrivals, never going back; many fall together or on the window's edge. */
const arrivals = fc
  .array(fc.oneof(fc.nat(3), fc.nat(20_000), fc.constantFrom(59_999, 60_000, 60_001)), { maxLength: 60 })
  .map((gaps) => {
    let atMs = nowMs;
    return gaps.map((gap) => {
      atMs += gap;
      return atMs;
    });
  });

function decideAll(times: readonly number[], limitPerWindow: number) {
  const admittedAtMs: number[] = [];
  return times.map((atMs) => {
    const decision = decideRateLimit({ admittedAtMs, limitPerWindow, windowMs }, atMs);
    if (decision.verdict === "admit") admittedAtMs.push(atMs);
    return { atMs, ...decision };
  });
}

/** The four steps as they are published, word for word. */
function published(times: readonly number[], limit: number) {
  let admitted: number[] = [];
  return times.map((n) => {
    admitted = admitted.filter((a) => a > n - windowMs);
    const verdict = admitted.length < limit ? "admit" : "refuse";
    if (verdict === "admit") admitted.push(n);
    const remaining = verdict === "admit" ? limit - admitted.length : 0;
    const resetSeconds = Math.max(1, Math.ceil(((admitted[0] ?? n) + windowMs - n) / 1000));
    return { atMs: n, verdict, remaining, resetSeconds };
  });
}

test("every decision of a random sequence is the published one, with its remainder and its wait", () => {
  fc.assert(
    fc.property(arrivals, limits, (times, limit) => {
      expect(decideAll(times, limit)).toEqual(published(times, limit));
    }),
    { numRuns: 500 },
  );
});

test("no window of 60 s admits more than the limit", () => {
  fc.assert(
    fc.property(arrivals, limits, (times, limit) => {
      const admitted = decideAll(times, limit).filter(({ verdict }) => verdict === "admit");
      for (const { atMs: endMs } of admitted) {
        const within = admitted.filter(({ atMs }) => atMs > endMs - windowMs && atMs <= endMs);
        expect(within.length).toBeLessThanOrEqual(limit);
      }
    }),
  );
});

test("a refused request costs nothing: without it every other decision is the same", () => {
  fc.assert(
    fc.property(arrivals, limits, (times, limit) => {
      const admitted = decideAll(times, limit).filter(({ verdict }) => verdict === "admit");
      expect(
        decideAll(
          admitted.map(({ atMs }) => atMs),
          limit,
        ),
      ).toEqual(admitted);
    }),
  );
});

test("whoever waits as long as told is admitted, and whoever comes a second earlier is not", () => {
  fc.assert(
    fc.property(arrivals, limits, (times, limitPerWindow) => {
      const admittedAtMs: number[] = [];
      for (const atMs of times) {
        const state = { admittedAtMs, limitPerWindow, windowMs };
        const { verdict, resetSeconds } = decideRateLimit(state, atMs);
        if (verdict === "admit") admittedAtMs.push(atMs);
        if (verdict === "admit") continue;
        expect(decideRateLimit(state, atMs + resetSeconds * 1000).verdict).toBe("admit");
        if (resetSeconds > 1) expect(decideRateLimit(state, atMs + (resetSeconds - 1) * 1000).verdict).toBe("refuse");
      }
    }),
  );
});

for (const [ageMs, verdict] of [
  [59_999, "refuse"],
  [60_000, "admit"],
  [60_001, "admit"],
] as const) {
  test(`100 requests admitted ${ageMs} ms ago: the next one meets "${verdict}"`, () => {
    const admittedAtMs = Array<number>(100).fill(nowMs - ageMs);
    expect(decideRateLimit({ admittedAtMs, limitPerWindow: 100, windowMs }, nowMs).verdict).toBe(verdict);
  });
}

for (const [live, verdict, remaining] of [
  [98, "admit", 1],
  [99, "admit", 0],
  [100, "refuse", 0],
] as const) {
  test(`with ${live} of 100 spent the next one meets "${verdict}" and leaves ${remaining}`, () => {
    const counted = { live, oldestMs: nowMs - 1, limitPerWindow: 100, windowMs };
    expect(decideCounted(counted, nowMs)).toMatchObject({ verdict, remaining });
  });
}

for (const [untilFreeMs, seconds] of [
  [1, 1],
  [999, 1],
  [1_000, 1],
  [1_001, 2],
  [60_000, 60],
] as const) {
  test(`${untilFreeMs} ms before one is free, the wait is ${seconds} s`, () => {
    const counted = { live: 100, oldestMs: nowMs + untilFreeMs - windowMs, limitPerWindow: 100, windowMs };
    expect(decideCounted(counted, nowMs).resetSeconds).toBe(seconds);
  });
}

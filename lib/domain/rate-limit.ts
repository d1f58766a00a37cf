// A sliding log: exact in every window, and a refused request costs nothing.

export const RATE_WINDOW_MS = 60_000;

export type RateLimitState = {
  readonly admittedAtMs: readonly number[];
  readonly limitPerWindow: number;
  readonly windowMs: number;
};

export type RateLimitDecision = {
  readonly verdict: "admit" | "refuse";
  /** How many more requests would be admitted now. */
  readonly remaining: number;
  /** Seconds until one more request is free, at least 1. */
  readonly resetSeconds: number;
};

/**
 * Decides one request at `nowMs`. `admittedAtMs` holds the admitted times, oldest first; those that left the window are ignored.
 * An admitted request counts from now on: the caller appends `nowMs`.
 */
export function decideRateLimit(state: RateLimitState, nowMs: number): RateLimitDecision {
  const { admittedAtMs, limitPerWindow, windowMs } = state;
  const firstLive = admittedAtMs.findIndex((atMs) => atMs > nowMs - windowMs);
  const live = firstLive < 0 ? 0 : admittedAtMs.length - firstLive;
  const oldestMs = firstLive < 0 ? nowMs : (admittedAtMs[firstLive] ?? nowMs);
  return decideCounted({ live, oldestMs, limitPerWindow, windowMs }, nowMs);
}

/** The same decision when the caller has already counted the live times. */
export function decideCounted(
  counted: { live: number; oldestMs: number; limitPerWindow: number; windowMs: number },
  nowMs: number,
): RateLimitDecision {
  const admitted = counted.live < counted.limitPerWindow;
  return {
    verdict: admitted ? "admit" : "refuse",
    remaining: admitted ? counted.limitPerWindow - counted.live - 1 : 0,
    resetSeconds: Math.max(1, Math.ceil((counted.oldestMs + counted.windowMs - nowMs) / 1000)),
  };
}

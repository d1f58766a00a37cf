import { decideCounted, RATE_WINDOW_MS, type RateLimitDecision } from "@/lib/domain/rate-limit";

export type RateLimitPolicy = { readonly name: "default" | "dashboard"; readonly limitPerMinute: number };

/** Decides requests by bucket: of this process alone at once, of several after a look at what they share. */
export type RateLimits = {
  /** Spends one request of the bucket, or refuses it at no cost. */
  spend(policy: RateLimitPolicy, bucket: string, nowMs: number): RateLimitDecision | Promise<RateLimitDecision>;
  stop(): void;
};

const BUCKETS_MAX = 100_000;
const SWEEP_MS = 10_000;

/** The admitted times of one bucket, oldest first; `head` is the first that may still be in the window. */
type AdmittedTimes = { times: number[]; head: number };

/** Counts requests of this process, exactly: no window of 60 s admits more than the limit. */
export class RateLimiter implements RateLimits {
  readonly #buckets = new Map<string, AdmittedTimes>();
  readonly #sweeper: NodeJS.Timeout;

  constructor() {
    this.#sweeper = setInterval(() => this.#sweep(Date.now()), SWEEP_MS);
    this.#sweeper.unref();
  }

  /** Spends one request of the bucket, or refuses it at no cost. */
  spend(policy: RateLimitPolicy, bucket: string, nowMs: number): RateLimitDecision {
    const admitted = this.#admittedTimes(`${policy.name} ${bucket}`);
    leaveWindow(admitted, nowMs);
    const live = admitted.times.length - admitted.head;
    const oldestMs = admitted.times[admitted.head] ?? nowMs;
    const decision = decideCounted(
      { live, oldestMs, limitPerWindow: policy.limitPerMinute, windowMs: RATE_WINDOW_MS },
      nowMs,
    );
    if (decision.verdict === "admit") admitted.times.push(nowMs);
    return decision;
  }

  stop(): void {
    clearInterval(this.#sweeper);
  }

  #admittedTimes(name: string): AdmittedTimes {
    let admitted = this.#buckets.get(name);
    if (!admitted) {
      if (this.#buckets.size >= BUCKETS_MAX) this.#dropOldest();
      admitted = { times: [], head: 0 };
      this.#buckets.set(name, admitted);
    }
    return admitted;
  }

  // Only reached under a flood from 100 000 networks at once: then memory matters more than the oldest counts.
  #dropOldest(): void {
    for (const name of this.#buckets.keys()) {
      this.#buckets.delete(name);
      return;
    }
  }

  #sweep(nowMs: number): void {
    for (const [name, admitted] of this.#buckets) {
      leaveWindow(admitted, nowMs);
      if (admitted.head === admitted.times.length) this.#buckets.delete(name);
    }
  }
}

function leaveWindow(admitted: AdmittedTimes, nowMs: number): void {
  const { times } = admitted;
  while (admitted.head < times.length && (times[admitted.head] ?? 0) <= nowMs - RATE_WINDOW_MS) admitted.head += 1;
  // Moving the rest to the front costs its length; only when most is gone does that pay.
  if (admitted.head > 64 && admitted.head * 2 > times.length) {
    times.splice(0, admitted.head);
    admitted.head = 0;
  }
}

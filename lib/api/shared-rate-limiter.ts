import type { Environment } from "@/lib/domain/environment";
import { decideCounted, RATE_WINDOW_MS, type RateLimitDecision } from "@/lib/domain/rate-limit";
import { describeError, log } from "@/lib/log";
import { SharedRateLog } from "@/lib/store/shared-rate-log";
import { RateLimiter, type RateLimitPolicy, type RateLimits } from "./rate-limiter";

/** So long nobody asks a Redis that did not answer. */
const LEAVE_ALONE_MS = 1_000;

/**
 * Counts requests together with every process that has the same Redis and environment. A limit is no reason to refuse everybody:
 * while Redis is away each process counts for itself, beginning with what it has admitted in the last minute.
 */
export class SharedRateLimiter implements RateLimits {
  readonly #own = new RateLimiter();
  readonly #shared: SharedRateLog;
  #aloneUntilMs = 0;
  #isAway = false;

  constructor(
    url: string,
    private readonly environment: Environment,
  ) {
    this.#shared = new SharedRateLog(url, (error) => this.#lost(error));
  }

  /** Spends one request of the bucket, or refuses it at no cost. */
  async spend(policy: RateLimitPolicy, bucket: string, nowMs: number): Promise<RateLimitDecision> {
    if (!this.#shared.isConnected || performance.now() < this.#aloneUntilMs)
      return this.#own.spend(policy, bucket, nowMs);
    try {
      const decision = await this.#spendShared(policy, bucket);
      if (this.#isAway) log.info("Rate limits are shared again", { environment: this.environment });
      this.#isAway = false;
      if (decision.verdict === "admit") this.#own.spend(policy, bucket, nowMs);
      return decision;
    } catch (error) {
      this.#aloneUntilMs = performance.now() + LEAVE_ALONE_MS;
      this.#lost(error);
      return this.#own.spend(policy, bucket, nowMs);
    }
  }

  stop(): void {
    this.#own.stop();
    this.#shared.close();
  }

  async #spendShared({ name, limitPerMinute }: RateLimitPolicy, bucket: string): Promise<RateLimitDecision> {
    const key = `mintkey:${this.environment}:rate:${name}:${bucket}`;
    const { live, oldestMs, nowMs } = await this.#shared.spend(key, limitPerMinute, RATE_WINDOW_MS);
    return decideCounted({ live, oldestMs, limitPerWindow: limitPerMinute, windowMs: RATE_WINDOW_MS }, nowMs);
  }

  /** Said once: it may be away for long. */
  #lost(error: unknown): void {
    if (this.#isAway) return;
    this.#isAway = true;
    log.warn("Redis does not answer; each process counts rate limits for itself", {
      environment: this.environment,
      error: describeError(error),
    });
  }
}

// Admitted requests that several processes count together, in Redis. One script decides, so that nothing comes between its steps.
import { Redis } from "ioredis";
import { z } from "zod";

/** What a bucket held before this request. Instants are milliseconds of Redis's own clock: the servers' may differ. */
export type CountedRequests = { readonly live: number; readonly oldestMs: number; readonly nowMs: number };

/** A request waits no longer for the count that others share. */
const ANSWER_LIMIT_MS = 250;
const CONNECT_LIMIT_MS = 2_000;
const CONNECT_AGAIN_MS = { step: 100, max: 2_000 };

/** A list of the admitted instants, oldest first. A request that is refused adds nothing; a list that nobody uses is forgotten. */
const SPEND = `
  local time = redis.call("TIME")
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local limit, window = tonumber(ARGV[1]), tonumber(ARGV[2])
  local oldest = redis.call("LINDEX", KEYS[1], 0)
  while oldest and tonumber(oldest) <= now - window do
    redis.call("LPOP", KEYS[1])
    oldest = redis.call("LINDEX", KEYS[1], 0)
  end
  local live = redis.call("LLEN", KEYS[1])
  if live < limit then
    redis.call("RPUSH", KEYS[1], string.format("%.0f", now))
    redis.call("PEXPIRE", KEYS[1], window)
  end
  return { live, tonumber(oldest or now), now }`;

const counted = z.tuple([z.number(), z.number(), z.number()]);

/** The shared count behind one URL. It connects by itself, and again when the connection is lost. */
export class SharedRateLog {
  readonly #redis: Redis;

  /** `onLost` hears of every failure of the connection, which is being made again. */
  constructor(url: string, onLost: (error: Error) => void) {
    this.#redis = new Redis(url, {
      // Nobody waits for a connection that is not there: the caller counts for itself meanwhile.
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: ANSWER_LIMIT_MS,
      connectTimeout: CONNECT_LIMIT_MS,
      retryStrategy: (attempts) => Math.min(attempts * CONNECT_AGAIN_MS.step, CONNECT_AGAIN_MS.max),
    });
    this.#redis.on("error", onLost);
  }

  get isConnected(): boolean {
    return this.#redis.status === "ready";
  }

  /** Counts one more request of a bucket unless `limit` of them lie within the last `windowMs`. Throws when Redis does not answer. */
  async spend(bucket: string, limit: number, windowMs: number): Promise<CountedRequests> {
    const [live, oldestMs, nowMs] = counted.parse(await this.#redis.eval(SPEND, 1, bucket, limit, windowMs));
    return { live, oldestMs, nowMs };
  }

  close(): void {
    this.#redis.disconnect();
  }
}

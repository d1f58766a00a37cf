import type { Environment } from "@/lib/domain/environment";
import { userAgentOf } from "@/lib/domain/user-agent";
import { describeError, log } from "@/lib/log";
import { recordSecretUsesAcrossTenants, type UseToRecord } from "@/lib/store/secret-uses";

const FLUSH_MS = 1_000;

/**
 * Remembers the newest use of each secret and writes them together: at most one write a second, whatever the load. The first
 * use after a quiet second is written at once, so that whoever waits for it sees it.
 */
export class KeyUsage {
  #pending = new Map<string, UseToRecord>();
  #flushing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;
  #flushedMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly environment: Environment) {}

  record(use: UseToRecord): void {
    this.#pending.set(use.secretId, use);
    if (this.#timer === null) this.#flushLater();
  }

  async stop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    await this.#flush();
  }

  #flushLater(): void {
    const delayMs = Math.max(0, this.#flushedMs + FLUSH_MS - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#flush();
    }, delayMs);
    this.#timer.unref();
  }

  #flush(): Promise<void> {
    this.#flushing = this.#flushing.then(async () => {
      if (this.#pending.size === 0) return;
      this.#flushedMs = performance.now();
      const batch = this.#pending;
      this.#pending = new Map();
      try {
        const uses = [...batch.values()].map((use) => ({
          ...use,
          userAgent: userAgentOf(use.userAgent),
        }));
        await recordSecretUsesAcrossTenants(this.environment, uses);
      } catch (error) {
        log.warn("Could not record key usage; it is tried again", { error: describeError(error) });
        this.#pending = new Map([...batch, ...this.#pending]);
        if (this.#timer === null) this.#flushLater();
      }
    });
    return this.#flushing;
  }
}

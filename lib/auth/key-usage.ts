import { userAgentOf } from "@/lib/api/user-agent";
import type { Environment } from "@/lib/domain/environment";
import { describeError, log } from "@/lib/log";
import { recordSecretUsesAcrossTenants, type UseToRecord } from "@/lib/store/secret-uses";

const FLUSH_MS = 1_000;

/** Remembers the newest use of each secret and writes them together: at most one write a second, whatever the load. */
export class KeyUsage {
  #pending = new Map<string, UseToRecord>();
  #flushing: Promise<void> = Promise.resolve();
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly environment: Environment) {
    this.#timer = setInterval(() => void this.#flush(), FLUSH_MS);
    this.#timer.unref();
  }

  record(use: UseToRecord): void {
    this.#pending.set(use.secretId, use);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#flush();
  }

  #flush(): Promise<void> {
    this.#flushing = this.#flushing.then(async () => {
      if (this.#pending.size === 0) return;
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
      }
    });
    return this.#flushing;
  }
}

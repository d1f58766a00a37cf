// The log of requests: kept in memory for a moment and written together, so that no request waits for it or fails because of it.
import { setTimeout as sleep } from "node:timers/promises";
import type { Environment } from "@/lib/domain/environment";
import type { LoggedRequest } from "@/lib/domain/logged-request";
import { userAgentOf } from "@/lib/domain/user-agent";
import { log } from "@/lib/log";
import { eventStoreErrorName, hasEventStore, isRefusedForGood } from "@/lib/store/event-store";
import { insertRequestsAcrossTenants, type RequestRow, requestRowOf } from "@/lib/store/request-log";
import { RequestBuffer } from "./request-buffer";

const WRITE_MS = 1_000;
/** So many do not wait for the second to pass. */
const ROWS_PER_INSERT = 2_000;
const BACK_OFF_MS = { first: 500, max: 15_000 };
/** How long a process that ends goes on writing what it holds. */
const STOP_MS = 3_000;
/** A flood is told of once a minute, not once a batch. */
const TELL_LOSS_MS = 60_000;
const AGENTS_REMEMBERED_MAX = 1_000;

/** Never throws and never waits for the store; what cannot be written in time is counted in `lost`. */
export class RequestLog {
  readonly #buffer = new RequestBuffer();
  readonly #agents = new Map<string, string>();
  readonly #stopping = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> | null = null;
  #writtenMs = Number.NEGATIVE_INFINITY;
  #refused = 0;
  #lossTold = 0;
  #lossToldMs = Number.NEGATIVE_INFINITY;
  #batches = 0;

  constructor(
    private readonly environment: Environment,
    private readonly serverId: string,
  ) {}

  record(request: LoggedRequest): void {
    this.#buffer.add(request);
    if (this.#writing) return;
    if (this.#buffer.length >= ROWS_PER_INSERT) this.#writeNow();
    else if (this.#timer === null) this.#writeLater();
  }

  /** Requests that this process answered and that the log will never show. */
  get lost(): number {
    return this.#buffer.lost + this.#refused;
  }

  /** Writes what is held, unless the store is away. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    if (this.#timer) clearTimeout(this.#timer);
    const drain = async () => {
      await this.#writing;
      await this.#write();
    };
    await Promise.race([drain(), sleep(STOP_MS, undefined, { ref: false })]);
  }

  // The first request after a quiet second is written at once, so that whoever waits for it sees it.
  #writeLater(): void {
    const delayMs = Math.max(0, this.#writtenMs + WRITE_MS - performance.now());
    this.#timer = setTimeout(() => this.#writeNow(), delayMs);
    this.#timer.unref();
  }

  #writeNow(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#writing = this.#write().finally(() => {
      this.#writing = null;
      if (this.#buffer.length > 0 && !this.#stopping.signal.aborted) this.#writeLater();
    });
  }

  async #write(): Promise<void> {
    do {
      this.#writtenMs = performance.now();
      const requests = this.#buffer.take(ROWS_PER_INSERT);
      // A process without an event store has no log.
      if (requests.length === 0 || !hasEventStore(this.environment)) return;
      const rows = requests.map((request) => requestRowOf(this.serverId, this.#agentOf(request.userAgent), request));
      await this.#insert(rows, `requests ${this.serverId} ${++this.#batches}`);
      this.#tellLoss();
    } while (this.#buffer.length >= ROWS_PER_INSERT || this.#stopping.signal.aborted);
  }

  /** Again and again until the store has them, or refuses the rows themselves. New requests meanwhile push out the oldest. */
  async #insert(rows: readonly RequestRow[], token: string): Promise<void> {
    for (let failures = 0; ; failures++) {
      try {
        await insertRequestsAcrossTenants(this.environment, rows, token);
        if (failures > 0) log.info("The request log is written again", { environment: this.environment });
        return;
      } catch (error) {
        const facts = { environment: this.environment, error: eventStoreErrorName(error) };
        if (failures === 0) log.warn("The request log cannot be written", facts);
        if (isRefusedForGood(error) || this.#stopping.signal.aborted) {
          this.#refused += rows.length;
          return;
        }
        await this.#backOff(failures);
      }
    }
  }

  async #backOff(failures: number): Promise<void> {
    const waitMs = Math.min(BACK_OFF_MS.first * 2 ** failures, BACK_OFF_MS.max);
    await sleep(waitMs, undefined, { signal: this.#stopping.signal, ref: false }).catch(() => undefined);
  }

  #tellLoss(): void {
    const nowMs = performance.now();
    if (this.lost === this.#lossTold || nowMs < this.#lossToldMs + TELL_LOSS_MS) return;
    this.#lossTold = this.lost;
    this.#lossToldMs = nowMs;
    log.warn("Requests are missing from the log", { environment: this.environment, lost: this.lost });
  }

  // Masking reads the whole text, and the same few clients call again and again.
  #agentOf(given: string | null): string {
    const known = this.#agents.get(given ?? "");
    if (known !== undefined) return known;
    if (this.#agents.size >= AGENTS_REMEMBERED_MAX) this.#agents.clear();
    const kept = userAgentOf(given) ?? "";
    this.#agents.set(given ?? "", kept);
    return kept;
  }
}

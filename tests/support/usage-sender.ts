// A client that sends usage without pause, and notes what it was answered.
import { setTimeout as sleep } from "node:timers/promises";
import type { Sent } from "./calls";
import type { PipelineCaller } from "./event-pipeline";
import { FORMS, type Outcome, type SentBatch, type SentEvent, type SentLedger } from "./sent-ledger";

const BATCH_MAX = 24;
const LINES_MAX = 60;
const PAUSE_MS_MAX = 80;
/** Where nobody answers, as clients wait before they try again. */
const AWAY_MS = 30;
const HOUR_MS = 3_600_000;

let versions = 0;

/** One connection's worth: it sends a batch after the other, and no other sender uses its keys. */
export class UsageSender {
  /** Keys that were sent, and of these the ones whose answer never came: they are sent again before all others. */
  readonly #keys: string[] = [];
  #unsure: string[] = [];
  #isOver = false;

  constructor(
    private readonly name: string,
    private readonly caller: PipelineCaller,
    private readonly ledger: SentLedger,
    /** Events lie in the day before. */
    private readonly now: Date,
  ) {}

  async run(): Promise<void> {
    while (!this.#isOver) {
      const batch = this.#nextBatch();
      this.ledger.add(batch);
      batch.outcome = await this.#send(batch);
      if (batch.outcome !== "accepted") this.#unsure = batch.events.flatMap(({ key }) => key ?? []);
      // Half of the time without a pause, so that kills meet requests on their way.
      const pauseMs = Math.random() < 0.5 ? 0 : Math.random() * PAUSE_MS_MAX;
      await sleep(batch.outcome === "accepted" ? pauseMs : AWAY_MS);
    }
  }

  stop(): void {
    this.#isOver = true;
  }

  #nextBatch(): SentBatch {
    const form = pick(FORMS);
    const size = form === "event" ? 1 : below(form === "lines" ? LINES_MAX : BATCH_MAX) + 1;
    const events = Array.from({ length: size }, (): SentEvent => ({ version: ++versions, key: this.#nextKey() }));
    const faultyKeys = form === "lines" && Math.random() < 0.3 ? [`${this.name} faulty ${++versions}`] : [];
    return { form, events, faultyKeys, outcome: "unanswered" };
  }

  #nextKey(): string | null {
    const again = this.#unsure.pop();
    if (again !== undefined) return again;
    const chance = Math.random();
    if (chance < 0.15) return null;
    if (chance < 0.6 && this.#keys.length > 0) return pick(this.#keys);
    const key = `${this.name} ${this.#keys.length}`;
    this.#keys.push(key);
    return key;
  }

  async #send(batch: SentBatch): Promise<Outcome> {
    const path = batch.form === "event" ? "/v1/events" : "/v1/events/batch";
    try {
      const { status } = await this.caller.call("POST", path, this.#bodyOf(batch));
      return status === 202 ? "accepted" : "refused";
    } catch (error) {
      return wasSent(error) ? "unanswered" : "refused";
    }
  }

  #bodyOf({ form, events, faultyKeys }: SentBatch): Sent {
    const objects = events.map((event) => this.#eventOf(event, form));
    if (form === "event") return { body: objects[0] };
    if (form === "batch") return { body: { events: objects } };
    const faulty = faultyKeys.map((idempotencyKey) => ({ eventName: "api_call", idempotencyKey }));
    const middle = objects.length >> 1;
    const lines = [...objects.slice(0, middle), ...faulty, ...objects.slice(middle)];
    const raw = lines.map((line) => JSON.stringify(line)).join("\n");
    return { raw, headers: { "content-type": "application/x-ndjson" } };
  }

  #eventOf({ version, key }: SentEvent, form: string): object {
    return {
      eventName: "api_call",
      externalCustomerId: this.name,
      timestamp: new Date(this.now.getTime() - below(24 * HOUR_MS)).toISOString(),
      ...(key !== null && { idempotencyKey: key }),
      properties: { version, form },
    };
  }
}

/** Where nobody listened, nothing was sent. */
const wasSent = (error: unknown): boolean => {
  const cause = error instanceof Error ? error.cause : null;
  return !(cause instanceof Error && "code" in cause && cause.code === "ECONNREFUSED");
};

const below = (limit: number): number => Math.floor(Math.random() * limit);

function pick<Value>(values: readonly Value[]): Value {
  const value = values[below(values.length)];
  if (value === undefined) throw new Error("There is nothing to pick from");
  return value;
}

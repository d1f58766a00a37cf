// Moves accepted batches from the spool to the event store. A batch leaves the spool only after the store has it on disk, so a
// crash at any moment ships it again; the store counts a batch, and an event, once however often it comes.
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import type { Environment } from "@/lib/domain/environment";
import { log } from "@/lib/log";
import { insertEvents, insertRejected } from "@/lib/store/event-inserts";
import { eventStoreErrorName, isRefusedForGood } from "@/lib/store/event-store";
import { describeEvent } from "./read-batch";
import { type Places, Shipment } from "./shipment";
import type { SpoolKey, SpoolReader, Waiting } from "./spool-reader";
import { arrivalMsOf, type SpooledBatch } from "./spooled-batch";

/** Large enough that the store's cost of one insert is spread, small enough to hold two of them in memory. */
const SHIPMENT_BYTES_MAX = 64 * 1_048_576;
const ON_THE_WAY_MAX = 2;
/** About five milliseconds' work. */
const ROWS_OF_TURN = 4_000;
/** Batches that arrive meanwhile travel together: a hundred rows cost the store as much as one. */
const PAUSE_MS = 50;
/** How long a new batch may lie unseen. */
const LOOK_AGAIN_MS = 200;
const BACK_OFF_MS = { first: 250, max: 15_000 };

export class Shipper {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;
  private failures = 0;
  private removing: Promise<void> = Promise.resolve();
  /** One is made ready while the others are on their way: the store receives one and stores another. */
  private readonly shipments = Array.from({ length: ON_THE_WAY_MAX + 1 }, () => new Shipment());

  constructor(
    private readonly environment: Environment,
    private readonly spool: SpoolReader,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Resolves once nothing is on its way to the store. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        const shipped = await this.shipWaiting();
        if (this.failures > 0) log.info("The event store takes events again", { environment: this.environment });
        this.failures = 0;
        await this.pause(shipped ? PAUSE_MS : LOOK_AGAIN_MS);
      } catch (error) {
        await this.backOff(error);
      }
    }
  }

  /** Ships until nothing is left; while the store takes shipments the next is made ready. Answers whether there was any. */
  private async shipWaiting(): Promise<boolean> {
    const sending: Promise<void>[] = [];
    let after: SpoolKey | undefined;
    try {
      for (let turn = 0; !this.stopping.signal.aborted; turn++) {
        const waiting = this.spool.oldest(SHIPMENT_BYTES_MAX, after);
        if (waiting.length === 0) break;
        const shipment = this.shipments[turn % this.shipments.length] ?? new Shipment();
        await fill(shipment, waiting);
        if (sending.length === ON_THE_WAY_MAX) await sending.shift();
        const shipping = this.ship(waiting, shipment);
        // Heard of where it is awaited; until then it must not end the process.
        shipping.catch(() => undefined);
        sending.push(shipping);
        after = waiting.at(-1)?.key;
      }
      await Promise.all(sending);
    } finally {
      await Promise.allSettled(sending);
    }
    return after !== undefined;
  }

  private async ship(waiting: readonly Waiting[], shipment: Shipment): Promise<void> {
    try {
      await this.send(shipment, tokenOf(waiting));
    } catch (error) {
      if (!isRefusedForGood(error)) throw error;
      // One of them is at fault: the others must not wait for it.
      for (const { batch } of waiting) await this.shipAlone(batch, { from: 0, to: batch.eventCount });
    }
    await this.remove(waiting.map(({ key }) => key));
  }

  /** One after the other: two at once would both delete a piece that they drained together. */
  private async remove(keys: readonly SpoolKey[]): Promise<void> {
    const removed = this.removing.then(() => this.spool.remove(keys));
    this.removing = removed.catch(() => undefined);
    await removed;
  }

  /** Halves a batch that the store refuses until the events at fault stand alone; those are listed as rejected. */
  private async shipAlone(batch: SpooledBatch, places: Places): Promise<void> {
    const token = `${batch.acceptedUs} ${batch.requestId} ${places.from}-${places.to}`;
    const shipment = new Shipment();
    shipment.add(batch, places);
    try {
      await this.send(shipment, token);
    } catch (error) {
      if (!isRefusedForGood(error)) throw error;
      const { from, to } = places;
      const middle = Math.floor((from + to) / 2);
      if (middle === from) return this.reject(batch, from, token, error);
      await this.shipAlone(batch, { from, to: middle });
      await this.shipAlone(batch, { from: middle, to });
    }
  }

  private async reject(batch: SpooledBatch, place: number, token: string, error: unknown): Promise<void> {
    log.error("The event store refused an event", { environment: this.environment, error: eventStoreErrorName(error) });
    const { organizationId, requestId } = batch;
    const { index: _, ...described } = describeEvent(batch, place);
    const receivedAt = new Date(arrivalMsOf(batch));
    const refused = { organizationId, receivedAt, requestId, ...described, reason: "Event could not be stored" };
    await insertRejected(this.environment, [refused], `${token} rejected`);
  }

  private async send({ block, rejected }: Shipment, token: string): Promise<void> {
    if (block.rows > 0) await insertEvents(this.environment, block.toNative(), token);
    await insertRejected(this.environment, rejected, token);
  }

  private async backOff(error: unknown): Promise<void> {
    const waitMs = Math.min(BACK_OFF_MS.first * 2 ** this.failures, BACK_OFF_MS.max);
    if (this.failures++ === 0)
      log.warn("The event store does not take events; they wait in the spool", {
        environment: this.environment,
        error: eventStoreErrorName(error),
      });
    await this.pause(waitMs);
  }

  private async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}

/** In short turns: what is on its way leaves through this thread too. */
async function fill(shipment: Shipment, waiting: readonly Waiting[]): Promise<void> {
  shipment.clear();
  let rowsAtTurn = 0;
  for (const { batch } of waiting) {
    shipment.add(batch);
    if (shipment.block.rows - rowsAtTurn < ROWS_OF_TURN) continue;
    rowsAtTurn = shipment.block.rows;
    await nextTurn();
  }
}

/** The same batches have the same token, so that a shipment which was stored and not removed is stored once. */
function tokenOf(waiting: readonly Waiting[]): string {
  const ends = [waiting[0], waiting.at(-1)].map((end) => `${end?.batch.acceptedUs} ${end?.batch.requestId}`);
  return `${ends.join(" ")} ${waiting.length}`;
}

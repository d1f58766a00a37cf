import { type Backlog, backlogOf, isEmpty } from "./spool-backlog";
import { entryOf } from "./spool-key";
import { SpoolSegments } from "./spool-segments";
import { decodeBatch, type SpooledBatch } from "./spooled-batch";

export type SpoolKey = { readonly segment: number; readonly key: Buffer };
export type Waiting = { readonly key: SpoolKey; readonly batch: SpooledBatch };

/** The shipping end of a spool that this process owns, in whichever of its threads. There is one of it. */
export class SpoolReader {
  readonly #segments: SpoolSegments;

  constructor(directory: string) {
    this.#segments = new SpoolSegments(directory);
  }

  /** What was accepted first and is still here, in that order: as much as fits into `maxBytes`, but one batch at least. */
  oldest(maxBytes: number): Waiting[] {
    const waiting: Waiting[] = [];
    let bytes = 0;
    for (const segment of this.#segments.list()) {
      const store = this.#segments.store(segment);
      for (const key of store.getKeys()) {
        bytes += entryOf(key).bytes;
        if (bytes > maxBytes && waiting.length > 0) return waiting;
        const value = store.getBinary(key);
        if (value) waiting.push({ key: { segment, key }, batch: decodeBatch(value) });
      }
    }
    return waiting;
  }

  /** Removes what the event store has, and every drained piece but the one that is being written. */
  async remove(keys: readonly SpoolKey[]): Promise<void> {
    const segments = this.#segments.list();
    const present = keys.filter(({ segment }) => segments.includes(segment));
    await Promise.all(present.map(({ segment, key }) => this.#segments.store(segment).remove(key)));
    for (const segment of segments.slice(0, -1)) {
      // Nothing is appended to a piece once there is a newer one, so what is empty stays empty.
      if (isEmpty(this.#segments.store(segment))) await this.#segments.delete(segment);
    }
  }

  backlog(): Backlog {
    return backlogOf(this.#segments);
  }

  close(): Promise<void> {
    return this.#segments.closeAll();
  }
}

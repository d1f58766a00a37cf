import { type Backlog, backlogOf, isEmpty } from "./spool-backlog";
import { entryOf, FIRST_KEY, MARK } from "./spool-key";
import { committed, SpoolSegments } from "./spool-segments";
import { decodeBatch, type SpooledBatch } from "./spooled-batch";

export type SpoolKey = { readonly segment: number; readonly key: Buffer };
export type Waiting = { readonly key: SpoolKey; readonly batch: SpooledBatch };

/** The shipping end of a spool that this process owns, in whichever of its threads. There is one of it. */
export class SpoolReader {
  readonly #segments: SpoolSegments;
  #removals = 0;

  constructor(directory: string) {
    this.#segments = new SpoolSegments(directory);
  }

  /**
   * What was accepted first and is still here, in that order: as much as fits into `maxBytes`, but one batch at least.
   * `after`: only what follows this one, which need not be here any more.
   */
  oldest(maxBytes: number, after?: SpoolKey): Waiting[] {
    const waiting: Waiting[] = [];
    let bytes = 0;
    for (const segment of this.#segments.list()) {
      if (after && segment < after.segment) continue;
      const store = this.#segments.asItIs(segment);
      const last = after?.segment === segment ? after.key : null;
      for (const key of store.getKeys({ start: last ?? FIRST_KEY })) {
        if (last?.equals(key)) continue;
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
    for (const segment of segments) {
      const own = keys.filter((one) => one.segment === segment);
      if (own.length > 0) await this.#removeFrom(segment, own);
    }
    for (const segment of segments.slice(0, -1)) {
      // Nothing is appended to a piece once there is a newer one, so what is empty stays empty.
      if (isEmpty(this.#segments.asItIs(segment))) await this.#segments.delete(segment);
    }
  }

  async #removeFrom(segment: number, keys: readonly SpoolKey[]): Promise<void> {
    const store = this.#segments.store(segment);
    await Promise.all(keys.map(({ key }) => committed(store.remove(key))));
    // Room that one commit gives back can be used from the next but one on. On a full disk no append would ever get that far.
    this.#removals = (this.#removals + 1) % 256;
    await committed(store.put(MARK, Buffer.from([this.#removals])));
  }

  backlog(): Backlog {
    return backlogOf(this.#segments);
  }

  close(): Promise<void> {
    return this.#segments.closeAll();
  }
}

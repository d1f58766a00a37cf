// Accepted batches on disk until the event store has them. One process appends to a spool, and one thread of it ships.
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { open as openFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describeError, log } from "@/lib/log";
import { takeLock } from "@/scripts/process-lock.mjs";
import { type Backlog, backlogOf, lastEntryOf } from "./spool-backlog";
import { keyOf } from "./spool-key";
import { committed, SpoolSegments } from "./spool-segments";
import { encodeBatch, type NewBatch } from "./spooled-batch";

const SEGMENT_BYTES_MAX = 512 * 1_048_576;
const PROBE_BYTES = 65_536;

/** The disk is full or failing. Nothing of the batch is stored. */
export class SpoolAway extends Error {}

/** Another process, or this one, has the spool open. */
export class SpoolTaken extends Error {}

/** Opens the spool for appending, as its only owner. Throws `SpoolTaken` when it has another. */
export function openSpool(directory: string, segmentBytesMax = SEGMENT_BYTES_MAX): Spool {
  const attempt = takeSpool(directory);
  if (!attempt.taken) throw new SpoolTaken(`Process ${attempt.holder} uses the event spool in ${directory}`);
  try {
    return new Spool(directory, attempt.release, segmentBytesMax);
  } catch (error) {
    attempt.release();
    throw error;
  }
}

/** Whoever holds the lock of a spool may open it. */
export function takeSpool(directory: string) {
  // Before the lock makes it: what lies in it is for nobody else on this machine.
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return takeLock(join(directory, "owner.lock"));
}

export class Spool {
  readonly #segments: SpoolSegments;
  #current: number;
  #lastUs: number;
  #events: number;
  #bytes: number;
  #pending = 0;
  #turning: Promise<void> | null = null;
  #whenIdle: (() => void) | null = null;
  #isFailing = false;
  #isClosed = false;

  constructor(
    readonly directory: string,
    private readonly release: () => void,
    private readonly segmentBytesMax: number,
  ) {
    this.#segments = new SpoolSegments(directory);
    this.#segments.sweep();
    this.#current = this.#segments.list().at(-1) ?? 1;
    this.#segments.create(this.#current);
    const last = lastEntryOf(this.#segments);
    this.#lastUs = last?.acceptedUs ?? 0;
    this.#events = last ? last.eventsBefore + last.events : 0;
    this.#bytes = last ? last.bytesBefore + last.bytes : 0;
  }

  /** Answers, once the whole batch is on disk, when it was accepted. Rejects with `SpoolAway` when nothing of it is. */
  async append(batch: NewBatch): Promise<number> {
    while (this.#turning) await this.#turning;
    if (this.#isClosed) throw new SpoolAway("The spool is closed");
    this.#pending++;
    try {
      const acceptedUs = this.#nextUs();
      const value = encodeBatch(batch, acceptedUs);
      const key = keyOf({
        acceptedUs,
        eventsBefore: this.#events,
        bytesBefore: this.#bytes,
        events: batch.eventCount,
        bytes: value.length,
      });
      this.#events += batch.eventCount;
      this.#bytes += value.length;
      await committed(this.#segments.create(this.#current).put(key, value));
      this.#isFailing = false;
      return acceptedUs;
    } catch (error) {
      this.#isFailing = true;
      throw new SpoolAway("The spool could not be written", { cause: error });
    } finally {
      this.#settle();
    }
  }

  backlog(): Backlog {
    return backlogOf(this.#segments);
  }

  /** Whether a batch could be stored. After a failure that is found out by writing something. */
  async isUp(): Promise<boolean> {
    if (this.#isClosed) return false;
    if (!this.#isFailing) return true;
    try {
      await this.#probe();
      this.#isFailing = false;
      return true;
    } catch {
      return false;
    }
  }

  /** Waits for what is being appended. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    while (this.#turning) await this.#turning;
    await this.#idle();
    await this.#segments.closeAll();
    this.release();
  }

  /** The clock, but never the same microsecond twice and never backwards. */
  #nextUs(): number {
    this.#lastUs = Math.max(this.#lastUs + 1, Date.now() * 1000);
    return this.#lastUs;
  }

  #settle(): void {
    this.#pending--;
    if (this.#pending === 0) this.#whenIdle?.();
    if (this.#turning || this.#isClosed) return;
    if (this.#isFailing || this.#segments.bytesOnDisk(this.#current) >= this.segmentBytesMax) {
      this.#turning = this.#turn().finally(() => {
        this.#turning = null;
      });
    }
  }

  /** Between two appends: a new piece for one that is full, and after a failure the sums of what really is there. */
  async #turn(): Promise<void> {
    await this.#idle();
    try {
      if (this.#isFailing) {
        const last = lastEntryOf(this.#segments);
        if (last) {
          this.#events = last.eventsBefore + last.events;
          this.#bytes = last.bytesBefore + last.bytes;
        }
      } else {
        const full = this.#current;
        // Never back: whoever reads deletes a drained piece as soon as there is a newer one.
        this.#current = full + 1;
        await this.#segments.close(full);
        this.#segments.create(this.#current);
      }
      await this.#segments.forgetDeleted();
    } catch (error) {
      log.warn("The event spool could not begin a new segment", { error: describeError(error) });
    }
  }

  #idle(): Promise<void> {
    if (this.#pending === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#whenIdle = resolve;
    });
  }

  async #probe(): Promise<void> {
    const path = join(this.directory, `probe-${randomBytes(4).toString("hex")}`);
    try {
      const file = await openFile(path, "w");
      try {
        await file.write(Buffer.alloc(PROBE_BYTES, 1));
        await file.sync();
      } finally {
        await file.close();
      }
    } finally {
      await rm(path, { force: true });
    }
  }
}

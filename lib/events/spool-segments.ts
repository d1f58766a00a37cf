// The spool in pieces. A store of this kind never gives room back to the disk, but a piece that is drained can be deleted.
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { open, type RootDatabase } from "lmdb";
import { describeError, log } from "@/lib/log";

export type Store = RootDatabase<Buffer, Buffer>;

const NAME = /^\d{12}$/;
const DRAINED = ".drained";

/** The pieces below one directory, opened when they are first asked for. */
export class SpoolSegments {
  readonly #open = new Map<number, Store>();

  constructor(private readonly directory: string) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  }

  /** The numbers of all pieces, oldest first. */
  list(): number[] {
    return readdirSync(this.directory)
      .filter((name) => NAME.test(name))
      .map(Number)
      .sort((one, other) => one - other);
  }

  /** Opens the piece, and makes it first when there is none: its name is on disk before anything is in it. */
  create(segment: number): Store {
    const known = this.#open.get(segment);
    if (known) return known;
    const store = this.store(segment);
    for (const path of [this.#path(segment), this.directory, dirname(this.directory)]) syncDirectory(path);
    return store;
  }

  store(segment: number): Store {
    const known = this.#open.get(segment);
    if (known) return known;
    const store: Store = open({
      path: this.#path(segment),
      encoding: "binary",
      keyEncoding: "binary",
      // A commit is flushed before it is reported: then "committed" and "flushed" are one promise, which also hears of a failed flush.
      overlappingSync: false,
      // Else a failed commit also rejects a promise that nobody can reach, which would end the process.
      eventTurnBatching: false,
    });
    this.#open.set(segment, store);
    return store;
  }

  /**
   * The piece as it is now, for reading. A thread goes on seeing what it saw first in its turn, and would take a piece for drained
   * that another thread has filled meanwhile.
   */
  asItIs(segment: number): Store {
    const store = this.store(segment);
    store.resetReadTxn();
    return store;
  }

  bytesOnDisk(segment: number): number {
    return statSync(join(this.#path(segment), "data.mdb")).size;
  }

  /** Closes what was deleted meanwhile by whoever reads the same spool. */
  async forgetDeleted(): Promise<void> {
    for (const segment of this.#open.keys()) if (!existsSync(this.#path(segment))) await this.close(segment);
  }

  async close(segment: number): Promise<void> {
    const store = this.#open.get(segment);
    this.#open.delete(segment);
    await store?.close();
  }

  async closeAll(): Promise<void> {
    for (const segment of [...this.#open.keys()]) await this.close(segment);
  }

  /** Deletes a piece. Renamed first: one that is half deleted must not look like one that is there. */
  async delete(segment: number): Promise<void> {
    await this.close(segment);
    renameSync(this.#path(segment), this.#path(segment) + DRAINED);
    this.sweep();
  }

  /** Finishes deletions that a crash interrupted. */
  sweep(): void {
    for (const name of readdirSync(this.directory).filter((name) => name.endsWith(DRAINED)))
      rmSync(join(this.directory, name), { recursive: true, force: true });
  }

  #path(segment: number): string {
    return join(this.directory, String(segment).padStart(12, "0"));
  }
}

/** Waits for a write to be on disk. */
export async function committed(write: Promise<boolean>): Promise<void> {
  try {
    await write;
  } catch (error) {
    // The reason comes as a promise of its own, which would end the process if nobody listened to it.
    if (error instanceof Error && "commitError" in error) Promise.resolve(error.commitError).catch(tellReason);
    throw error;
  }
}

const tellReason = (reason: unknown): void =>
  log.error("The event spool could not be written", { error: describeError(reason) });

function syncDirectory(path: string): void {
  const directory = openSync(path, "r");
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}

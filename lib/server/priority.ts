// Who waits comes first. Accepting an event and answering a request hold up somebody; storing events does not, and merging what is
// stored even less.
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { basename } from "node:path";

const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;
const LOOK_EVERY_MS = 1_000;
const OWN_THREADS = "/proc/self/task";

/** Puts this thread behind those that answer. Linux gives each thread a priority of its own; elsewhere nothing changes. */
export function yieldThread(): void {
  onLinux(() => setPriority(Number(basename(readlinkSync("/proc/thread-self"))), PRIORITY_BELOW_NORMAL));
}

/** Puts all threads of this process, and those that they start, behind those that answer. */
export function yieldProcess(): void {
  onLinux(() => {
    for (const thread of readdirSync(OWN_THREADS)) setPriority(Number(thread), PRIORITY_BELOW_NORMAL);
  });
}

/** Puts the threads of this process that have this name behind all others, as soon as there are any. */
export function yieldThreadsNamed(name: string): void {
  const looking = setInterval(() => {
    onLinux(() => {
      const found = readdirSync(OWN_THREADS).filter((thread) => nameOf(thread) === name);
      for (const thread of found) setPriority(Number(thread), PRIORITY_LOW);
      if (found.length > 0) clearInterval(looking);
    });
  }, LOOK_EVERY_MS);
  looking.unref();
}

const nameOf = (thread: string): string => readFileSync(`${OWN_THREADS}/${thread}/comm`, "utf8").trim();

function onLinux(change: () => void): void {
  try {
    change();
  } catch {
    // No such directory, or not allowed: all have the same priority.
  }
}

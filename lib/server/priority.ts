// Who waits comes first. Accepting an event and answering a request hold up somebody; storing events and merging them does not.
import { readdirSync, readlinkSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { basename } from "node:path";

/** Puts this thread behind those that answer. Linux gives each thread a priority of its own; elsewhere nothing changes. */
export function yieldThread(): void {
  onLinux(() => yieldOf(basename(readlinkSync("/proc/thread-self"))));
}

/** Puts all threads of this process, and those that they start, behind those that answer. */
export function yieldProcess(): void {
  onLinux(() => readdirSync("/proc/self/task").forEach(yieldOf));
}

const yieldOf = (thread: string): void => setPriority(Number(thread), constants.priority.PRIORITY_BELOW_NORMAL);

function onLinux(change: () => void): void {
  try {
    change();
  } catch {
    // No such directory, or not allowed: all have the same priority.
  }
}

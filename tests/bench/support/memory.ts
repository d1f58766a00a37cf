import { readFileSync } from "node:fs";

/** Memory that is the process's own: what it has mapped of a file, the system takes back when it needs room. */
export function ownMiBOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/RssAnon:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1_024;
}

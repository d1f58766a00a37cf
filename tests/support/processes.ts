import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

export type ListedProcess = { pid: number; parent: number; command: string };

/** Every process of this machine that has not ended. */
export function listProcesses(): ListedProcess[] {
  return existsSync("/proc/self/stat") ? fromProc() : fromPs();
}

export const childrenOf = (pid: number): ListedProcess[] => listProcesses().filter((one) => one.parent === pid);

export const isRunning = (pid: number): boolean => listProcesses().some((one) => one.pid === pid);

function fromProc(): ListedProcess[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ").trim();
        return state === "Z" ? [] : [{ pid: Number(name), parent: Number(parent), command }];
      } catch {
        return [];
      }
    });
}

function fromPs(): ListedProcess[] {
  return execFileSync("ps", ["-axww", "-o", "pid=,ppid=,state=,args="], { encoding: "utf8" })
    .split("\n")
    .flatMap((line) => {
      const [, pid, parent, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
      return pid === undefined || state?.startsWith("Z")
        ? []
        : [{ pid: Number(pid), parent: Number(parent), command: command ?? "" }];
    });
}

// What a killed keeper leaves: a running server, or the lock file of one. A pid alone proves nothing, because pids are used again.
import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { hasCode } from "./error-code";

const POLL_MS = 20;
const FAST_LIMIT_MS = 10_000;
const IMMEDIATE_LIMIT_MS = 5_000;

/** What the server itself writes about its run, or undefined when none runs or ran. */
export async function readServerFile(directory: string): Promise<{ pid: number; ready: boolean } | undefined> {
  const lines = (await readFile(serverFile(directory), "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, ready: lines[7]?.trim() === "ready" } : undefined;
}

/**
 * After this no server runs on the directory, and its lock file does not name an unrelated process.
 * `patienceMs` is for the clients of the earlier run, a migration for instance, to end by themselves.
 */
export async function stopLeftoverServer(directory: string, patienceMs = 0): Promise<void> {
  const file = await readServerFile(directory);
  if (!file || !isAlive(file.pid)) return;
  const words = await commandLine(file.pid);
  if (!/(^|\/)postgres$/.test(words[0] ?? "")) {
    // PostgreSQL would take the unrelated process for a running server and refuse to start.
    await rm(serverFile(directory), { force: true });
    return;
  }
  if (!words.includes(directory)) return; // Some other PostgreSQL: whether it blocks this one is PostgreSQL's own judgement.
  if (patienceMs > 0 && (await stopsAfter(file.pid, "SIGTERM", patienceMs))) return;
  if (await stopsAfter(file.pid, "SIGINT", FAST_LIMIT_MS)) return;
  if (await stopsAfter(file.pid, "SIGQUIT", IMMEDIATE_LIMIT_MS)) return;
  if (!(await stopsAfter(file.pid, "SIGKILL", IMMEDIATE_LIMIT_MS))) {
    throw new Error(`A PostgreSQL of an earlier run (process ${file.pid}) does not stop.`);
  }
}

const serverFile = (directory: string) => join(directory, "postmaster.pid");

async function commandLine(pid: number): Promise<string[]> {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, "utf8")).split("\0");
  } catch {
    // No /proc, as on macOS. A path with a blank is not recognized there.
    const listed = await promisify(execFile)("ps", ["-ww", "-o", "args=", "-p", String(pid)]).catch(() => ({
      stdout: "",
    }));
    return listed.stdout.trim().split(/\s+/);
  }
}

async function stopsAfter(pid: number, signal: NodeJS.Signals, limitMs: number): Promise<boolean> {
  const untilMs = Date.now() + limitMs;
  try {
    process.kill(pid, signal);
  } catch {
    return !isAlive(pid);
  }
  while (isAlive(pid) && !(await isZombie(pid))) {
    if (Date.now() > untilMs) return false;
    await sleep(POLL_MS);
  }
  return true;
}

/** A dead process whose parent has not asked for its end, as in a container whose first process never does. */
const isZombie = async (pid: number) => /\) Z /.test(await readFile(`/proc/${pid}/stat`, "utf8").catch(() => ""));

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

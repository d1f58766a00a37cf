// A lock file that outlives no process: it names its holder by pid and start time, because pids are used again.
// Plain JavaScript, since it is needed before dependencies exist.
import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const ATTEMPTS_MAX = 10;

/** Takes the lock, also from a process that died with it. */
export function takeLock(path) {
  mkdirSync(dirname(path), { recursive: true });
  const own = JSON.stringify(identify(process.pid));
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, own, { mode: 0o600 });
  let stale = false;
  try {
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      if (linked(draft, path)) return { taken: true, stale, release: () => removeIf(path, own) };
      const holder = findLockHolder(path);
      if (holder) return { taken: false, holder };
      stale = true;
      removeIf(path, readOrEmpty(path));
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw new Error(`The lock ${path} could not be taken.`);
}

/** The pid of the live process that holds the lock, or undefined. */
export function findLockHolder(path) {
  try {
    const holder = JSON.parse(readFileSync(path, "utf8"));
    return isIdentified(holder) ? holder.pid : undefined;
  } catch {
    return undefined;
  }
}

/** A process, told apart from a later one with the same pid. */
export const identify = (pid) => ({ pid, startedAt: startOf(pid) });

/** Whether that very process still runs. */
export const isIdentified = ({ pid, startedAt }) => startedAt !== undefined && startOf(pid) === startedAt;

/** Linking gives the file its name and its whole content in one step. */
function linked(draft, path) {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** Moved before it is removed: of two processes that find the same stale lock, the slower must not remove the faster one's. */
function removeIf(path, content) {
  const moved = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, moved);
    if (readFileSync(moved, "utf8") !== content) linked(moved, path);
    rmSync(moved, { force: true });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

function readOrEmpty(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? undefined : fields[19];
  } catch {
    return process.platform === "linux" ? undefined : listedStartOf(pid);
  }
}

function listedStartOf(pid) {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return undefined;
  }
}

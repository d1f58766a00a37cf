import { type ChildProcess, spawn } from "node:child_process";
import { open, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./free-port";
import { POSTGRES_VARIABLES } from "./postgres-binaries";
import type { PostgresCluster } from "./postgres-cluster";
import { readServerFile, stopLeftoverServer } from "./postgres-leftover";

export type PostgresServer = {
  port: number;
  /** Settles when the server is gone, with the reason. */
  gone: Promise<string>;
  /**
   * `patient` lets clients end by themselves for a while, `fast` ends their transactions, `immediate` leaves the recovery to the
   * next start. Nothing committed is lost in any.
   */
  stop: (how: "patient" | "fast" | "immediate") => Promise<void>;
};

export type PostgresSettings = Record<string, string>;
type StartOptions = { logFile: string; settings?: PostgresSettings; preferredPort?: number; onlyThisPort?: boolean };

const START_LIMIT_MS = 60_000;
const PATIENCE_MS = 6_000;
const STOP_LIMIT_MS = 10_000;
const POLL_MS = 10;

const SETTINGS: PostgresSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  shared_buffers: "64MB",
  max_wal_size: "256MB",
  // Parallel workers need /dev/shm, which containers keep small.
  max_parallel_workers_per_gather: "0",
  jit: "off",
  log_checkpoints: "off",
  // A failed statement's text can hold what must not be in a log.
  log_min_error_statement: "panic",
  log_timezone: "UTC",
  timezone: "UTC",
};

/** Starts the server and returns once it accepts connections. A server left behind by a killed keeper is stopped first. */
export async function startPostgres(cluster: PostgresCluster, options: StartOptions): Promise<PostgresServer> {
  await stopLeftoverServer(cluster.directory);
  const fixed = options.onlyThisPort ? options.preferredPort : undefined;
  const port = fixed ?? (await freePort(options.preferredPort));
  const child = await spawnServer(cluster, port, options);
  const gone = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  let reason: string | undefined;
  void gone.then((text) => (reason = text));
  for (const startedAtMs = Date.now(); ; await sleep(POLL_MS)) {
    if (reason !== undefined)
      throw new Error(`PostgreSQL did not start (${reason}). ${await lastLine(options.logFile)}`);
    const file = await readServerFile(cluster.directory);
    if (file?.pid === child.pid && file?.ready) break;
    if (Date.now() - startedAtMs > START_LIMIT_MS) {
      child.kill("SIGQUIT");
      throw new Error(
        `PostgreSQL did not start within ${START_LIMIT_MS / 1000} seconds. ${await lastLine(options.logFile)}`,
      );
    }
  }
  return { port, gone, stop: (how) => stopServer(child, gone, how) };
}

async function spawnServer(cluster: PostgresCluster, port: number, options: StartOptions): Promise<ChildProcess> {
  const settings = { ...SETTINGS, ...options.settings, port: String(port) };
  const log = await open(options.logFile, "a", 0o600);
  try {
    return spawn(
      cluster.binaries.postgres,
      ["-D", cluster.directory, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
      {
        cwd: cluster.directory,
        env: POSTGRES_VARIABLES,
        stdio: ["ignore", log.fd, log.fd],
        // A session of its own: the terminal's Ctrl-C must not stop the database before the parts that use it.
        detached: true,
        ...cluster.account,
      },
    );
  } finally {
    await log.close();
  }
}

const STOP_SIGNALS = {
  patient: [
    ["SIGTERM", PATIENCE_MS],
    ["SIGINT", STOP_LIMIT_MS],
    ["SIGQUIT", STOP_LIMIT_MS],
  ],
  fast: [
    ["SIGINT", STOP_LIMIT_MS],
    ["SIGQUIT", STOP_LIMIT_MS],
  ],
  immediate: [["SIGQUIT", STOP_LIMIT_MS]],
} as const;

async function stopServer(child: ChildProcess, gone: Promise<string>, how: keyof typeof STOP_SIGNALS): Promise<void> {
  for (const [signal, limitMs] of STOP_SIGNALS[how]) {
    child.kill(signal);
    const limit = new AbortController();
    const timeUp = sleep(limitMs, "time is up" as const, { signal: limit.signal }).catch(() => "stopped" as const);
    const outcome = await Promise.race([gone, timeUp]);
    limit.abort();
    if (outcome !== "time is up") return;
  }
  child.kill("SIGKILL");
  await gone;
}

async function lastLine(logFile: string): Promise<string> {
  const text = await readFile(logFile, "utf8").catch(() => "");
  return text.trimEnd().split("\n").at(-1) ?? "";
}

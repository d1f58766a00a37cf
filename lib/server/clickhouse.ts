// One environment's embedded ClickHouse: a process of its own, which alone opens its files. The supervisor starts it again when
// it ends, and it ends when the supervisor is gone.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Environment } from "@/lib/domain/environment";
import { type ClickHouseServer, startClickHouse } from "@/lib/embedded/clickhouse-server";
import { EnvError, readEnv } from "@/lib/env";
import { describeError } from "@/lib/log";
import { takeLock } from "@/scripts/process-lock.mjs";
import { announceReady, stopWithParent } from "./child-process";
import { optionsOf, requireEnvironment, UsageError } from "./command-line";
import { openDataDirectory } from "./data-directory";
import {
  CLICKHOUSE_USER,
  clickHouseDatabase,
  clickHouseDirectory,
  readClickHousePort,
  rememberClickHousePort,
} from "./embedded-clickhouse";
import { yieldProcess, yieldThreadsNamed } from "./priority";
import { clickHousePassword } from "./secrets";

const USAGE = "Usage: clickhouse --environment production|sandbox";
/** As the engine names them. They begin with the first table and end with the engine. */
const MERGING_THREADS = "MergeMutate";
const STOP_LIMIT_MS = 14_000;
/** How long the process of a killed supervisor may take to leave. */
const LEFTOVER_PATIENCE_MS = 15_000;
const POLL_MS = 100;

async function keepClickHouse(): Promise<void> {
  const options = optionsOf({ environment: { type: "string" }, "same-port": { type: "boolean" } }, USAGE);
  const environment = requireEnvironment(options.environment, USAGE);
  yieldProcess();
  const starting = start(environment, options["same-port"] === true);
  stopWithParent(async () => {
    const { server, release } = await starting;
    await server.stop();
    release();
  }, STOP_LIMIT_MS);
  const { server } = await starting;
  announceReady({ url: server.url(clickHouseDatabase(environment)) });
}

type Kept = { server: ClickHouseServer; release: () => void };

async function start(environment: Environment, samePort: boolean): Promise<Kept> {
  const { root, secrets } = await openDataDirectory(readEnv().MINTKEY_DATA_DIR);
  const directory = clickHouseDirectory(root, environment);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const release = await takeFilesLock(join(directory, "lock"));
  const server = await startClickHouse({
    directory,
    login: { user: CLICKHOUSE_USER, password: await clickHousePassword(secrets, environment) },
    databases: [clickHouseDatabase(environment)],
    preferredPort: await readClickHousePort(root, environment),
    // Started again within one run: the other parts hold its address.
    onlyThisPort: samePort,
  });
  yieldThreadsNamed(MERGING_THREADS);
  await rememberClickHousePort(root, environment, server.port);
  return { server, release };
}

/** Two processes on the same files would destroy them, and the engine itself does not refuse. */
async function takeFilesLock(path: string): Promise<() => void> {
  for (const untilMs = Date.now() + LEFTOVER_PATIENCE_MS; ; await sleep(POLL_MS)) {
    const attempt = takeLock(path);
    if (attempt.taken) return attempt.release;
    if (Date.now() > untilMs) throw new Error(`The process ${attempt.holder} still uses the files beside ${path}`);
  }
}

keepClickHouse().catch((error: unknown) => {
  const isSentence = error instanceof UsageError || error instanceof EnvError;
  process.stderr.write(`${isSentence ? error.message : describeError(error)}\n`);
  process.exit(1);
});

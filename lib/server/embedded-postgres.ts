// The keeper of the embedded PostgreSQL: one process that owns the server's life. It ends when its server ends, and the
// supervisor starts both again; it stops its server when the supervisor is gone.
import { open, readFile, rename, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { locatePostgresBinaries } from "@/lib/embedded/postgres-binaries";
import { ensureCluster } from "@/lib/embedded/postgres-cluster";
import { databaseUrl } from "@/lib/embedded/postgres-databases";
import { stopLeftoverServer } from "@/lib/embedded/postgres-leftover";
import { locatePostgresFiles } from "@/lib/embedded/postgres-location";
import { type PostgresServer, startPostgres } from "@/lib/embedded/postgres-server";
import { postgresAccount } from "@/lib/embedded/system-account";
import { readEnv } from "@/lib/env";
import { describeError } from "@/lib/log";
import { announceReady, stopWithParent } from "./child-process";
import { openDataDirectory } from "./data-directory";
import { embeddedLogins, portFile, readEmbeddedPort } from "./embedded-databases";
import { postgresPasswords } from "./secrets";

const STOP_LIMIT_MS = 24_000;
/** The supervisor stops the servers before it asks; when it was killed, they and a migration are still on their way out. */
const STOP_BY_REASON = { signal: "fast", quit: "immediate", "parent gone": "patient" } as const;
const LEFTOVER_PATIENCE_MS = 6_000;
const LOG_CHECK_MS = 600_000;
const LOG_BYTES_MAX = 10_000_000;

async function keepPostgres(): Promise<void> {
  let stopping = false;
  // Stopping waits for a start that is under way: there is nothing to stop before, and something left over after.
  const starting = startServer();
  stopWithParent(async (reason) => {
    stopping = true;
    const server = await starting;
    await server.stop(STOP_BY_REASON[reason]);
  }, STOP_LIMIT_MS);
  const server = await starting;
  const reason = await server.gone;
  if (stopping) return;
  process.stderr.write(`The PostgreSQL server ended (${reason}).\n`);
  process.exit(1);
}

async function startServer(): Promise<PostgresServer> {
  // Started again within one run: the other parts hold its address, and connections that no patience would end.
  const sameRun = process.argv.includes("--same-port");
  const dataDirectory = await openDataDirectory(readEnv().MINTKEY_DATA_DIR);
  const logins = embeddedLogins(await postgresPasswords(dataDirectory.secrets));
  const account = await postgresAccount();
  const binaries = await locatePostgresBinaries(account !== undefined);
  const root = await locatePostgresFiles(dataDirectory.root, account);
  await stopLeftoverServer(join(root, "cluster"), sameRun ? 0 : LEFTOVER_PATIENCE_MS);
  const cluster = await ensureCluster(root, Object.values(logins), binaries, account);
  const logFile = join(dataDirectory.root, "postgres.log");
  await limitLog(logFile);
  setInterval(() => void limitLog(logFile).catch(() => undefined), LOG_CHECK_MS).unref();
  const server = await startPostgres(cluster, {
    logFile,
    preferredPort: await readEmbeddedPort(dataDirectory.root),
    onlyThisPort: sameRun,
  });
  await rememberPort(portFile(dataDirectory.root), server.port);
  announceReady({
    control: databaseUrl(logins.control, server.port),
    production: databaseUrl(logins.production, server.port),
    sandbox: databaseUrl(logins.sandbox, server.port),
  });
  return server;
}

/** Replaced as a whole: a reader, or a keeper after a kill in this moment, finds the old port or the new one. */
async function rememberPort(path: string, port: number): Promise<void> {
  await writeFile(`${path}.new`, `${port}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

/** Keeps the newest lines in `.1` and empties the file in place, because the running server has it open. */
async function limitLog(logFile: string): Promise<void> {
  const bytes = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (bytes <= LOG_BYTES_MAX) return;
  const kept = await readFile(logFile);
  const file = await open(`${logFile}.1`, "w", 0o600);
  await file.writeFile(kept.subarray(-LOG_BYTES_MAX)).finally(() => file.close());
  await truncate(logFile);
}

keepPostgres().catch((error: unknown) => {
  process.stderr.write(`${describeError(error)}\n`);
  process.exit(1);
});

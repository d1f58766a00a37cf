import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { locatePostgresBinaries } from "@/lib/embedded/postgres-binaries";
import { ensureCluster } from "@/lib/embedded/postgres-cluster";
import { type DatabaseLogin, databaseUrl } from "@/lib/embedded/postgres-databases";
import { locatePostgresFiles } from "@/lib/embedded/postgres-location";
import { type PostgresServer, startPostgres } from "@/lib/embedded/postgres-server";
import { postgresAccount } from "@/lib/embedded/system-account";
import { removeDataDirectory, temporaryDataDirectory } from "../support/product";

const PRODUCTION = { name: "mintkey_production", password: "a".repeat(64) };
const SANDBOX = { name: "mintkey_sandbox", password: "b".repeat(64) };
const startedAsRoot = process.getuid?.() === 0;

let directory: string;
let servers: PostgresServer[];

beforeEach(() => {
  directory = temporaryDataDirectory();
  servers = [];
});

afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop("immediate")));
  removeDataDirectory(directory);
});

async function start(
  logins: DatabaseLogin[] = [PRODUCTION, SANDBOX],
  dataDirectory = directory,
): Promise<PostgresServer> {
  const account = await postgresAccount();
  const root = await locatePostgresFiles(dataDirectory, account);
  const cluster = await ensureCluster(root, logins, await locatePostgresBinaries(account !== undefined), account);
  const server = await startPostgres(cluster, { logFile: join(dataDirectory, "postgres.log") });
  servers.push(server);
  return server;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const filesOf = () => join(directory, "postgres", "cluster");

test("a role opens its own database, and no other with any password", async () => {
  const { port } = await start();
  expect(await query(databaseUrl(SANDBOX, port), "SELECT current_user")).toEqual([{ current_user: SANDBOX.name }]);
  for (const database of [PRODUCTION.name, "postgres", "template1"]) {
    const foreign = databaseUrl(SANDBOX, port).replace(/[a-z_]+$/, database);
    await expect(query(foreign, "SELECT 1")).rejects.toThrow(/no pg_hba.conf entry/);
  }
  const guess = { ...PRODUCTION, password: SANDBOX.password };
  await expect(query(databaseUrl(guess, port), "SELECT 1")).rejects.toThrow(/password authentication failed/);
});

test("the superuser cannot sign in", async () => {
  const { port } = await start();
  const superuser = { name: "mintkey_superuser", password: SANDBOX.password };
  const url = databaseUrl(superuser, port).replace(/[a-z_]+$/, SANDBOX.name);
  await expect(query(url, "SELECT 1")).rejects.toThrow(/no pg_hba.conf entry/);
});

test("what a transaction committed is there after the server was killed", async () => {
  const first = await start();
  await query(databaseUrl(SANDBOX, first.port), "CREATE TABLE kept (value int); INSERT INTO kept VALUES (7)");
  const [pid] = readFileSync(join(filesOf(), "postmaster.pid"), "utf8").split("\n");
  process.kill(Number(pid), "SIGKILL");
  await first.gone;
  const second = await start();
  expect(await query(databaseUrl(SANDBOX, second.port), "SELECT value FROM kept")).toEqual([{ value: 7 }]);
});

test("a server that an ended keeper left running is stopped and replaced", async () => {
  const first = await start();
  const second = await start();
  expect(await first.gone).toBe("exit code 0");
  expect(await query(databaseUrl(SANDBOX, second.port), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("a lock file that names an unrelated process does not hold up a start", async () => {
  const first = await start();
  const lockFile = join(filesOf(), "postmaster.pid");
  const text = readFileSync(lockFile, "utf8");
  await first.stop("fast");
  writeFileSync(lockFile, text.replace(/^\d+/, String(process.pid)));
  const second = await start();
  expect(await query(databaseUrl(SANDBOX, second.port), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("a creation that was cut short is done again", async () => {
  await (await start()).stop("immediate");
  renameSync(filesOf(), join(directory, "postgres", "unfinished-1"));
  rmSync(join(directory, "postgres", "unfinished-1", "global"), { recursive: true });
  const { port } = await start();
  expect(await query(databaseUrl(SANDBOX, port), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("new passwords open the same data, and the old ones nothing", async () => {
  const first = await start();
  await query(databaseUrl(SANDBOX, first.port), "CREATE TABLE kept (value int)");
  await first.stop("fast");
  const renewed = { ...SANDBOX, password: "c".repeat(64) };
  const { port } = await start([PRODUCTION, renewed]);
  expect(await query(databaseUrl(renewed, port), "SELECT value FROM kept")).toEqual([]);
  await expect(query(databaseUrl(SANDBOX, port), "SELECT 1")).rejects.toThrow(/password authentication failed/);
});

test.runIf(startedAsRoot)(
  "below a root-only folder the files lie outside, and follow their data directory only",
  async () => {
    const closed = join(directory, "closed");
    const dataDirectory = join(closed, "data");
    mkdirSync(dataDirectory, { recursive: true });
    chmodSync(closed, 0o700);
    const first = await start([SANDBOX], dataDirectory);
    await query(databaseUrl(SANDBOX, first.port), "CREATE TABLE kept (value int)");
    await first.stop("fast");
    const outside = readFileSync(join(dataDirectory, "postgres-location"), "utf8").trim();
    expect(outside).toMatch(/^\/var\/lib\/mintkey\/[0-9a-f]{16}$/);
    const second = await start([SANDBOX], dataDirectory);
    expect(await query(databaseUrl(SANDBOX, second.port), "SELECT value FROM kept")).toEqual([]);
    await second.stop("fast");
    rmSync(outside, { recursive: true });
  },
);

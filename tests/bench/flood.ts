// 50 000 keys that nobody minted: a wrong checksum must not reach the database, a right one must not fill the memory.
import { randomBytes } from "node:crypto";
import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { formatSecret, SECRET_RANDOM_BYTES } from "@/lib/domain/api-key-secret";
import { apiServerProgram, openBenchDatabases } from "./support/bench-databases";
import { startBenchServer } from "./support/bench-server";
import { machine, printTable, say, writeResult } from "./support/report";

const FLOOD = 50_000;
const AT_ONCE = 32;
/** Longer than the second after which the statistics of a session are written. */
const STATISTICS_MS = 1_500;

const before = machine();
const opened = await openBenchDatabases();
const server = await startBenchServer(await apiServerProgram(opened.databases.productionUrl));
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
const unknown = () => formatSecret("production", randomBytes(SECRET_RANDOM_BYTES));
const broken = () => unknown().replace(/.$/, (last) => (last === "0" ? "1" : "0"));

await flood(unknown, FLOOD / 10);
const rows = [await measure("wrong checksum", broken), await measure("right checksum", unknown)];
say(
  `${before.processor}, ${before.cores} cores, ${before.memoryGiB} GiB, Node ${before.node}, load ${before.loadBefore}`,
);
printTable(rows);
writeResult("flood", { machine: before, rows });
agent.destroy();
await server.stop();
await opened.stop();

async function measure(name: string, secretOf: () => string) {
  const [queriesBefore, { residentBytes }] = [await countLookups(), await server.usage()];
  const refused = await flood(secretOf, FLOOD);
  const [queriesAfter, after] = [await countLookups(), await server.usage()];
  return {
    keys: name,
    requests: FLOOD,
    "answered 401": refused,
    "database lookups": queriesAfter - queriesBefore,
    "memory before, MiB": Math.round(residentBytes / 2 ** 20),
    "memory after, MiB": Math.round(after.residentBytes / 2 ** 20),
  };
}

/** How often the index of digests was searched: every lookup of a key does that once, and nothing else does. */
async function countLookups(): Promise<number> {
  await pause(STATISTICS_MS);
  const client = new pg.Client(opened.databases.productionUrl);
  await client.connect();
  const { rows: found } = await client.query<{ scans: string }>(
    "SELECT idx_scan + coalesce((SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'api_key_secrets'), 0) AS scans FROM pg_stat_user_indexes WHERE indexrelname = 'api_key_secrets_digest_key'",
  );
  await client.end();
  return Number(found[0]?.scans ?? 0);
}

async function flood(secretOf: () => string, amount: number): Promise<number> {
  let left = amount;
  let refused = 0;
  const work = async () => {
    while (left-- > 0) if ((await statusOf(secretOf())) === 401) refused += 1;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return refused;
}

function statusOf(secret: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { port: server.port, host: "127.0.0.1", path: "/v1/me", agent, headers: { Authorization: `Bearer ${secret}` } },
      (answer) => answer.resume().on("end", () => resolve(answer.statusCode ?? 0)),
    );
    asked.on("error", reject).end();
  });
}

// What the product adds to two statements: listing and creating customers through the API, beside a bare pool behind node:http.
import { choosePorts } from "../support/ports";
import { query } from "../support/rows";
import { apiServerProgram, mintKeys, openBenchDatabases } from "./support/bench-databases";
import { type BenchServer, moveToLoadCore, startBenchServer } from "./support/bench-server";
import { generator, putLoad } from "./support/load";
import { postgresCpuMicroseconds } from "./support/postgres-cpu";
import { machine, median, printTable, say, writeResult } from "./support/report";
import type { LoadResult } from "./support/socket-load";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const ROUND_SECONDS = Number(process.env.BENCH_SECONDS ?? 3);
const CONNECTIONS = 16;
const KEYS = 8;
const TARGETS = { read: 0.4, write: 0.25 } as const;

type Work = "read" | "write";
type Measured = LoadResult & { readonly serverCpuUs: number; readonly postgresCpuUs: number };
type Contestant = { says: string; server: BenchServer; keys: readonly string[] };

moveToLoadCore();
const before = machine();
const opened = await openBenchDatabases({ durable: true });
const { productionUrl } = opened.databases;
await fillCustomers();
const contestants = await startAll();
const reads = await measure("read");
const writes = await measure("write");
report();
for (const { server } of contestants) await server.stop();
await opened.stop();

async function startAll(): Promise<[Contestant, Contestant]> {
  const minted = await mintKeys(opened, "production", KEYS, ["customers:read", "customers:write"]);
  const keys = minted.map(({ secret }) => secret);
  const { MINTKEY_DASHBOARD_PORT: port } = await choosePorts();
  const variables = { DATABASE_URL: productionUrl, ORGANIZATION_ID: opened.organization.id };
  const bare = await startBenchServer({ file: "dist/bench/servers/bare-customers.js", port, variables });
  const product = await startBenchServer(await apiServerProgram(productionUrl));
  return [
    { says: "bare pool, node:http", server: bare, keys },
    { says: "Mintkey API server", server: product, keys },
  ];
}

/** So that a page is full and its count costs something. */
async function fillCustomers(): Promise<void> {
  await query(
    productionUrl,
    `INSERT INTO customers (organization_id, id, name, contacts, tags, created_at, updated_at)
     SELECT $1::uuid, gen_random_uuid(), 'Customer ' || n, '[]', '{}', now() - n * interval '1 minute', now()
     FROM generate_series(1, 1000) n`,
    [opened.organization.id],
  );
}

/** Short rounds in turn, so that a busy moment of the machine falls on both. */
async function measure(work: Work): Promise<Measured[][]> {
  for (const contestant of contestants) await runRound(contestant, work, 1);
  const measured: Measured[][] = contestants.map(() => []);
  for (let round = 1; round <= ROUNDS; round++) {
    for (const [at, contestant] of contestants.entries())
      measured[at]?.push(await runRound(contestant, work, ROUND_SECONDS));
  }
  return measured;
}

async function runRound({ says, server, keys }: Contestant, work: Work, seconds: number): Promise<Measured> {
  const load = { port: server.port, path: "/v1/customers", keys, connections: CONNECTIONS, seconds };
  const [serverBefore, postgresBefore] = [await server.usage(), await postgresCpuMicroseconds(productionUrl)];
  const result = await putLoad(work === "read" ? load : { ...load, body: JSON.stringify({ name: "Globex" }) });
  const [serverAfter, postgresAfter] = [await server.usage(), await postgresCpuMicroseconds(productionUrl)];
  if (result.failures > 0 || result.requests === 0) throw new Error(`${says}: ${result.failures} requests failed`);
  return {
    ...result,
    serverCpuUs: (serverAfter.cpuMicroseconds - serverBefore.cpuMicroseconds) / result.requests,
    postgresCpuUs: (postgresAfter - postgresBefore) / result.requests,
  };
}

function report(): void {
  const figuresOf = (rounds: readonly Measured[] = []) => ({
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    p50Ms: median(rounds.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
    serverCpuUs: median(rounds.map(({ serverCpuUs }) => serverCpuUs)),
    postgresCpuUs: median(rounds.map(({ postgresCpuUs }) => postgresCpuUs)),
  });
  const figures = contestants.map(({ says }, at) => ({
    says,
    read: figuresOf(reads[at]),
    write: figuresOf(writes[at]),
  }));
  const ratioOf = (work: Work) => (figures[1]?.[work].perSecond ?? 0) / (figures[0]?.[work].perSecond ?? 1);
  say(`\n${JSON.stringify(before)}`);
  say(
    `${ROUNDS} rounds of ${ROUND_SECONDS} s each in turn, ${CONNECTIONS} connections, durable commits, load by ${generator}; medians:\n`,
  );
  printTable(
    figures.flatMap(({ says, ...works }) =>
      (["read", "write"] as const).map((work) => ({
        "": `${work === "read" ? "list" : "create"}, ${says}`,
        "requests/s": Math.round(works[work].perSecond),
        "p50 ms": works[work].p50Ms.toFixed(2),
        "p99 ms": works[work].p99Ms.toFixed(2),
        "server CPU µs": Math.round(works[work].serverCpuUs),
        "PostgreSQL CPU µs": Math.round(works[work].postgresCpuUs),
      })),
    ),
  );
  const ratios = { read: ratioOf("read"), write: ratioOf("write") };
  say(
    `\nReads: ${ratios.read.toFixed(2)} of bare (aim ${TARGETS.read}), writes: ${ratios.write.toFixed(2)} (aim ${TARGETS.write})`,
  );
  writeResult("api", { machine: before, generator, figures, ratios });
}

// What checking a key costs: the whole walk of a request on the API server, beside bare servers and beside another library.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { choosePorts } from "../support/ports";
import {
  apiServerProgram,
  type BenchDatabases,
  dashboardProgram,
  mintKeys,
  openBenchDatabases,
} from "./support/bench-databases";
import { type BenchServer, moveToLoadCore, startBenchServer } from "./support/bench-server";
import { generator, putLoad } from "./support/load";
import { machine, median, printTable, say, writeResult } from "./support/report";
import type { LoadResult } from "./support/socket-load";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const ROUND_SECONDS = Number(process.env.BENCH_SECONDS ?? 3);
const CONNECTIONS = 16;
const KEYS = 32;
const BETTER_AUTH = join("tests", "bench", "better-auth");
const TARGETS = { shareOfNode: 0.5, timesBetterAuth: 10, cpuMicrosecondsAboveHono: 25 } as const;

const CONTESTANTS: readonly [string, string, string, (opened: BenchDatabases) => Promise<BenchServer>][] = [
  ["a", "node:http, small JSON", "/v1/me", () => startBare("node")],
  ["b", "Hono on Node", "/v1/me", () => startBare("hono")],
  [
    "c",
    "Mintkey API server",
    "/v1/me",
    async ({ databases }) => startBenchServer(await apiServerProgram(databases.productionUrl)),
  ],
  [
    "d",
    "Mintkey on the Next mount",
    "/api/production/v1/me",
    async ({ databases }) => startBenchServer(await dashboardProgram(databases)),
  ],
  ["e", "better-auth, database", "/v1/me", (opened) => startBetterAuth(opened, "database")],
  ["f", "better-auth, cached", "/v1/me", (opened) => startBetterAuth(opened, "cached")],
];

type Contestant = { id: string; says: string; server: BenchServer; path: string; keys: readonly string[] };
type Round = LoadResult & { cpuMicroseconds: number; kernelMicroseconds: number };
type Figures = { perSecond: number; p50Ms: number; p99Ms: number; cpuMicroseconds: number; kernelMicroseconds: number };

moveToLoadCore();
const before = machine();
const databases = await openBenchDatabases();
const contestants = await startAll(databases);
const rounds = await measure(contestants);
report(contestants, rounds);
await Promise.all(contestants.map(({ server }) => server.stop()));
await databases.stop();

/** All of them, or those that the command line names: `npm run bench:verify -- b c`. */
async function startAll(opened: BenchDatabases): Promise<Contestant[]> {
  const wanted = process.argv.slice(2);
  const keys = (await mintKeys(opened, "production", KEYS)).map(({ secret }) => secret);
  const started: Contestant[] = [];
  for (const [id, says, path, start] of CONTESTANTS) {
    if (wanted.length > 0 && !wanted.includes(id)) continue;
    const server = await start(opened);
    started.push({ id, says, server, path, keys: server.keys.length > 0 ? server.keys : keys });
  }
  return started;
}

async function startBare(name: "node" | "hono"): Promise<BenchServer> {
  const { MINTKEY_DASHBOARD_PORT: port } = await choosePorts();
  return startBenchServer({ file: `dist/bench/servers/bare-${name}.js`, port, variables: {} });
}

/** Installed here and only now: it is no dependency of the product. */
async function startBetterAuth({ postgresUrl }: BenchDatabases, storage: "database" | "cached"): Promise<BenchServer> {
  if (!existsSync(join(BETTER_AUTH, "node_modules"))) {
    say("Installing better-auth for the comparison.");
    // Its plugin names its peers so exactly that no release of better-auth itself fits all of them.
    const flags = ["--legacy-peer-deps", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"];
    const { status } = spawnSync("npm", ["install", ...flags], { cwd: BETTER_AUTH, stdio: "inherit" });
    if (status !== 0) throw new Error("better-auth could not be installed");
  }
  const name = `better_auth_${storage}`;
  const client = new pg.Client(postgresUrl);
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  const { MINTKEY_DASHBOARD_PORT: port } = await choosePorts();
  const variables = { DATABASE_URL: url.href, STORAGE: storage, KEYS: String(KEYS) };
  return startBenchServer({ file: join(BETTER_AUTH, "server.mjs"), port, variables });
}

/** Short rounds in turn, so that a busy moment of the machine falls on all of them. */
async function measure(all: readonly Contestant[]): Promise<Map<string, Round[]>> {
  const measured = new Map<string, Round[]>(all.map(({ id }) => [id, []]));
  for (const contestant of all) await runRound(contestant, 2);
  for (let round = 1; round <= ROUNDS; round++) {
    for (const contestant of all) measured.get(contestant.id)?.push(await runRound(contestant, ROUND_SECONDS));
    say(`Round ${round} of ${ROUNDS} is done.`);
  }
  return measured;
}

async function runRound({ says, server, path, keys }: Contestant, seconds: number): Promise<Round> {
  const start = await server.usage();
  const result = await putLoad({ port: server.port, path, keys, connections: CONNECTIONS, seconds });
  const end = await server.usage();
  if (result.failures > 0 || result.requests === 0) throw new Error(`${says}: ${result.failures} requests failed`);
  const perRequest = (of: "cpuMicroseconds" | "kernelMicroseconds") => (end[of] - start[of]) / result.requests;
  return {
    ...result,
    cpuMicroseconds: perRequest("cpuMicroseconds"),
    kernelMicroseconds: perRequest("kernelMicroseconds"),
  };
}

function figuresOf(rounds: readonly Round[]): Figures {
  const of = (pick: (round: Round) => number) => median(rounds.map(pick));
  return {
    perSecond: of((round) => round.perSecond),
    p50Ms: of((round) => round.p50Ms),
    p99Ms: of((round) => round.p99Ms),
    cpuMicroseconds: of((round) => round.cpuMicroseconds),
    kernelMicroseconds: of((round) => round.kernelMicroseconds),
  };
}

function report(all: readonly Contestant[], measured: Map<string, Round[]>): void {
  const figures = new Map(all.map(({ id }) => [id, figuresOf(measured.get(id) ?? [])]));
  const of = (id: string): Figures => figures.get(id) ?? figuresOf([]);
  const ratios = {
    "c/a": of("c").perSecond / of("a").perSecond,
    "c/e": of("c").perSecond / of("e").perSecond,
    "c/f": of("c").perSecond / of("f").perSecond,
    "c/a by CPU": of("a").cpuMicroseconds / of("c").cpuMicroseconds,
    "c/e by CPU": of("e").cpuMicroseconds / of("c").cpuMicroseconds,
    "c/f by CPU": of("f").cpuMicroseconds / of("c").cpuMicroseconds,
    "CPU µs, c − b": of("c").cpuMicroseconds - of("b").cpuMicroseconds,
  };
  say(`\n${JSON.stringify(before)}`);
  say(
    `${ROUNDS} rounds of ${ROUND_SECONDS} s each in turn, ${CONNECTIONS} connections, ${KEYS} keys, load by ${generator}; medians:\n`,
  );
  printTable(
    all.map(({ id, says }) => ({
      "": `${id} ${says}`,
      "requests/s": of(id).perSecond.toFixed(0),
      "p50 ms": of(id).p50Ms.toFixed(2),
      "p99 ms": of(id).p99Ms.toFixed(2),
      "CPU µs/request": of(id).cpuMicroseconds.toFixed(1),
      "of it kernel": of(id).kernelMicroseconds.toFixed(1),
    })),
  );
  say("");
  printTable(Object.entries(ratios).map(([ratio, value]) => ({ ratio, value: value.toFixed(2) })));
  say(
    `\nTargets: c/a ≥ ${TARGETS.shareOfNode}, c/e and c/f ≥ ${TARGETS.timesBetterAuth}, c − b ≤ ${TARGETS.cpuMicrosecondsAboveHono} µs`,
  );
  writeResult("verify", {
    machine: before,
    generator,
    figures: Object.fromEntries(figures),
    ratios,
    rounds: Object.fromEntries(measured),
  });
}

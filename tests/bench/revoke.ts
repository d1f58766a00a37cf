// What a revocation costs, and whether it is true when the call returns: two API servers under load, 200 keys revoked one by
// one, then more while one server can no longer reach its database.
import { setTimeout as pause } from "node:timers/promises";
import { revokeApiKey } from "@/lib/operations/revoke-api-key";
import { startDatabaseProxy } from "../support/database-proxy";
import { actorNamed, tenantOf } from "../support/people";
import { apiServerProgram, type BenchDatabases, mintKeys, openBenchDatabases } from "./support/bench-databases";
import { type BenchServer, startBenchServer } from "./support/bench-server";
import { machine, median, percentile, printTable, say, writeResult } from "./support/report";

const REVOCATIONS = 200;
const REVOCATIONS_WHILE_CUT = 5;
/** Requests under way at each server. With the pause between two of them the machine is busy, not drowned: two cores carry all processes. */
const ASKERS_PER_SERVER = 4;
const BETWEEN_REQUESTS_MS = 2;
const PATH = "/v1/me";

type Key = Awaited<ReturnType<typeof mintKeys>>[number];

/** The load asks with every key in turn and notes each answer that a revoked key should not have got. */
class Askers {
  readonly #revoked = new Set<string>();
  #stopped = false;
  requests = 0;
  acceptedAfterReturn = 0;

  constructor(
    private readonly servers: readonly BenchServer[],
    private readonly keys: readonly Key[],
  ) {}

  start(): Promise<unknown> {
    return Promise.all(
      this.servers.flatMap((server) => Array.from({ length: ASKERS_PER_SERVER }, (_, at) => this.#ask(server, at))),
    );
  }

  /** From now on no request that is sent with this key may be accepted. */
  returned(secret: string): void {
    this.#revoked.add(secret);
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Asks every server at once with a key whose revocation has just returned. */
  async askAll(secret: string): Promise<void> {
    await Promise.all(this.servers.map((server) => this.#askOnce(server, secret)));
  }

  async #ask(server: BenchServer, offset: number): Promise<void> {
    for (let turn = offset; !this.#stopped; turn += 1) {
      await this.#askOnce(server, this.keys[turn % this.keys.length]?.secret ?? "");
      await pause(BETWEEN_REQUESTS_MS);
    }
  }

  async #askOnce(server: BenchServer, secret: string): Promise<void> {
    const wasRevoked = this.#revoked.has(secret);
    const headers = { Authorization: `Bearer ${secret}` };
    const status = await fetch(`http://127.0.0.1:${server.port}${PATH}`, { headers }).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.status;
      },
      () => 0,
    );
    this.requests += 1;
    if (wasRevoked && status === 200) this.acceptedAfterReturn += 1;
  }
}

const before = machine();
const opened = await openBenchDatabases();
const proxy = await startDatabaseProxy(opened.databases.productionUrl);
const servers = [
  await startBenchServer(await apiServerProgram(opened.databases.productionUrl)),
  await startBenchServer(await apiServerProgram(proxy.url)),
];
const keys = await mintKeys(opened, "production", REVOCATIONS + REVOCATIONS_WHILE_CUT);
const askers = new Askers(servers, keys);
const startedMs = performance.now();
const asking = askers.start();
await pause(2_000);

const healthy = await revokeAll(opened, keys.slice(0, REVOCATIONS));
const requestsPerSecond = Math.round(askers.requests / ((performance.now() - startedMs) / 1_000));
proxy.hold("listener", "pool");
const cut = await revokeAll(opened, keys.slice(REVOCATIONS));
proxy.release();
askers.stop();
await asking;
report();
await Promise.all(servers.map((server) => server.stop()));
await proxy.close();
await opened.stop();

/** The milliseconds of each call. Every server is asked in the moment in which it returns. */
async function revokeAll({ organization }: BenchDatabases, revoked: readonly Key[]): Promise<number[]> {
  const durations: number[] = [];
  for (const { key, secret } of revoked) {
    const startedMs = performance.now();
    await revokeApiKey(
      tenantOf("production", organization),
      actorNamed("bench"),
      key.id,
      { reason: "OTHER", note: "" },
      new Date(),
    );
    durations.push(performance.now() - startedMs);
    askers.returned(secret);
    await askers.askAll(secret);
  }
  return durations;
}

function report(): void {
  const rows = [rowOf("two healthy servers", healthy), rowOf("one server cut off from its database", cut)];
  say(
    `${before.processor}, ${before.cores} cores, ${before.memoryGiB} GiB, Node ${before.node}, load ${before.loadBefore}`,
  );
  printTable(rows);
  say(
    `${requestsPerSecond} requests/s while both were healthy, ${askers.requests} in all; accepted after the call had returned: ${askers.acceptedAfterReturn}`,
  );
  writeResult("revoke", {
    machine: before,
    rows,
    requests: askers.requests,
    acceptedAfterReturn: askers.acceptedAfterReturn,
  });
  if (askers.acceptedAfterReturn > 0) process.exitCode = 1;
}

function rowOf(name: string, durations: readonly number[]) {
  const ms = (value: number) => value.toFixed(1);
  return {
    case: name,
    revocations: durations.length,
    "p50 ms": ms(median(durations)),
    "p99 ms": ms(percentile(durations, 0.99)),
    "max ms": ms(Math.max(...durations)),
  };
}

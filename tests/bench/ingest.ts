// Accepting usage events, each answer after the flush, beside a server that receives the same bodies and throws them away.
import { Agent, request } from "node:http";
import { choosePorts } from "../support/ports";
import { apiServerProgram, mintKeys, openBenchDatabases } from "./support/bench-databases";
import { type BenchServer, moveToLoadCore, startBenchServer } from "./support/bench-server";
import { machine, printTable, say, writeResult } from "./support/report";

const ROUND_MS = Number(process.env.BENCH_SECONDS ?? 3) * 1000;
const CONNECTIONS = 8;

type Body = {
  readonly says: string;
  readonly type: string;
  readonly events: number;
  readonly bytes: Buffer;
  readonly path: string;
};

moveToLoadCore();
const before = machine();
const opened = await openBenchDatabases();
const [key] = await mintKeys(opened, "production", 1, ["usage:write"]);
const { MINTKEY_DASHBOARD_PORT: port } = await choosePorts();
const bare = await startBenchServer({ file: "dist/bench/servers/bare-receiver.js", port, variables: {} });
const product = await startBenchServer(await apiServerProgram(opened.databases.productionUrl));
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

const rows = [];
for (const body of [linesOf(1_000), linesOf(10_000), listOf(1_000), listOf(10_000), single()]) {
  await load(product, body, ROUND_MS / 3);
  const thrownAway = await load(bare, body, ROUND_MS);
  const accepted = await load(product, body, ROUND_MS);
  rows.push({
    body: body.says,
    "bytes an event": Math.round(body.bytes.length / body.events),
    "events/s": accepted.eventsPerSecond,
    "thrown away/s": thrownAway.eventsPerSecond,
    ratio: Number((accepted.eventsPerSecond / thrownAway.eventsPerSecond).toFixed(3)),
    "ns CPU an event": accepted.cpuNanoseconds,
    "of it kernel": accepted.kernelNanoseconds,
    "thrown away, ns": thrownAway.cpuNanoseconds,
  });
}
say(
  `${before.processor}, ${before.cores} cores, ${before.memoryGiB} GiB, Node ${before.node}, load ${before.loadBefore}`,
);
printTable(rows);
writeResult("ingest", { machine: before, rows });
agent.destroy();
for (const server of [bare, product]) await server.stop();
await opened.stop();

async function load(server: BenchServer, body: Body, forMs: number) {
  const usageBefore = await server.usage();
  const startedMs = performance.now();
  let accepted = 0;
  const sendOnAndOn = async () => {
    while (performance.now() - startedMs < forMs) {
      await send(server, body);
      accepted += body.events;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, sendOnAndOn));
  const seconds = (performance.now() - startedMs) / 1000;
  const usage = await server.usage();
  const perEvent = (after: number, earlier: number) => Math.round(((after - earlier) * 1000) / accepted);
  return {
    eventsPerSecond: Math.round(accepted / seconds),
    cpuNanoseconds: perEvent(usage.cpuMicroseconds, usageBefore.cpuMicroseconds),
    kernelNanoseconds: perEvent(usage.kernelMicroseconds, usageBefore.kernelMicroseconds),
  };
}

function send(server: BenchServer, { path, type, bytes }: Body): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { "Content-Type": type, "Content-Length": bytes.length, Authorization: `Bearer ${key?.secret}` };
    const sent = request({ agent, port: server.port, path, method: "POST", headers }, (answer) => {
      answer.resume();
      answer.once("end", () =>
        answer.statusCode === 202 ? resolve() : reject(new Error(`Answered ${answer.statusCode}`)),
      );
    });
    sent.once("error", reject);
    sent.end(bytes);
  });
}

function eventText(at: number): string {
  return JSON.stringify({
    eventName: "api_call",
    externalCustomerId: `cust_${at % 500}`,
    idempotencyKey: `row_${at}_${(at * 7919).toString(36)}`,
    timestamp: new Date(Date.now() - at * 1000).toISOString(),
    properties: { units: at % 97, region: "eu" },
  });
}

function linesOf(events: number): Body {
  const text = Array.from({ length: events }, (_, at) => `${eventText(at)}\n`).join("");
  return {
    says: `NDJSON, ${events}`,
    type: "application/x-ndjson",
    events,
    bytes: Buffer.from(text),
    path: "/v1/events/batch",
  };
}

function listOf(events: number): Body {
  const text = `{"events":[${Array.from({ length: events }, (_, at) => eventText(at)).join(",")}]}`;
  return {
    says: `JSON, ${events}`,
    type: "application/json",
    events,
    bytes: Buffer.from(text),
    path: "/v1/events/batch",
  };
}

function single(): Body {
  return { says: "JSON, 1", type: "application/json", events: 1, bytes: Buffer.from(eventText(0)), path: "/v1/events" };
}

// Usage events through the product: what it accepts, each answer after the flush, what it stores, how late it is and how it keeps its
// memory; beside a server that throws the same bodies away, the disk alone, and what a team would have written instead.
import { setTimeout as pause } from "node:timers/promises";
import { createClient } from "@clickhouse/client";
import { choosePorts } from "../support/ports";
import { openBenchDatabases } from "./support/bench-databases";
import { type BenchServer, startBenchServer } from "./support/bench-server";
import { diskBytesPerSecond } from "./support/disk";
import { ALTERNATIVE_BATCH, type Alternative, copyRate, startNextPrisma } from "./support/event-alternatives";
import { type EventBody, linesOf, listOf, single } from "./support/event-bodies";
import { type EventProduct, startEventProduct } from "./support/event-product";
import { generator, putLoad } from "./support/load";
import { ownMiBOf } from "./support/memory";
import { machine, median, percentile, printTable, say, writeResult } from "./support/report";

const ROUND_SECONDS = Number(process.env.BENCH_SECONDS ?? 10);
const SUSTAINED_SECONDS = Number(process.env.BENCH_SUSTAINED_SECONDS ?? 60);
const CONNECTIONS = 8;
/** While the store flushes too, an answer takes longer: small batches need more of them on their way. */
const SUSTAINED = [
  { body: linesOf(1_000), connections: 32 },
  { body: linesOf(10_000), connections: CONNECTIONS },
];
const PACED_PER_SECOND = 500;
/** Until the engines of both sides have compiled what they run. */
const PACED_WARM_UP_SECONDS = 3;
const VISIBLE_TRIES = 20;

const before = machine();
const opened = await openBenchDatabases({ durable: true });
const result = {
  machine: before,
  generator,
  diskMiBPerSecond: Math.round(diskBytesPerSecond() / 2 ** 20),
  accepting: await measureAccepting(),
  product: await measureProduct(),
  alternatives: [await copyRate(opened, ROUND_SECONDS), await measureNextPrisma()],
};
await opened.stop();
report();
writeResult("events", result);

/** No event store behind it: every microsecond of the server's processor time went into accepting. */
async function measureAccepting() {
  const { MINTKEY_DASHBOARD_PORT: port } = await choosePorts();
  const bare = await startBenchServer({ file: "dist/bench/servers/bare-receiver.js", port, variables: {} });
  const rows = [];
  for (const body of [linesOf(1_000), linesOf(10_000), listOf(1_000), listOf(10_000), single()]) {
    const product = await startEventProduct(opened, false);
    await load(product.server, product.secret, body, 2);
    const thrownAway = await load(bare, "none", body, ROUND_SECONDS);
    const accepted = await load(product.server, product.secret, body, ROUND_SECONDS);
    await product.stop();
    rows.push({ body: body.says, accepted, thrownAway });
    say(`${body.says} is measured.`);
  }
  await bare.stop();
  return rows;
}

/** Everything runs: what is accepted is stored at the same time. */
async function measureProduct() {
  const product = await startEventProduct(opened, true);
  const visibleMs = await measureVisibility(product);
  const paced = await measurePaced(product);
  const sustained = [];
  for (const { body, connections } of SUSTAINED) {
    const storedBefore = await storedEvents(product);
    const startedMs = performance.now();
    const accepted = await load(product.server, product.secret, body, SUSTAINED_SECONDS, connections);
    const backlog = await product.backlog();
    const whileAccepting = (await storedEvents(product)) - storedBefore;
    const drainStartedMs = performance.now();
    await drained(product);
    const stored = (await storedEvents(product)) - storedBefore;
    const drainSeconds = (performance.now() - drainStartedMs) / 1_000;
    sustained.push({
      body: body.says,
      accepted,
      backlog: backlog.events,
      stored,
      storedPerSecond: stored / ((performance.now() - startedMs) / 1_000),
      drainedPerSecond: (stored - whileAccepting) / drainSeconds,
      serverMiB: ownMiBOf(product.server.pid),
      storeMiB: ownMiBOf(product.storePid),
    });
    say(`${body.says}: sustained and drained.`);
  }
  await product.stop();
  return { visibleMs, paced, sustained };
}

async function measureNextPrisma(): Promise<Alternative> {
  const server = await startNextPrisma(opened);
  const body = listOf(ALTERNATIVE_BATCH);
  // Its first batches take a second each.
  await load(server, "none", body, 5);
  const { eventsPerSecond } = await load(server, "none", body, ROUND_SECONDS);
  await server.stop();
  return {
    says: `Prisma's createMany in a Next route handler, ${ALTERNATIVE_BATCH} a batch, unique key`,
    perSecond: eventsPerSecond,
  };
}

async function load(server: BenchServer, secret: string, body: EventBody, seconds: number, connections = CONNECTIONS) {
  const start = await server.usage();
  const { path, contentType, text } = body;
  const run = { port: server.port, path, contentType, body: text, keys: [secret], connections, seconds };
  const answers = await putLoad(run);
  const end = await server.usage();
  if (answers.failures > 0 || answers.requests === 0) throw new Error(`${body.says}: ${answers.failures} failed`);
  const events = answers.requests * body.events;
  return {
    events,
    eventsPerSecond: answers.perSecond * body.events,
    p99Ms: answers.p99Ms,
    cpuMicroseconds: (end.cpuMicroseconds - start.cpuMicroseconds) / events,
  };
}

/** From the moment of sending one event until a query counts it, on an idle system. */
async function measureVisibility(product: EventProduct) {
  const latencies = [];
  for (let attempt = 0; attempt < VISIBLE_TRIES; attempt++) {
    const eventName = `visible_${attempt}`;
    const sentMs = performance.now();
    await send(product, JSON.stringify({ eventName, externalCustomerId: "cust_1" }));
    const today = new Date().toISOString().slice(0, 10);
    const query = `eventName=${eventName}&start=${today}&end=${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}`;
    while ((await usageCount(product, query)) === 0) await pause(10);
    latencies.push(performance.now() - sentMs);
    await pause(300);
  }
  return { p50: median(latencies), max: Math.max(...latencies) };
}

async function usageCount({ server, secret }: EventProduct, query: string): Promise<number> {
  const headers = { Authorization: `Bearer ${secret}` };
  const answer = await fetch(`http://127.0.0.1:${server.port}/v1/usage?${query}`, { headers });
  const { data }: { data: { totalCount: number } } = await answer.json();
  return data.totalCount;
}

/** Single events at a steady pace, whether or not the answers to earlier ones are there. */
async function measurePaced(product: EventProduct) {
  await sendPaced(product, PACED_WARM_UP_SECONDS);
  const latencies = await sendPaced(product, ROUND_SECONDS);
  return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
}

/** Milliseconds from the moment in which each was due to its answer. */
async function sendPaced(product: EventProduct, seconds: number): Promise<number[]> {
  const latencies: number[] = [];
  const { text } = single();
  const startedMs = performance.now();
  const sending: Promise<void>[] = [];
  for (let sent = 0; sent < PACED_PER_SECOND * seconds; sent++) {
    const dueMs = startedMs + (sent * 1_000) / PACED_PER_SECOND;
    const waitMs = dueMs - performance.now();
    if (waitMs > 1) await pause(waitMs);
    sending.push(send(product, text).then(() => void latencies.push(performance.now() - dueMs)));
  }
  await Promise.all(sending);
  return latencies;
}

async function send({ server, secret }: EventProduct, body: string): Promise<void> {
  const headers = { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" };
  const answer = await fetch(`http://127.0.0.1:${server.port}/v1/events`, { method: "POST", headers, body });
  await answer.arrayBuffer();
  if (answer.status !== 202) throw new Error(`Answered ${answer.status}`);
}

async function drained(product: EventProduct): Promise<void> {
  while ((await product.backlog()).events > 0) await pause(100);
}

async function storedEvents({ storeUrl, organizationId }: EventProduct): Promise<number> {
  const client = createClient({ url: storeUrl });
  const query = `SELECT count() AS stored FROM usage_events FINAL WHERE organization_id = '${organizationId}'`;
  const answer = await client.query({ query, format: "JSONEachRow" });
  const [row] = await answer.json<{ stored: string }>();
  await client.close();
  return Number(row?.stored);
}

function report(): void {
  const { accepting, product, alternatives } = result;
  const millions = (perSecond: number) => (perSecond / 1e6).toFixed(2);
  say(`\n${JSON.stringify(before)}\nload by ${generator}; the disk alone flushes ${result.diskMiBPerSecond} MiB/s\n`);
  printTable(
    accepting.map(({ body, accepted, thrownAway }) => ({
      accepting: body,
      "M events/s": millions(accepted.eventsPerSecond),
      "thrown away": millions(thrownAway.eventsPerSecond),
      ratio: (accepted.eventsPerSecond / thrownAway.eventsPerSecond).toFixed(2),
      "CPU µs/event": accepted.cpuMicroseconds.toFixed(2),
      "p99 ms": accepted.p99Ms.toFixed(1),
    })),
  );
  say("");
  printTable(
    product.sustained.map((row) => ({
      [`${SUSTAINED_SECONDS} s, with everything running`]: row.body,
      "M accepted/s": millions(row.accepted.eventsPerSecond),
      "M waiting at the end": millions(row.backlog),
      "M stored": millions(row.stored),
      "M stored/s over all": millions(row.storedPerSecond),
      "M drained/s": millions(row.drainedPerSecond),
      "server MiB": row.serverMiB.toFixed(0),
      "store MiB": row.storeMiB.toFixed(0),
    })),
  );
  say("");
  printTable(
    alternatives.map(({ says, perSecond }) => ({ instead: says, "M events/s": (perSecond / 1e6).toFixed(3) })),
  );
  const { visibleMs, paced } = product;
  say(
    `\nvisible after ${visibleMs.p50.toFixed(0)} ms (p50), ${visibleMs.max.toFixed(0)} ms (slowest of ${VISIBLE_TRIES})`,
  );
  say(`${PACED_PER_SECOND} single events/s: p50 ${paced.p50.toFixed(1)} ms, p99 ${paced.p99.toFixed(1)} ms`);
}

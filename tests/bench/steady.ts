// Ten minutes of events through the product: whether its memory stays as it is, and whether the spool gives a backlog's room back.
import { setTimeout as pause } from "node:timers/promises";
import { openBenchDatabases } from "./support/bench-databases";
import { linesOf } from "./support/event-bodies";
import { type EventProduct, startEventProduct } from "./support/event-product";
import { putLoad } from "./support/load";
import { ownMiBOf } from "./support/memory";
import { machine, printTable, say, writeResult } from "./support/report";

const SECONDS = Number(process.env.BENCH_SECONDS ?? 600);
/** Below what this machine stores, so that nothing but the product's own memory can grow. */
const BATCHES_PER_SECOND = Number(process.env.BENCH_BATCHES_PER_SECOND ?? 200);
const BACKLOG_SECONDS = 20;
const ROWS = 10;

const body = linesOf(1_000);
const before = machine();
const opened = await openBenchDatabases({ durable: true });
const product = await startEventProduct(opened, true);
const steady = await measureSteady();
const spool = await measureSpool();
await product.stop();
await opened.stop();
report();
writeResult("steady", { machine: before, eventsPerSecond: BATCHES_PER_SECOND * body.events, steady, spool });

async function measureSteady() {
  const rows = [];
  for (let row = 1; row <= ROWS; row++) {
    await sendFor(SECONDS / ROWS, product);
    rows.push({ afterSeconds: Math.round((row * SECONDS) / ROWS), ...(await stateOf(product)) });
    say(`${Math.round((row * SECONDS) / ROWS)} s.`);
  }
  return rows;
}

/** A batch whenever one is due, whether or not the answers to earlier ones are there. */
async function sendFor(seconds: number, { server, secret }: EventProduct): Promise<void> {
  const headers = { Authorization: `Bearer ${secret}`, "Content-Type": body.contentType };
  const startedMs = performance.now();
  const sending = new Set<Promise<void>>();
  for (let sent = 0; sent < seconds * BATCHES_PER_SECOND; sent++) {
    const waitMs = startedMs + (sent * 1_000) / BATCHES_PER_SECOND - performance.now();
    if (waitMs > 1) await pause(waitMs);
    const one = fetch(`http://127.0.0.1:${server.port}${body.path}`, { method: "POST", headers, body: body.text }).then(
      async (answer) => {
        await answer.arrayBuffer();
        if (answer.status !== 202) throw new Error(`Answered ${answer.status}`);
        sending.delete(one);
      },
    );
    sending.add(one);
  }
  await Promise.all(sending);
}

async function stateOf({ server, storePid, backlog, spoolMiB }: EventProduct) {
  return {
    serverMiB: ownMiBOf(server.pid),
    storeMiB: ownMiBOf(storePid),
    spoolMiB: spoolMiB(),
    waitingEvents: (await backlog()).events,
  };
}

/** As much as the server takes, for a while; then nothing, until all of it is stored. */
async function measureSpool() {
  const { path, contentType, text, events } = body;
  const run = { port: product.server.port, path, contentType, body: text, keys: [product.secret], connections: 8 };
  const answers = await putLoad({ ...run, seconds: BACKLOG_SECONDS });
  if (answers.failures > 0) throw new Error(`${answers.failures} batches failed`);
  const full = await stateOf(product);
  while ((await product.backlog()).events > 0) await pause(100);
  // The piece that was shipped last is deleted with the next turn of the shipper.
  await pause(2_000);
  return { events: answers.requests * events, full, drained: await stateOf(product) };
}

function report(): void {
  const shown = ({ serverMiB, storeMiB, spoolMiB, waitingEvents }: Awaited<ReturnType<typeof stateOf>>) => ({
    "server MiB": serverMiB.toFixed(0),
    "store MiB": storeMiB.toFixed(0),
    "spool MiB": spoolMiB.toFixed(0),
    "events waiting": String(waitingEvents),
  });
  say(`\n${JSON.stringify(before)}\n`);
  const rate = `${((BATCHES_PER_SECOND * body.events) / 1e6).toFixed(2)} M events/s`;
  printTable(steady.map((row) => ({ [rate]: `after ${row.afterSeconds} s`, ...shown(row) })));
  say("");
  const backlog = `${(spool.events / 1e6).toFixed(1)} M events in ${BACKLOG_SECONDS} s`;
  printTable([
    { [backlog]: "as accepted", ...shown(spool.full) },
    { [backlog]: "all stored", ...shown(spool.drained) },
  ]);
}

// Reading usage from many stored events: one customer's month by hour over the API. `BENCH_EVENTS` says how many (100 million),
// `BENCH_KEYS` whether their keys rise with time (`rising`, as UUIDv7, ULID and counters do) or not (`random`, as UUIDv4).
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type ClickHouseClient, createClient } from "@clickhouse/client";
import { addMeter } from "../support/catalog";
import { tenantOf } from "../support/people";
import { openBenchDatabases } from "./support/bench-databases";
import { type EventProduct, startEventProduct } from "./support/event-product";
import { machine, median, printTable, say, writeResult } from "./support/report";

const EVENTS = Number(process.env.BENCH_EVENTS ?? 100_000_000);
const KEYS = process.env.BENCH_KEYS ?? "rising";
const PER_INSERT = 1_000_000;
const TRIES = 3;
/** What takes longer is measured once. */
const SLOW_MS = 5_000;
const MORE = 10_000;
const MONTH = { start: "2026-10-01", end: "2026-11-01" };
const DAY = { start: "2026-10-30", end: "2026-10-31" };
const MONTH_MS = 31 * 86_400_000;
/** How far events arrive out of order. */
const JITTER_MS = 5_000;
const KEY =
  KEYS === "random" ? "toString(generateUUIDv4(number))" : "concat('row_', leftPad(toString(number), 12, '0'))";

const before = machine();
const opened = await openBenchDatabases();
const tenant = tenantOf("production", opened.organization);
const sum = await addMeter(tenant, { aggregationType: "SUM", aggregationKey: "units" });
const count = await addMeter(tenant, { aggregationType: "COUNT" });
const latest = await addMeter(tenant, { aggregationType: "LATEST", aggregationKey: "units" });
const product = await startEventProduct(opened, true);
const client = createClient({ url: product.storeUrl, request_timeout: 3_600_000 });
const filledMs = await fill(client);
await mergesEnd(client);
const asFilled = await measure(product);
await client.command({ query: "OPTIMIZE TABLE usage_events FINAL" });
const merged = await measure(product);
// A part that is not merged with the others yet.
await insert(client, EVENTS, MORE);
const more = await measure(product);
await client.close();
await product.stop();
await opened.stop();
say(
  `\n${JSON.stringify(before)}\n${EVENTS / 1e6} M events, keys ${KEYS}, filled in ${(filledMs / 1_000).toFixed(0)} s\n`,
);
printTable(
  [...asFilled.keys()].map((says) => ({
    "usage by hour": says,
    "as filled, ms": asFilled.get(says) ?? "",
    "merged, ms": merged.get(says) ?? "",
    [`merged and ${MORE} more, ms`]: more.get(says) ?? "",
  })),
);
writeResult(`usage-${KEYS}`, {
  machine: before,
  events: EVENTS,
  filledMs,
  asFilled: [...asFilled],
  merged: [...merged],
  more: [...more],
});

async function fill(store: ClickHouseClient): Promise<number> {
  const startedMs = performance.now();
  for (let from = 0; from < EVENTS; from += PER_INSERT) {
    await insert(store, from, Math.min(PER_INSERT, EVENTS - from));
    if ((from / PER_INSERT) % 10 === 9) say(`${(from + PER_INSERT) / 1e6} M events are stored.`);
  }
  return performance.now() - startedMs;
}

/** What the store began by itself while it was being filled would be measured too. */
async function mergesEnd(store: ClickHouseClient): Promise<void> {
  for (;;) {
    const asked = await store.query({ query: "SELECT count() AS merges FROM system.merges", format: "JSONEachRow" });
    const [row] = await asked.json<{ merges: string }>();
    if (Number(row?.merges) === 0) return;
    await pause(1_000);
  }
}

/** As the shipper stores them: a key of its own for each, spread over the month in their order. */
async function insert(store: ClickHouseClient, from: number, events: number): Promise<void> {
  await store.command({
    query: `INSERT INTO usage_events (organization_id, idempotency_key, version, request_id, event_name, customer, timestamp,
        properties, property_kinds, number_names, numbers)
      SELECT {organization:UUID}, ${KEY}, toUInt128(1790000000000000 + number) * 1048576,
        concat('req_', hex(intDiv(number, 1000))), 'api_call', '@cust_1',
        toDateTime64('${MONTH.start} 00:00:00', 3, 'UTC') + toIntervalMillisecond(
          least(intDiv(number * ${MONTH_MS - JITTER_MS}, ${EVENTS}) + rand() % ${JITTER_MS}, ${MONTH_MS - 1})),
        map('units', toString(number % 100), 'region', if(number % 3 = 0, 'eu', 'us')), '21', ['units'],
        [toDecimal128(number % 100, 12)]
      FROM numbers({from:UInt64}, {events:UInt64})`,
    query_params: { organization: opened.organization.id, from, events },
    clickhouse_settings: { optimize_on_insert: 0, insert_deduplication_token: randomUUID(), max_threads: 1 },
  });
}

function byHour({ start, end }: typeof MONTH, query: string): string {
  return `/v1/usage?${query}&externalCustomerId=cust_1&start=${start}&end=${end}&window=HOUR`;
}

async function measure(running: EventProduct): Promise<Map<string, string>> {
  const figures = new Map<string, string>();
  for (const [says, path] of [
    ["events counted, one day", byHour(DAY, "eventName=api_call")],
    ["events counted", byHour(MONTH, "eventName=api_call")],
    ["COUNT", byHour(MONTH, `meterId=${count.id}`)],
    ["SUM of a property", byHour(MONTH, `meterId=${sum.id}`)],
    ["SUM by region", byHour(MONTH, `meterId=${sum.id}&groupBy=region`)],
    ["LATEST of a property", byHour(MONTH, `meterId=${latest.id}`)],
    ["the newest 100 events", `/v1/events?limit=100&end=${MONTH.end}T00:00:00Z`],
  ] as const) {
    const tries = [];
    while (tries.length < TRIES && (tries[0] ?? 0) < SLOW_MS) tries.push(await askMs(running, path));
    const middle = median(tries);
    figures.set(says, Number.isFinite(middle) ? middle.toFixed(0) : "refused after 30 s");
  }
  return figures;
}

/** How long the answer took; without end when the API gave the reading up. */
async function askMs({ server, secret }: EventProduct, path: string): Promise<number> {
  const startedMs = performance.now();
  const headers = { Authorization: `Bearer ${secret}` };
  const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, { headers });
  await answer.arrayBuffer();
  if (answer.status === 503) return Number.POSITIVE_INFINITY;
  if (answer.status !== 200) throw new Error(`${path}: answered ${answer.status}`);
  return performance.now() - startedMs;
}

// Reading usage from many stored events: one customer's month by hour over the API. `BENCH_EVENTS` says how many (100 million).
import { randomUUID } from "node:crypto";
import { type ClickHouseClient, createClient } from "@clickhouse/client";
import { addMeter } from "../support/catalog";
import { tenantOf } from "../support/people";
import { openBenchDatabases } from "./support/bench-databases";
import { type EventProduct, startEventProduct } from "./support/event-product";
import { machine, median, printTable, say, writeResult } from "./support/report";

const EVENTS = Number(process.env.BENCH_EVENTS ?? 100_000_000);
const PER_INSERT = 1_000_000;
const TRIES = 3;
const MONTH = { start: "2026-10-01", end: "2026-11-01" };
const MONTH_MS = 31 * 86_400_000;

const before = machine();
const opened = await openBenchDatabases();
const tenant = tenantOf("production", opened.organization);
const sum = await addMeter(tenant, { aggregationType: "SUM", aggregationKey: "units" });
const count = await addMeter(tenant, { aggregationType: "COUNT" });
const latest = await addMeter(tenant, { aggregationType: "LATEST", aggregationKey: "units" });
const product = await startEventProduct(opened, true);
const client = createClient({ url: product.storeUrl, request_timeout: 3_600_000 });
const filledMs = await fill(client);
const asFilled = await measure(product);
await client.command({ query: "OPTIMIZE TABLE usage_events FINAL" });
const merged = await measure(product);
// One more event: a part that is not merged with the others yet.
await insert(client, EVENTS, 1);
const oneMore = await measure(product);
await client.close();
await product.stop();
await opened.stop();
say(`\n${JSON.stringify(before)}\n${EVENTS / 1e6} M events, filled in ${(filledMs / 1_000).toFixed(0)} s\n`);
printTable(
  [...asFilled.keys()].map((says) => ({
    "usage of a month by hour": says,
    "as filled, ms": asFilled.get(says)?.toFixed(0) ?? "",
    "merged, ms": merged.get(says)?.toFixed(0) ?? "",
    "merged and one event more, ms": oneMore.get(says)?.toFixed(0) ?? "",
  })),
);
writeResult("usage", {
  machine: before,
  events: EVENTS,
  filledMs,
  asFilled: [...asFilled],
  merged: [...merged],
  oneMore: [...oneMore],
});

async function fill(store: ClickHouseClient): Promise<number> {
  const startedMs = performance.now();
  for (let from = 0; from < EVENTS; from += PER_INSERT) {
    await insert(store, from, Math.min(PER_INSERT, EVENTS - from));
    if ((from / PER_INSERT) % 10 === 9) say(`${(from + PER_INSERT) / 1e6} M events are stored.`);
  }
  return performance.now() - startedMs;
}

/** As the shipper stores them: a key of its own for each, spread over the month. */
async function insert(store: ClickHouseClient, from: number, events: number): Promise<void> {
  await store.command({
    query: `INSERT INTO usage_events (organization_id, idempotency_key, version, request_id, event_name, customer, timestamp,
        properties, property_kinds, number_names, numbers)
      SELECT {organization:UUID}, concat('row_', toString(number)), toUInt128(1790000000000000 + number) * 1048576,
        concat('req_', hex(intDiv(number, 1000))), 'api_call', '@cust_1',
        toDateTime64('${MONTH.start} 00:00:00', 3, 'UTC') + toIntervalMillisecond((number * 7919) % ${MONTH_MS}),
        map('units', toString(number % 100), 'region', if(number % 3 = 0, 'eu', 'us')), '21', ['units'],
        [toDecimal128(number % 100, 12)]
      FROM numbers({from:UInt64}, {events:UInt64})`,
    query_params: { organization: opened.organization.id, from, events },
    clickhouse_settings: { optimize_on_insert: 0, insert_deduplication_token: randomUUID(), max_threads: 1 },
  });
}

async function measure({ server, secret }: EventProduct): Promise<Map<string, number>> {
  const figures = new Map<string, number>();
  for (const [says, query] of [
    ["events counted", "eventName=api_call"],
    ["COUNT", `meterId=${count.id}`],
    ["SUM of a property", `meterId=${sum.id}`],
    ["SUM by region", `meterId=${sum.id}&groupBy=region`],
    ["LATEST of a property", `meterId=${latest.id}`],
  ] as const) {
    const range = `externalCustomerId=cust_1&start=${MONTH.start}&end=${MONTH.end}&window=HOUR`;
    const tries = [];
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const startedMs = performance.now();
      const answer = await fetch(`http://127.0.0.1:${server.port}/v1/usage?${query}&${range}`, {
        headers: { Authorization: `Bearer ${secret}` },
      });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${says}: answered ${answer.status}`);
      tries.push(performance.now() - startedMs);
    }
    figures.set(says, median(tries));
  }
  return figures;
}

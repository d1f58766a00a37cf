// What an estimate of 500 events over 20 meters costs: the computing alone, and the whole call on the API server.
import { performance } from "node:perf_hooks";
import { amountUnit } from "@/lib/domain/cost-curve";
import { decimal } from "@/lib/domain/decimal";
import { type EstimatedEvent, estimate, type ListPricedMeter } from "@/lib/domain/estimate";
import { AGGREGATION_TYPES } from "@/lib/domain/meter";
import { PropertyValue, WrittenNumber } from "@/lib/domain/property-value";
import { listPricedMeters } from "@/lib/store/list-prices";
import { addMeter, addMeteredPricing } from "../support/catalog";
import { tenantOf } from "../support/people";
import { THREE_TIERS, tiersOf } from "../support/prices";
import { apiServerProgram, mintKeys, openBenchDatabases } from "./support/bench-databases";
import { moveToLoadCore, startBenchServer } from "./support/bench-server";
import { generator, putLoad } from "./support/load";
import { machine, median, percentile, printTable, say, writeResult } from "./support/report";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const ROUND_SECONDS = Number(process.env.BENCH_SECONDS ?? 3);
const CALCULATIONS = 400;
const EVENTS = 500;
const METERS = 20;
const TARGET_P50_MS = 10;

const tiers = { pricingTiers: tiersOf(THREE_TIERS), unitAmount: undefined };
const PRICES = [
  { tiering: "GRADUATED", ...tiers },
  { tiering: "VOLUME", ...tiers },
  { tiering: "NONE", unitAmount: decimal("0.000123") },
  { tiering: "PACKAGE", unitAmount: decimal(2), packageSize: decimal(1_000) },
] as const;

const unitsOf = (at: number) => `${at}.25`;
const regionOf = (at: number) => (at % 2 === 0 ? "eu" : "us");

moveToLoadCore();
const before = machine();
const opened = await openBenchDatabases();
const tenant = tenantOf("production", opened.organization);
for (let at = 0; at < METERS; at++) await addPricedMeter(at);
const domain = measureDomain(await listPricedMeters(tenant));
const api = await measureApi();
report();
await opened.stop();

/** Of every aggregation and price, all of them counting every event. */
async function addPricedMeter(at: number): Promise<void> {
  const aggregationType = at < METERS / 2 ? "SUM" : (AGGREGATION_TYPES[at % AGGREGATION_TYPES.length] ?? "SUM");
  const meter = await addMeter(tenant, {
    displayName: `Meter ${at}`,
    aggregationType,
    ...(aggregationType !== "COUNT" && { aggregationKey: "units" }),
    propertyFilters: [{ name: "region", include: ["eu", "us"] }],
    groupKeys: at % 4 === 0 ? ["region"] : [],
  });
  const price = PRICES[at % PRICES.length];
  await addMeteredPricing(tenant, meter.id, price);
}

/** CPU time says what the work costs also where other programs share the cores. */
type Figures = { p50Ms: number; p99Ms: number; cpuMs: number };

function measureDomain(meters: readonly ListPricedMeter[]): Figures {
  const events = (): EstimatedEvent[] =>
    Array.from({ length: EVENTS }, (_, at) => ({
      eventName: "api_call",
      idempotencyKey: `e${at}`,
      timestamp: new Date(),
      properties: new Map([
        ["units", new PropertyValue(new WrittenNumber(unitsOf(at)))],
        ["region", new PropertyValue(regionOf(at))],
      ]),
    }));
  const calculations = Array.from({ length: CALCULATIONS }, () => {
    const fresh = events();
    const cpu = process.cpuUsage();
    const start = performance.now();
    estimate(meters, fresh, amountUnit("USD", null));
    return { ms: performance.now() - start, cpuMs: process.cpuUsage(cpu).user / 1_000 };
  });
  const times = calculations.map(({ ms }) => ms);
  return {
    p50Ms: median(times),
    p99Ms: percentile(times, 0.99),
    cpuMs: median(calculations.map(({ cpuMs }) => cpuMs)),
  };
}

async function measureApi(): Promise<Figures> {
  const [minted] = await mintKeys(opened, "production", 1, ["pricing:read"]);
  const server = await startBenchServer(await apiServerProgram(opened.databases.productionUrl));
  const events = Array.from({ length: EVENTS }, (_, at) => ({
    eventName: "api_call",
    idempotencyKey: `e${at}`,
    properties: { units: Number(unitsOf(at)), region: regionOf(at) },
  }));
  const load = { port: server.port, path: "/v1/pricing/estimate", keys: [minted?.secret ?? ""], connections: 1 };
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const start = await server.usage();
    const result = await putLoad({ ...load, seconds: ROUND_SECONDS, body: JSON.stringify({ events }) });
    const { cpuMicroseconds } = await server.usage();
    if (result.failures > 0 || result.requests === 0) throw new Error(`${result.failures} requests failed`);
    // The first one warms up.
    const cpuMs = (cpuMicroseconds - start.cpuMicroseconds) / 1_000 / result.requests;
    if (round > 0) rounds.push({ ...result, cpuMs });
  }
  await server.stop();
  return {
    p50Ms: median(rounds.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
    cpuMs: median(rounds.map(({ cpuMs }) => cpuMs)),
  };
}

function report(): void {
  say(`\n${JSON.stringify(before)}`);
  say(`${EVENTS} events over ${METERS} meters that count all of them, load by ${generator}:\n`);
  printTable(
    [
      { "": "the computing alone", ...domain },
      { "": "POST /v1/pricing/estimate", ...api },
    ].map(({ p50Ms, p99Ms, cpuMs, ...row }) => ({
      ...row,
      "p50 ms": p50Ms.toFixed(2),
      "p99 ms": p99Ms.toFixed(2),
      "CPU ms": cpuMs.toFixed(2),
    })),
  );
  say(`\nAim: the computing in less than ${TARGET_P50_MS} ms`);
  writeResult("estimate", { machine: before, generator, domain, api });
}

// What billing costs: a year of drafts for 1 000 contracts, the same again, a year's finalization, and the list of a customer with
// 500 invoices on the API server.
import { setTimeout as pause } from "node:timers/promises";
import { decimal } from "@/lib/domain/decimal";
import { createContract } from "@/lib/operations/create-contract";
import { runBilling } from "@/lib/operations/run-billing";
import type { UsageSource } from "@/lib/store/usage";
import { addContract, addMeteredPlan } from "../support/contracts";
import { actorNamed, addCustomer, tenantOf } from "../support/people";
import { query } from "../support/rows";
import { apiServerProgram, mintKeys, openBenchDatabases } from "./support/bench-databases";
import { moveToLoadCore, startBenchServer } from "./support/bench-server";
import { machine, median, percentile, printTable, say, writeResult } from "./support/report";

const CONTRACTS = Number(process.env.BENCH_CONTRACTS ?? 1_000);
const TERM = { startDate: "2026-01-01", endDate: "2027-01-01" };
const CREATED = new Date("2026-01-01T08:00:00Z");
const YEAR_OVER = new Date("2027-01-02T00:00:00Z");
/** Of 12 invoices each. */
const CONTRACTS_OF_ONE_CUSTOMER = 42;
const LISTS = 200;
const DRAFTS_TARGET_SECONDS = 60;
const LIST_TARGET_MS = 50;

const used: UsageSource = { meterValues: async (_tenant, questions) => questions.map(() => decimal(1_000)) };

const before = machine();
const opened = await openBenchDatabases();
const tenant = tenantOf("production", opened.organization);
const { plan } = await addMeteredPlan(tenant, { creditGrantCents: 5_000n });
const customers = await Promise.all(
  Array.from({ length: CONTRACTS / 10 }, (_, at) => addCustomer(tenant, `Customer ${at}`)),
);

const rows = [
  await measured("create the contracts, with their drafts", createContracts),
  await measured("draft a year again from nothing", async () => {
    await forgetDrafts();
    return runBilling("production", CREATED);
  }),
  await measured("the same step a second time", () => runBilling("production", CREATED)),
  await measured("finalize the year, with usage and credits", () =>
    runBilling("production", YEAR_OVER, null, undefined, used),
  ),
  await measured("the same step a second time", () => runBilling("production", YEAR_OVER, null, undefined, used)),
];
const list = await measureList();
report();
await opened.stop();

type Counts = { drafted: number; changed: number; finalized: number };

async function measured(step: string, work: () => Promise<Counts>) {
  const startedMs = performance.now();
  const cpuBefore = process.cpuUsage();
  const { drafted, changed, finalized } = await work();
  const { user, system } = process.cpuUsage(cpuBefore);
  const seconds = ((performance.now() - startedMs) / 1_000).toFixed(1);
  return { step, drafted, changed, finalized, seconds, "CPU s": ((user + system) / 1e6).toFixed(1) };
}

async function createContracts(): Promise<Counts> {
  for (let at = 0; at < CONTRACTS; at++) {
    const customerId = String(customers[at % customers.length]?.id);
    await createContract(tenant, actorNamed("bench"), { ...TERM, customerId, planId: plan.id }, CREATED);
  }
  return { drafted: (await statement("SELECT count(*)::int FROM invoices"))[0]?.count ?? 0, changed: 0, finalized: 0 };
}

function statement(text: string) {
  return query<{ count: number }>(opened.databases.productionUrl, text);
}

async function forgetDrafts(): Promise<void> {
  await statement("DELETE FROM invoice_lines");
  await statement("DELETE FROM invoices");
}

async function measureList() {
  const { id: customerId } = await addCustomer(tenant, "Many invoices");
  for (let at = 0; at < CONTRACTS_OF_ONE_CUSTOMER; at++)
    await addContract(tenant, { ...TERM, customerId, planId: plan.id }, CREATED);
  const [key] = await mintKeys(opened, "production", 1, ["invoices:read"]);
  const server = await startBenchServer(await apiServerProgram(opened.databases.productionUrl));
  moveToLoadCore();
  const headers = { Authorization: `Bearer ${key?.secret}` };
  const durations: Record<string, number[]> = { "limit=10": [], "limit=100": [], "limit=100&include=lineItems": [] };
  // The server's first billing run is over by then.
  await pause(3_000);
  for (const [parameters, times] of Object.entries(durations))
    for (let at = 0; at < LISTS; at++) {
      const startedMs = performance.now();
      const url = `http://127.0.0.1:${server.port}/v1/invoices?customerId=${customerId}&${parameters}`;
      const answer = await fetch(url, { headers });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`The list was answered ${answer.status}`);
      times.push(performance.now() - startedMs);
    }
  await server.stop();
  return Object.entries(durations).map(([parameters, times]) => ({
    list: `504 invoices, ${parameters}`,
    "p50 ms": median(times).toFixed(1),
    "p99 ms": percentile(times, 0.99).toFixed(1),
  }));
}

function report(): void {
  say(
    `${before.processor}, ${before.cores} cores, ${before.memoryGiB} GiB, Node ${before.node}, load ${before.loadBefore}`,
  );
  say(`${CONTRACTS} contracts of 12 months: a seat, a metered price with a flat fee, a grant`);
  printTable(rows);
  printTable(list);
  const isSlow = rows.some(({ seconds, drafted }) => drafted > 0 && Number(seconds) > DRAFTS_TARGET_SECONDS);
  const isSlowList = list.some((row) => Number(row["p50 ms"]) > LIST_TARGET_MS);
  writeResult("billing", { machine: before, contracts: CONTRACTS, rows, list });
  if (isSlow || isSlowList) process.exitCode = 1;
}

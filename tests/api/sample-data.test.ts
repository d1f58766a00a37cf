// The sample data of a sandbox: added once, billed like anything else, and taken away without a trace but the log.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { storeSampleUsage } from "@/lib/dashboard-api/sample-usage";
import { dayOf } from "@/lib/domain/day";
import type { Tenant } from "@/lib/domain/environment";
import { addSampleData } from "@/lib/operations/add-sample-data";
import { fillSampleCompany } from "@/lib/operations/fill-sample-company";
import { removeSampleData } from "@/lib/operations/remove-sample-data";
import { rotateApiKey } from "@/lib/operations/rotate-api-key";
import { runBilling } from "@/lib/operations/run-billing";
import { verifyAuditChain } from "@/lib/store/audit-log";
import { getPricing } from "@/lib/store/pricings";
import { listRejectedEvents } from "@/lib/store/rejected-events";
import { listStoredEvents } from "@/lib/store/stored-events";
import { openWorld, type World } from "../support/api";
import { addPlan } from "../support/catalog";
import { addContract } from "../support/contracts";
import * as people from "../support/people";
import { everythingIn, query } from "../support/rows";
import { acceptedBatch, storeBatches } from "../support/sent-usage";

let world: World;
let acme: people.Organization;
let tenant: Tenant;

beforeEach(async () => {
  world = await openWorld();
  acme = await people.addOrganization("Acme");
  tenant = people.tenantOf("sandbox", acme);
});
afterEach(() => world.close());

const A_YEAR_OF_BILLING = { timeout: 240_000 };
const ADA = people.actorNamed("Ada");
const begin = (now: Date) => addSampleData(tenant, ADA, now, world.api.sandbox.services.digestSecret);
const rows = <Row extends Record<string, unknown>>(text: string) => query<Row>(world.databases.sandboxUrl, text);

/** How many of the final lines for use have an amount. */
const METERED_LINES = `SELECT name, avg((total_amount_cents > 0)::int)::float8 AS share
  FROM invoice_lines JOIN invoices ON invoices.id = invoice_id
  WHERE is_metered AND finalized_at IS NOT NULL GROUP BY name ORDER BY name`;

/** What only grows: the log, the numbers that were given out, the count of key changes. */
const LASTING = ["audit_events", "audit_chains", "key_generation", "invoice_numbers"];

async function everythingButTheLog() {
  const contents = Object.entries(await everythingIn(world.databases.sandboxUrl));
  return Object.fromEntries(contents.filter(([table]) => !LASTING.includes(table)));
}

/** Adds until so many steps were recorded, and then fails as a crash would. */
async function addAndCrash(now: Date, steps: number): Promise<void> {
  await begin(now);
  let left = steps;
  const clock = () => {
    if (left-- === 0) throw new Error("The process ended");
    return now;
  };
  await expect(fillSampleCompany(tenant, clock, storeSampleUsage)).rejects.toThrow("The process ended");
}

/** What the event store has of the organization: how many events, and how many lines that it did not take. */
const stored = async () => {
  const [events, rejected] = await Promise.all([
    listStoredEvents(tenant, {}, { limit: 1 }),
    listRejectedEvents(tenant, {}, { limit: 1 }),
  ]);
  return { events: events.total, rejected: rejected.total };
};

const idOf = async (table: string, name: string) => {
  const [row] = await rows<{ id: string }>(`SELECT id FROM ${table} WHERE name = '${name}'`);
  if (!row) throw new Error(`There is no ${name} in ${table}`);
  return row.id;
};

test(
  "a company of a year, though its making crashed: forty customers, three plans, invoices in every status, nothing twice, and billing finds nothing to correct",
  A_YEAR_OF_BILLING,
  async () => {
    const before = await everythingButTheLog();
    const now = new Date();
    await addAndCrash(now, 120);
    expect(await runBilling("sandbox", now)).toMatchObject({ drafted: 0, changed: 0, finalized: 0 });
    await begin(now);
    await fillSampleCompany(tenant, () => now, storeSampleUsage);
    await expectWholeCompany();
    const used = await stored();
    const filled = await everythingButTheLog();
    expect(await runBilling("sandbox", now)).toMatchObject({ drafted: 0, changed: 0, finalized: 0, failures: [] });
    await begin(now);
    await fillSampleCompany(tenant, () => now, storeSampleUsage);
    expect(await everythingButTheLog()).toEqual(filled);
    expect(await stored()).toEqual(used);

    // Every entry was written now, whatever year its row tells of, and by whom is said.
    expect(await rows("SELECT DISTINCT actor->>'name' AS name FROM audit_events ORDER BY 1")).toEqual([
      { name: "Ada" },
      { name: "Sample data" },
    ]);
    expect(await rows("SELECT DISTINCT occurred_at::date::text AS day FROM audit_events")).toEqual([
      { day: dayOf(now) },
    ]);

    const { removed } = await removeSampleData(tenant, ADA, now);
    expect(removed).toMatchObject({ customers: 40, plans: 3, apiKeys: 5 });
    expect(await everythingButTheLog()).toEqual(before);
    expect(await stored()).toEqual({ events: 0, rejected: 0 });
    await removeSampleData(tenant, ADA, now);
    expect(await rows("SELECT action FROM audit_events WHERE action LIKE 'sample_data.%' ORDER BY sequence")).toEqual([
      { action: "sample_data.added" },
      { action: "sample_data.removed" },
    ]);
    expect((await verifyAuditChain(tenant, "environment")).brokenAt).toBeNull();
  },
);

async function expectWholeCompany(): Promise<void> {
  for (const [table, count] of [
    ["customers", 40],
    ["contracts", 39],
    ["plans", 3],
    ["meters", 3],
    ["api_keys", 5],
  ])
    expect(await rows(`SELECT count(*)::int AS count FROM ${table}`), String(table)).toEqual([{ count }]);
  expect((await rows("SELECT name FROM plans ORDER BY name")).map(({ name }) => name)).toEqual([
    "Europe",
    "Growth",
    "Starter",
  ]);
  const statuses = await rows("SELECT DISTINCT status FROM invoices ORDER BY status");
  expect(statuses.map(({ status }) => status)).toEqual(["Cancelled", "Drafted", "In Progress", "Paid", "Refunded"]);
  expect(await rows("SELECT DISTINCT currency FROM invoices ORDER BY currency")).toEqual([
    { currency: "EUR" },
    { currency: "USD" },
  ]);
  expect(await rows("SELECT FROM invoice_lines WHERE kind = 'adjustment'")).toEqual([]);
  expect(await rows("SELECT FROM invoices GROUP BY contract_id, period_index HAVING count(*) > 1")).toEqual([]);
  expect(await rows("SELECT FROM sample_data_progress WHERE completed_at IS NOT NULL")).toHaveLength(1);

  const used = await stored();
  expect(used.rejected).toBe(0);
  expect(used.events).toBeGreaterThan(10_000);
  const billed = await rows<{ name: string; share: number }>(METERED_LINES);
  expect(billed.map(({ name }) => name)).toEqual([
    "API calls, by volume",
    "API calls, graduated",
    "Active user",
    "Documents, packages of 100 GB",
  ]);
  for (const { name, share } of billed) expect(share, name).toBeGreaterThan(0.9);
}

test("what a crash left is removed whole", A_YEAR_OF_BILLING, async () => {
  const before = await everythingButTheLog();
  await addAndCrash(new Date(), 90);
  expect((await rows("SELECT FROM invoices")).length).toBeGreaterThan(10);
  await removeSampleData(tenant, ADA, new Date());
  expect(await everythingButTheLog()).toEqual(before);
});

test(
  "what a person has built on it stays, with all that it stands on, and nothing else",
  A_YEAR_OF_BILLING,
  async () => {
    const now = new Date();
    await addAndCrash(now, 100);
    const own = await people.addCustomer(tenant, "Own customer", "own");
    const planId = await idOf("plans", "Starter");
    const ofSamplePlan = await addContract(tenant, { customerId: own.id, planId });
    const ofSampleCustomer = await addContract(tenant, { customerId: await idOf("customers", "Northwind Traders") });
    const pricing = await getPricing(tenant, await idOf("pricings", "Documents, packages of 100 GB"));
    await addPlan(tenant, [pricing], { name: "Own plan" });
    const rotated = await idOf("api_keys", "Billing worker");
    const { digestSecret } = world.api.sandbox.services;
    await rotateApiKey(tenant, ADA, rotated, 900, now, () => undefined, digestSecret);

    const sent = `{"eventName":"api_calls","customerId":"${ofSampleCustomer.customerId}","properties":{"calls":1}}`;
    await storeBatches(tenant, [acceptedBatch(tenant, [sent])]);

    const { kept } = await removeSampleData(tenant, ADA, now);
    expect(await stored()).toEqual({ events: 1, rejected: 0 });
    expect(kept).toEqual({ apiKeys: 1, customers: 1, meters: 2, pricings: 3, plans: 1 });
    const contracts = await rows<{ id: string }>("SELECT id FROM contracts");
    expect(contracts.map(({ id }) => id).sort()).toEqual([ofSamplePlan.id, ofSampleCustomer.id].sort());
    expect(await rows("SELECT name FROM customers WHERE name IN ('Own customer', 'Northwind Traders')")).toHaveLength(
      2,
    );
    expect(await rows("SELECT FROM invoices WHERE contract_id NOT IN (SELECT id FROM contracts)")).toEqual([]);
    const { status } = await world.api.sandbox.call("GET", `/v1/contracts/${ofSamplePlan.id}`, {
      secret: (await people.mint(world.env, tenant)).secret,
    });
    expect(status).toBe(200);
  },
);

test("ids that a person has given already stay that person's, and the sample data comes all the same", async () => {
  const own = await people.addCustomer(tenant, "Mine", "cust_globex");
  await addAndCrash(new Date(), 70);
  expect(await rows("SELECT external_customer_id FROM customers WHERE name = 'Globex'")).toEqual([
    { external_customer_id: "cust_globex_sample" },
  ]);
  await removeSampleData(tenant, ADA, new Date());
  expect(await rows("SELECT id, external_customer_id FROM customers")).toEqual([
    { id: own.id, external_customer_id: "cust_globex" },
  ]);
});

test(
  "one click adds, another one removes even while it is being added; production has no such thing",
  A_YEAR_OF_BILLING,
  async () => {
    const owner = await people.addMember(world.env, acme, "owner");
    const call = (method: string, environment: "sandbox" | "production" = "sandbox") =>
      world.dashboard.own.call(environment, method, "/sample-data", { cookie: owner.cookie });
    const before = await everythingButTheLog();
    expect((await call("GET")).json).toMatchObject({ data: { state: "none", counts: { customers: 0 } } });
    expect(await call("POST")).toMatchObject({
      status: 202,
      json: { data: { state: "adding", counts: { apiKeys: 5 } } },
    });
    await vi.waitFor(async () => expect((await rows("SELECT FROM customers")).length).toBeGreaterThan(0), {
      timeout: 60_000,
      interval: 50,
    });
    expect((await call("GET")).json).toMatchObject({ data: { state: "adding" } });
    expect((await call("DELETE")).status).toBe(200);
    expect(await everythingButTheLog()).toEqual(before);
    for (const method of ["GET", "POST", "DELETE"])
      expect((await call(method, "production")).error).toMatchObject({
        code: "NOT_FOUND",
        message: "No such endpoint",
      });
  },
);

test("roles below admin look, and neither add nor remove", async () => {
  const { cookie } = await people.addMember(world.env, acme, "developer");
  expect((await world.dashboard.own.call("sandbox", "GET", "/sample-data", { cookie })).status).toBe(200);
  for (const method of ["POST", "DELETE"])
    expect((await world.dashboard.own.call("sandbox", method, "/sample-data", { cookie })).status).toBe(403);
  expect(await rows("SELECT FROM sample_data_progress")).toEqual([]);
});

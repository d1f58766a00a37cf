// Archiving and changing while somebody else begins to use: one of the two finds the other, whatever the order.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { planAnswer } from "@/lib/api/schemas/plans";
import type { Plan } from "@/lib/domain/plan";
import { environmentStore } from "@/lib/store/connections";
import { insertContract } from "@/lib/store/contracts";
import { archiveMeterRow, lockMeter } from "@/lib/store/meters";
import { lockPlanForUse } from "@/lib/store/plans";
import { inTransaction, type Transaction } from "@/lib/store/sql";
import { openWorld, type World } from "../../support/api";
import type { Answer } from "../../support/calls";
import { addMeter, addMeteredPricing, addPlan, addPricing } from "../../support/catalog";
import * as people from "../../support/people";
import { query } from "../../support/rows";

const ROUNDS = 12;

let world: World;
let tenant: ReturnType<typeof people.tenantOf>;
let secret: string;

beforeAll(async () => {
  world = await openWorld();
  tenant = people.tenantOf("production", await people.addOrganization("Acme"));
  ({ secret } = await people.mint(world.env, tenant));
});
afterAll(() => world.close());

const call = (method: string, path: string, body?: unknown) =>
  world.api.production.call(method, path, { secret, body });
const itemsOf = (...pricingIds: string[]) => pricingIds.map((pricingId) => ({ pricingId }));
const statusesOf = (answers: readonly Answer[]) => answers.map(({ status }) => status);

/** Sends a call while a transaction is open, and commits that only once the call waits for it. */
async function whileOpen(work: (tx: Transaction) => Promise<unknown>, send: () => Promise<Answer>): Promise<Answer> {
  let sent: Promise<Answer> | undefined;
  await inTransaction(environmentStore("production").pool, async (tx) => {
    await work(tx);
    sent = send();
    await vi.waitUntil(isSomebodyWaiting, { timeout: 10_000, interval: 5 });
  });
  if (!sent) throw new Error("Nothing was sent");
  return sent;
}

async function isSomebodyWaiting(): Promise<boolean> {
  const waiting = await query(
    world.databases.productionUrl,
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  );
  return waiting.length > 0;
}

test("of archiving a meter and beginning to use it in a plan at once exactly one succeeds", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const meter = await addMeter(tenant);
    const pricing = await addMeteredPricing(tenant, meter.id);
    const other = await addPlan(tenant, [await addPricing(tenant)]);
    const items = itemsOf(pricing.id);
    const [archived, ...using] = statusesOf(
      await Promise.all([
        call("DELETE", `/v1/meters/${meter.id}`),
        call("POST", "/v1/plans", { name: "Pro", items }),
        call("PATCH", `/v1/plans/${other.id}`, { items }),
      ]),
    );
    // Using it excludes archiving for good, so both plans find it or neither does.
    expect([
      [409, 201, 200],
      [200, 409, 409],
    ]).toContainEqual([archived, ...using]);
  }
});

test("a pricing that is created while its meter is being archived is refused", async () => {
  const { id: meterId } = await addMeter(tenant);
  const { status, error } = await whileOpen(
    async (tx) => {
      await lockMeter(tenant, tx, meterId);
      await archiveMeterRow(tenant, tx, meterId, new Date());
    },
    () =>
      call("POST", "/v1/pricing", {
        name: "Calls",
        productName: "Made by nobody",
        model: "USAGE",
        billingMode: "RECURRING",
        priceInterval: "MONTH",
        unitAmount: "1",
        meterId,
      }),
  );
  expect([status, error?.message]).toEqual([409, "Meter is archived"]);
  const products = "SELECT 1 FROM products WHERE name = 'Made by nobody'";
  expect(await query(world.databases.productionUrl, products)).toEqual([]);
});

/** What an operation that makes contracts does in its transaction. */
async function useInContract(tx: Transaction, planId: string): Promise<void> {
  const plan = await lockPlanForUse(tenant, tx, planId);
  if (plan) await insertContract(tenant, tx, contractOf(plan, await addCustomer()));
}

const addCustomer = async () => (await people.addCustomer(tenant, "Globex")).id;
const contractOf = (plan: Plan, customerId: string): Parameters<typeof insertContract>[2] => ({
  id: randomUUID(),
  customerId,
  planId: plan.id,
  name: plan.name,
  startDate: "2026-01-01",
  endDate: null,
  billingInterval: plan.billingInterval,
  netTerms: plan.netTerms,
  currency: plan.currency,
  overrides: [],
  creditGrantCents: null,
  creditSettings: null,
  metadata: {},
  cancellation: null,
  createdAt: new Date(),
  updatedAt: new Date(),
});

test("a plan that is changed while its first contract is being made stays as the contract found it", async () => {
  const plan = await addPlan(tenant, [await addPricing(tenant)]);
  const { status, error } = await whileOpen(
    (tx) => useInContract(tx, plan.id),
    () => call("PATCH", `/v1/plans/${plan.id}`, { name: "Other" }),
  );
  expect([status, error?.code]).toEqual([409, "CONFLICT"]);
  expect(planAnswer.parse((await call("GET", `/v1/plans/${plan.id}`)).json).data.name).toBe("Pro");
});

test("a plan is archived only after a contract that is being made, and the meter of both stays", async () => {
  const meter = await addMeter(tenant);
  const plan = await addPlan(tenant, [await addMeteredPricing(tenant, meter.id)]);
  const archived = await whileOpen(
    (tx) => useInContract(tx, plan.id),
    () => call("DELETE", `/v1/plans/${plan.id}`),
  );
  expect(archived.status).toBe(200);
  expect((await call("DELETE", `/v1/meters/${meter.id}`)).status).toBe(409);
});

test("two changes of one plan at once leave the fields and items that each of them gave", async () => {
  const [one, two, three] = [await addPricing(tenant), await addPricing(tenant), await addPricing(tenant)];
  for (let round = 0; round < ROUNDS; round++) {
    const { id } = await addPlan(tenant, [one]);
    const answers = await Promise.all([
      call("PATCH", `/v1/plans/${id}`, { items: itemsOf(three.id, two.id) }),
      call("PATCH", `/v1/plans/${id}`, { name: "Renamed" }),
      call("PATCH", `/v1/plans/${id}`, { netTerms: 7 }),
    ]);
    expect(statusesOf(answers)).toEqual([200, 200, 200]);
    const { data } = planAnswer.parse((await call("GET", `/v1/plans/${id}`)).json);
    expect([data.name, data.netTerms, data.items.map(({ pricingId }) => pricingId)]).toEqual([
      "Renamed",
      7,
      [three.id, two.id],
    ]);
  }
});

// Which plans are accepted and which refused, that a refusal leaves nothing behind, and what use forbids.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../../support/api";
import { addMeter, addPricing } from "../../support/catalog";
import * as people from "../../support/people";
import { expectRefused } from "../../support/refused";

let world: World;
let tenant: ReturnType<typeof people.tenantOf>;
let secret: string;
let meterId: string;
let foreignPricingId: string;
const pricingIds: Record<"monthly" | "alsoMonthly" | "quarterly" | "yearly" | "once" | "usage", string> = {
  monthly: "",
  alsoMonthly: "",
  quarterly: "",
  yearly: "",
  once: "",
  usage: "",
};

beforeAll(async () => {
  world = await openWorld();
  tenant = people.tenantOf("production", await people.addOrganization("Acme"));
  ({ secret } = await people.mint(world.env, tenant));
  meterId = (await addMeter(tenant)).id;
  foreignPricingId = (await addPricing(people.tenantOf("production", await people.addOrganization("Globex")))).id;
  const add = async (...given: Parameters<typeof addPricing> extends [unknown, ...infer Rest] ? Rest : never) =>
    (await addPricing(tenant, ...given)).id;
  pricingIds.monthly = await add();
  pricingIds.alsoMonthly = await add();
  pricingIds.quarterly = await add({ priceIntervalCount: 3 });
  pricingIds.yearly = await add({ priceInterval: "YEAR" });
  pricingIds.once = await add({ billingMode: "ONE_TIME", priceInterval: undefined });
  pricingIds.usage = await add({ model: "USAGE", meterId });
});
afterAll(() => world.close());

const create = (body: unknown) => world.api.production.call("POST", "/v1/plans", { secret, body });
const refused = (body: unknown, ...paths: string[]) => expectRefused(world, secret, "plans", body, ...paths);

const items = (...names: (keyof typeof pricingIds)[]) => names.map((name) => ({ pricingId: pricingIds[name] }));
const plan = (fields: object = {}) => ({ name: "Pro", items: items("monthly"), ...fields });

test.each([
  ["a blank name", { name: "\t" }, "name"],
  ["a name of 256 characters", { name: "😀".repeat(256) }, "name"],
  ["a description of 1001 characters", { description: "😀".repeat(1001) }, "description"],
  ["no items", { items: [] }, "items"],
  ["366 days to pay", { netTerms: 366 }, "netTerms"],
  ["days to pay below zero", { netTerms: -1 }, "netTerms"],
  ["half a day to pay", { netTerms: 0.5 }, "netTerms"],
  ["a credit grant below zero", { creditGrantCents: -1 }, "creditGrantCents"],
  ["a credit grant above 10^12", { creditGrantCents: 1_000_000_000_001 }, "creditGrantCents"],
  ["a credit grant as text", { creditGrantCents: "5" }, "creditGrantCents"],
  ["credits that are worth nothing", { creditSettings: { creditRateCents: 0 } }, "creditSettings.creditRateCents"],
  ["a rate of 7 decimals", { creditSettings: { creditRateCents: 0.0000001 } }, "creditSettings.creditRateCents"],
  ["a rate of 1.0000001", { creditSettings: { creditRateCents: 1.0000001 } }, "creditSettings.creditRateCents"],
  ["a rate as text", { creditSettings: { creditRateCents: "1" } }, "creditSettings.creditRateCents"],
  ["a rate of 1e300", { creditSettings: { creditRateCents: 1e300 } }, "creditSettings.creditRateCents"],
  ["credit settings without a rate", { creditSettings: {} }, "creditSettings.creditRateCents"],
  ["gold as its currency", { currency: "XAU" }, "currency"],
  ["a code for tests as its currency", { currency: "XTS" }, "currency"],
  ["a currency in small letters", { currency: "usd" }, "currency"],
  ["an unknown currency", { currency: "ABC" }, "currency"],
  ["a status", { status: "active" }, "status"],
])("a plan with %s is refused", async (_, fields, path) => {
  await refused(plan(fields), path);
});

describe("items of a plan", () => {
  test("with two intervals, or without a recurring item, is refused", async () => {
    await refused(plan({ items: items("monthly", "yearly") }), "items[1].pricingId");
    await refused(plan({ items: items("once", "monthly", "quarterly") }), "items[2].pricingId");
    await refused(plan({ items: items("once") }), "items");
  });

  test("with one interval of several pricings is accepted", async () => {
    const { status, json } = await create(plan({ items: items("once", "monthly", "usage", "alsoMonthly") }));
    expect(status).toBe(201);
    expect(json).toMatchObject({ data: { billingInterval: { interval: "MONTH", count: 1 } } });
  });

  test("with a pricing twice, of another organization, or of no form is refused at the item", async () => {
    const [monthly] = items("monthly");
    await refused(plan({ items: [monthly, monthly] }), "items[1].pricingId");
    await refused(plan({ items: [{ pricingId: foreignPricingId }] }), "items[0].pricingId");
    await refused(plan({ items: [monthly, { pricingId: "x" }] }), "items[1].pricingId");
  });

  test.each([0, -1, 1.5, 1_000_000_001, "1", null])("with a quantity of %j is refused", async (quantity) => {
    await refused(plan({ items: [{ ...items("monthly")[0], quantity }] }), "items[0].quantity");
  });

  test("with any quantity of usage but 1 is refused", async () => {
    await refused(plan({ items: [{ ...items("usage")[0], quantity: 2 }] }), "items[0].quantity");
  });

  test("has at most 50 items", async () => {
    const ids = Array.from({ length: 51 }, (_, at) => ({
      pricingId: `7f0c5b1e-2c1f-4c39-9b57-0000000000${String(at).padStart(2, "0")}`,
    }));
    await refused(plan({ items: ids }), "items");
  });
});

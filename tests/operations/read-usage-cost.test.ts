// What stored usage costs, over real PostgreSQL and events in a list.
import { describe, expect, test } from "vitest";
import { decimal, decimalText } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import type { CostQuestion } from "@/lib/domain/usage-cost";
import { archiveMeter } from "@/lib/operations/archive-meter";
import { readUsageCost } from "@/lib/operations/read-usage-cost";
import { beforeEachBilledTenant } from "../support/billed-tenant";
import { at, billAt, invoicesOf } from "../support/billing";
import { addMeter, addMeteredPricing, addPlan, addPricing } from "../support/catalog";
import { addContract } from "../support/contracts";
import { actorNamed, addCustomer } from "../support/people";
import type { SentUsage } from "../support/sent-usage";

const CREATED = at("2026-01-01T08:00:00Z");
const NOW = at("2026-03-10T00:00:00Z");

let tenant: Tenant;
let usage: SentUsage;

beforeEachBilledTenant("the file", (given) => {
  ({ tenant, usage } = given);
});

const ALL = { eventNames: null, properties: [] };
async function costOf(question: Partial<CostQuestion>, now = NOW) {
  const { amount, currency } = await readUsageCost(
    tenant,
    { filter: ALL, creditRateCents: null, ...question },
    now,
    usage,
  );
  return `${decimalText(amount)} ${currency}`;
}

/** Calls at 0.015 each with a fee of 5, beside a seat at 31 a month. */
async function addCalls(overrides: Parameters<typeof addContract>[1] = {}) {
  const meter = await addMeter(tenant);
  const seat = await addPricing(tenant, { unitAmount: decimal(31) });
  const calls = await addMeteredPricing(tenant, meter.id, { unitAmount: decimal("0.015"), flatAmount: decimal(5) });
  const plan = await addPlan(tenant, [seat, calls]);
  const contract = await addContract(tenant, { planId: plan.id, startDate: "2026-01-01", ...overrides }, CREATED);
  return { meter, calls, plan, contract, customerId: contract.customerId };
}

test("the cost of a contract over whole periods is the sum of the metered lines of its invoices, with its own prices and without fees", async () => {
  const meter = await addMeter(tenant);
  const calls = await addMeteredPricing(tenant, meter.id, { unitAmount: decimal("0.015"), flatAmount: decimal(5) });
  const plan = await addPlan(tenant, [await addPricing(tenant), calls]);
  const overrides = [{ basePricingId: calls.id, unitAmount: decimal("0.025") }];
  const contract = await addContract(tenant, { planId: plan.id, startDate: "2026-01-01", overrides }, CREATED);
  const { customerId, id: contractId } = contract;
  usage.sendMany(333, { customerId, at: "2026-01-10T00:00:00Z" });
  usage.sendMany(7, { customerId, at: "2026-02-01T00:00:00.000Z" });
  usage.sendMany(9, { customerId, at: "2026-02-28T23:59:59.999Z", contractId });
  await billAt("2026-03-02T00:00:00Z", usage);
  const lines = (await invoicesOf(tenant, contractId)).flatMap((invoice) => invoice.lines);
  const metered = lines.filter(({ isMetered, servicePeriod }) => isMetered && servicePeriod.end <= "2026-03-01");
  const cents = metered.reduce((sum, { totalAmountCents }) => sum + totalAmountCents, 0n);
  const period = { startDate: at("2026-01-01T00:00:00Z"), endDate: at("2026-03-01T00:00:00Z") };
  expect(cents).toBe(833n + 40n);
  expect(await costOf({ contractId, ...period })).toBe("8.73 USD");
});

test("the cost of a contract cuts the range at its periods: each part is rated from zero and rounded for itself", async () => {
  const { contract, customerId } = await addCalls();
  usage.sendMany(1, { customerId, at: "2026-01-31T23:00:00Z" });
  usage.sendMany(1, { customerId, at: "2026-02-01T00:00:00Z" });
  // 0.015 twice is 0.02 twice; as one part it would be 0.03.
  expect(await costOf({ contractId: contract.id })).toBe("0.04 USD");
  const late = { startDate: at("2026-01-31T23:00:00.001Z"), endDate: at("2026-02-01T00:00:00.001Z") };
  expect(await costOf({ contractId: contract.id, ...late })).toBe("0.02 USD");
});

test("the cost of a contract leaves an event that names no contract to the one that came first, and an event of another contract to that", async () => {
  const { plan, contract, customerId } = await addCalls();
  const later = await addContract(
    tenant,
    { planId: plan.id, customerId, startDate: "2026-01-02" },
    at("2026-01-02T08:00:00Z"),
  );
  usage.sendMany(100, { customerId, at: "2026-01-10T00:00:00Z" });
  usage.sendMany(200, { customerId, at: "2026-01-10T00:00:00Z", contractId: later.id });
  expect(await costOf({ contractId: contract.id })).toBe("1.5 USD");
  expect(await costOf({ contractId: later.id })).toBe("3 USD");
  expect(await costOf({ contractId: later.id, customerId })).toBe("3 USD");
});

test("the cost of a contract is that of its own currency, or in credits", async () => {
  const meter = await addMeter(tenant);
  const calls = await addMeteredPricing(tenant, meter.id, { unitAmount: decimal("0.015") });
  const plan = await addPlan(tenant, [await addPricing(tenant), calls], { currency: "KWD" });
  const contract = await addContract(tenant, { planId: plan.id, startDate: "2026-01-01" }, CREATED);
  usage.sendMany(333, { customerId: contract.customerId, at: "2026-01-10T00:00:00Z" });
  expect(await costOf({ contractId: contract.id })).toBe("4.995 KWD");
  expect(await costOf({ contractId: contract.id, creditRateCents: 7n })).toBe("713.571428571429 KWD");
});

test("the cost of a contract ends with the contract, and is 0 before it begins", async () => {
  const { contract, customerId } = await addCalls({ endDate: "2026-02-01" });
  usage.sendMany(100, { customerId, at: "2026-01-31T00:00:00Z" });
  usage.sendMany(100, { customerId, at: "2026-02-01T00:00:00Z", contractId: contract.id });
  expect(await costOf({ contractId: contract.id })).toBe("1.5 USD");
  expect(await costOf({ contractId: contract.id, endDate: NOW })).toBe("1.5 USD");
  const future = await addContract(tenant, { planId: contract.planId, startDate: "2026-06-01" }, CREATED);
  expect(await costOf({ contractId: future.id })).toBe("0 USD");
});

test("the cost of a contract reads no period that cannot have an event yet, however far the range goes", async () => {
  const { contract } = await addCalls();
  await costOf({
    contractId: contract.id,
    startDate: at("2026-02-01T00:00:00Z"),
    endDate: at("2029-01-01T00:00:00Z"),
  });
  expect(usage.asked).toBe(2);
  const last = { startDate: at("9998-01-01T00:00:00Z"), endDate: at("9999-12-31T23:59:59Z") };
  expect(await costOf({ contractId: contract.id, ...last })).toBe("0 USD");
});

describe("the cost of a customer's usage", () => {
  const YEAR = { startDate: at("2026-01-01T00:00:00Z"), endDate: at("2027-01-01T00:00:00Z") };

  test("is that of all active meters at list price, the range as one period, whatever contract an event names", async () => {
    const { meter, contract, customerId } = await addCalls();
    await addMeteredPricing(tenant, meter.id, { unitAmount: decimal("0.025") });
    const archived = await addMeter(tenant, { displayName: "Archived" });
    await addMeteredPricing(tenant, archived.id);
    await archiveMeter(tenant, actorNamed("Tests"), archived.id, NOW);
    await addMeter(tenant, { displayName: "Without a price" });
    usage.sendMany(1, { customerId, at: "2026-01-31T23:00:00Z" });
    usage.sendMany(1, { customerId, at: "2026-02-01T00:00:00Z", contractId: contract.id });
    expect(await costOf({ customerId, ...YEAR })).toBe("0.05 USD");
  });

  test("is found by an external id that the customer has", async () => {
    await addMeteredPricing(tenant, (await addMeter(tenant)).id);
    const customer = await addCustomer(tenant, "Globex", "cust_42");
    usage.sendMany(3, { customerId: customer.id, at: "2026-01-31T23:00:00Z" });
    expect(await costOf({ externalCustomerId: "cust_42", ...YEAR })).toBe("0.3 USD");
  });

  test("counts only events of the names and properties that were asked for", async () => {
    const meter = await addMeter(tenant);
    await addMeteredPricing(tenant, meter.id);
    const { id: customerId } = await addCustomer(tenant, "Globex");
    usage.send({ customerId, at: "2026-01-10T00:00:00Z", units: "3" });
    usage.send({ customerId, at: "2026-01-10T00:00:00Z", units: "4", name: "storage" });
    const filtered = (filter: Partial<CostQuestion["filter"]>) =>
      costOf({ customerId, ...YEAR, filter: { ...ALL, ...filter } });
    expect(await filtered({ eventNames: ["storage", "login"] })).toBe("0.1 USD");
    expect(await filtered({ eventNames: ["login"] })).toBe("0 USD");
    expect(await filtered({ properties: [{ key: "units", value: 4 }] })).toBe("0.1 USD");
    expect(await filtered({})).toBe("0.2 USD");
  });
});

// Which events a usage query is about, over real PostgreSQL and events in a list.
import { describe, expect, test } from "vitest";
import { decimal, decimalText } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import { cancelContract } from "@/lib/operations/cancel-contract";
import { type ReadUsageInput, readUsage } from "@/lib/operations/read-usage";
import { beforeEachBilledTenant } from "../support/billed-tenant";
import { at } from "../support/billing";
import { addMeter, addMeteredPricing, addPlan, addPricing } from "../support/catalog";
import { addContract } from "../support/contracts";
import { actorNamed } from "../support/people";
import type { SentUsage } from "../support/sent-usage";

const CREATED = at("2026-01-01T08:00:00Z");
const NOW = at("2026-03-10T00:00:00Z");

let tenant: Tenant;
let usage: SentUsage;

beforeEachBilledTenant("the file", (given) => {
  ({ tenant, usage } = given);
});

const read = (input: Partial<ReadUsageInput>, now = NOW) =>
  readUsage(tenant, { window: "MONTH", ...input }, now, usage);
const totalOf = async (input: Partial<ReadUsageInput>) => {
  const { total } = (await read(input)).usage;
  return [total.count, decimalText(total.value)];
};
const rangeOf = async (input: Partial<ReadUsageInput>, now = NOW) => {
  const { start, end } = (await read(input, now)).query.range;
  return [start, end].map((instant) => instant.toISOString().slice(0, 10));
};

/** A plan that bills the sum of units, and another one that bills stored bytes. */
async function addTwoContracts() {
  const sum = { aggregationType: "SUM", aggregationKey: "units" } as const;
  const calls = await addMeter(tenant, { ...sum, eventTypeFilter: { include: ["api_call"] } });
  const storage = await addMeter(tenant, { ...sum, eventTypeFilter: { include: ["storage"] } });
  const planOf = async (meterId: string) =>
    addPlan(tenant, [await addPricing(tenant), await addMeteredPricing(tenant, meterId, { unitAmount: decimal(1) })]);
  const first = await addContract(tenant, { planId: (await planOf(calls.id)).id, startDate: "2026-01-01" }, CREATED);
  const { customerId } = first;
  const second = await addContract(
    tenant,
    { planId: (await planOf(storage.id)).id, customerId, startDate: "2026-01-15" },
    at("2026-01-15T08:00:00Z"),
  );
  return { calls, storage, first, second, customerId };
}

describe("the events that bill on a contract", () => {
  test("are those that name it, and those that name none where one of its meters takes them", async () => {
    const { first, second, customerId } = await addTwoContracts();
    usage.send({ customerId, at: "2026-02-01T00:00:00Z", units: "1" });
    usage.send({ customerId, at: "2026-02-01T00:00:00Z", units: "2", name: "storage" });
    usage.send({ customerId, at: "2026-02-01T00:00:00Z", units: "4", name: "login" });
    usage.send({ customerId, at: "2026-02-01T00:00:00Z", units: "8", name: "login", contractId: second.id });
    usage.send({ customerId, at: "2026-01-10T00:00:00Z", units: "16", name: "storage" });
    usage.send({ customerId: first.id, at: "2026-02-01T00:00:00Z", units: "32", contractId: second.id });
    const range = { start: at("2026-01-01T00:00:00Z"), end: at("2026-03-01T00:00:00Z") };
    expect(await totalOf({ contractId: first.id, ...range })).toEqual([1, "1"]);
    expect(await totalOf({ contractId: second.id, ...range })).toEqual([2, "2"]);
  });

  test("of one meter are those that the contract bills; a meter that it does not bill only has those that name it", async () => {
    const { calls, storage, first, second, customerId } = await addTwoContracts();
    usage.send({ customerId, at: "2026-02-01T00:00:00Z", units: "1.5" });
    usage.send({ customerId, at: "2026-02-02T00:00:00Z", units: "2", contractId: second.id });
    usage.send({ customerId, at: "2026-02-01T00:00:00Z", units: "4", name: "storage" });
    const range = { start: at("2026-02-01T00:00:00Z"), end: at("2026-03-01T00:00:00Z") };
    expect(await totalOf({ contractId: first.id, meterId: calls.id, ...range })).toEqual([1, "1.5"]);
    expect(await totalOf({ contractId: second.id, meterId: calls.id, ...range })).toEqual([1, "2"]);
    expect(await totalOf({ contractId: second.id, meterId: storage.id, ...range })).toEqual([1, "4"]);
    expect(await totalOf({ customerId, meterId: calls.id, ...range })).toEqual([2, "3.5"]);
  });
});

describe("the range of a contract's usage", () => {
  test("is its current period; before the start the first, after the end the last", async () => {
    const contract = await addContract(tenant, { startDate: "2026-01-15", endDate: "2026-05-01" }, CREATED);
    const { id: contractId } = contract;
    expect(await rangeOf({ contractId })).toEqual(["2026-02-15", "2026-03-15"]);
    expect(await rangeOf({ contractId }, at("2026-01-02T00:00:00Z"))).toEqual(["2026-01-15", "2026-02-15"]);
    expect(await rangeOf({ contractId }, at("2026-07-01T00:00:00Z"))).toEqual(["2026-04-15", "2026-05-01"]);
    expect(await rangeOf({ contractId, start: at("2026-01-20T00:00:00Z") })).toEqual(["2026-01-20", "2026-03-15"]);
    expect(await rangeOf({ contractId, end: at("2026-02-20T00:00:00Z") })).toEqual(["2026-02-15", "2026-02-20"]);
    await expect(rangeOf({ contractId, end: at("2026-02-15T00:00:00Z") })).rejects.toThrow("end must be after start");
  });

  test("has to be given for a contract that was cancelled before it began", async () => {
    const { id: contractId } = await addContract(tenant, { startDate: "2026-06-01" }, CREATED);
    await cancelContract(tenant, actorNamed("Tests"), contractId, NOW);
    await expect(rangeOf({ contractId })).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
      details: [{ path: "start" }, { path: "end" }],
    });
    const range = { start: at("2026-06-01T00:00:00Z"), end: at("2026-07-01T00:00:00Z") };
    expect(await rangeOf({ contractId, ...range })).toEqual(["2026-06-01", "2026-07-01"]);
  });
});

test("windows hold what lies in them, and the total is over the whole range", async () => {
  const meter = await addMeter(tenant, { aggregationType: "MAX", aggregationKey: "units" });
  const customerId = (await addContract(tenant, {}, CREATED)).customerId;
  for (const [day, units] of [
    ["2026-01-31T23:59:59.999Z", "9"],
    ["2026-02-01T00:00:00.000Z", "3"],
    ["2026-02-28T12:00:00.000Z", "5"],
    ["2026-03-02T00:00:00.000Z", "7"],
  ] as const)
    usage.send({ customerId, at: day, units });
  const range = { start: at("2026-02-01T00:00:00Z"), end: at("2026-03-02T00:00:00Z") };
  const { total, rows } = (await read({ meterId: meter.id, ...range })).usage;
  expect([total.count, decimalText(total.value)]).toEqual([2, "5"]);
  expect(rows.map(({ windowStart, value }) => [windowStart.toISOString().slice(0, 7), decimalText(value)])).toEqual([
    ["2026-02", "5"],
  ]);
});

// What the dashboard's list of customers says of each.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { activeContractsAnswer, customerEventsAnswer } from "@/lib/dashboard-api/schemas/customers";
import { addDays, dayOf, startOfDay } from "@/lib/domain/day";
import { cancelContract } from "@/lib/operations/cancel-contract";
import { openWorld, type World } from "../support/api";
import { addContract, addSeatPlan } from "../support/contracts";
import * as people from "../support/people";
import { acceptedBatch, storeBatches } from "../support/sent-usage";

let world: World;
let organization: people.Organization;
let viewer: people.Member;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  organization = await people.addOrganization("Acme");
  viewer = await people.addMember(world.env, organization, "viewer");
});
afterAll(() => world.close());

const tenant = () => people.tenantOf("sandbox", organization);

async function ask(figure: "active-contracts" | "events", ids: readonly string[], { cookie } = viewer) {
  const { status, json, text } = await world.dashboard.own.call(
    "sandbox",
    "GET",
    `/customers/${figure}?ids=${ids.join(",")}`,
    { cookie },
  );
  expect(status, text).toBe(200);
  return json;
}
const contractsOf = async (ids: readonly string[], member = viewer) =>
  activeContractsAnswer.parse(await ask("active-contracts", ids, member)).data.map((row) => row.activeContracts);
const eventsOf = async (ids: readonly string[], member = viewer) =>
  customerEventsAnswer.parse(await ask("events", ids, member)).data.map((row) => row.events);

test("of contracts those count that are neither cancelled nor at their end", async () => {
  const globex = await people.addCustomer(tenant(), "Globex");
  const initech = await people.addCustomer(tenant(), "Initech");
  const planId = (await addSeatPlan(tenant())).id;
  const today = dayOf(new Date());
  const startDate = addDays(today, -40);
  const add = (endDate?: string) => addContract(tenant(), { customerId: globex.id, planId, startDate, endDate });
  const rolling = await add();
  await add(addDays(today, 1));
  await add(today);
  expect(await contractsOf([globex.id, initech.id])).toEqual([2, 0]);
  await cancelContract(tenant(), people.actorNamed("Ada"), rolling.id, new Date());
  expect(await contractsOf([initech.id, globex.id])).toEqual([0, 1]);
});

const DAY_MS = 86_400_000;
const today = () => startOfDay(dayOf(new Date()));

async function send(events: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  const texts = events.map((event) => JSON.stringify({ eventName: "api_call", ...event }));
  await storeBatches(tenant(), [acceptedBatch(tenant(), texts)]);
}

test("events of 30 days with today count once each, under the customer's id and its external one", async () => {
  const globex = await people.addCustomer(tenant(), "Globex", "cust_globex");
  const initech = await people.addCustomer(tenant(), "Initech");
  const firstMs = today().getTime() - 29 * DAY_MS;
  const [before, first] = [new Date(firstMs - 1), new Date(firstMs)];
  await send([
    { customerId: globex.id, timestamp: before },
    { customerId: globex.id, timestamp: first, idempotencyKey: "sent twice" },
    { customerId: globex.id, timestamp: first, idempotencyKey: "sent twice" },
    { externalCustomerId: "cust_globex", timestamp: today() },
    { externalCustomerId: "cust_globex", timestamp: first },
    { externalCustomerId: "nobody_yet", timestamp: today() },
  ]);
  expect(await eventsOf([initech.id, globex.id])).toEqual([0, 3]);
});

test("another organization's customers have nothing", async () => {
  const globex = await people.addCustomer(tenant(), "Globex");
  await addContract(tenant(), { customerId: globex.id });
  await send([{ customerId: globex.id, timestamp: today() }]);
  expect(await eventsOf([globex.id])).toEqual([1]);
  const stranger = await people.addMember(world.env, await people.addOrganization("Globex"), "owner");
  expect(await contractsOf([globex.id], stranger)).toEqual([0]);
  expect(await eventsOf([globex.id], stranger)).toEqual([0]);
});

test("more customers than a page has are refused, and the parameter is named", async () => {
  const ids = Array.from({ length: 101 }, () => crypto.randomUUID()).join(",");
  const { status, error } = await world.dashboard.own.call("sandbox", "GET", `/customers/events?ids=${ids}`, viewer);
  expect([status, error?.details?.[0]?.path]).toEqual([400, "ids"]);
});

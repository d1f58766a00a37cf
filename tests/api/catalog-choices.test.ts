// What the dashboard's forms and pages about prices and plans choose from.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { countedPlanPage } from "@/lib/dashboard-api/schemas/catalog";
import { archivePlan } from "@/lib/operations/archive-plan";
import { cancelContract } from "@/lib/operations/cancel-contract";
import { openWorld, type World } from "../support/api";
import { addPlan, addPricing } from "../support/catalog";
import { addContract } from "../support/contracts";
import * as people from "../support/people";

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
const get = (path: string) => world.dashboard.own.call("sandbox", "GET", path, { cookie: viewer.cookie });
const names = (json: unknown): string[] => {
  const page = Object(json);
  return page.data.map(({ name }: { name: string }) => name);
};

test("products are listed once each, newest first, and page by page without a repetition", async () => {
  const start = Date.now();
  for (const [at, productName] of ["API", "Storage", "API", "Support"].entries())
    await addPricing(tenant(), { productName }, new Date(start + at * 1_000));
  const { json } = await get("/products");
  expect(names(json)).toEqual(["Support", "Storage", "API"]);
  const first = Object((await get("/products?limit=2")).json);
  const second = (await get(`/products?limit=2&cursor=${first.nextCursor}`)).json;
  expect([...names(first), ...names(second)]).toEqual(["Support", "Storage", "API"]);
});

test("nobody sees the products of another organization, or of the other environment", async () => {
  await addPricing(people.tenantOf("production", organization), { productName: "Production's" });
  await addPricing(people.tenantOf("sandbox", await people.addOrganization("Other")), { productName: "Other's" });
  expect(Object((await get("/products")).json)).toMatchObject({ data: [], total: 0 });
});

test("the plans of a pricing are those that have it, archived ones too", async () => {
  const [seat, support] = [await addPricing(tenant()), await addPricing(tenant(), { name: "Support" })];
  const both = await addPlan(tenant(), [seat, support], { name: "Both" });
  await addPlan(tenant(), [seat], { name: "Seats" }, new Date(Date.now() + 1_000));
  await archivePlan(tenant(), people.actorNamed("Tests"), both.id, new Date());
  const page = countedPlanPage.parse((await get(`/plans?status=all&pricingId=${seat.id}`)).json);
  expect(page.data.map(({ name, status }) => [name, status])).toEqual([
    ["Seats", "active"],
    ["Both", "archived"],
  ]);
  expect(names((await get(`/plans?status=all&pricingId=${support.id}`)).json)).toEqual(["Both"]);
});

test("another organization's pricing has no plans here", async () => {
  const other = people.tenantOf("sandbox", await people.addOrganization("Other"));
  const pricing = await addPricing(other);
  await addPlan(other, [pricing]);
  expect(Object((await get(`/plans?pricingId=${pricing.id}`)).json)).toMatchObject({ data: [], total: 0 });
});

test("a plan comes with how many contracts were made from it, cancelled ones too", async () => {
  const plan = await addPlan(tenant(), [await addPricing(tenant())]);
  await addPlan(tenant(), [await addPricing(tenant())], { name: "Unused" }, new Date(Date.now() + 1_000));
  const first = await addContract(tenant(), { planId: plan.id });
  await addContract(tenant(), { planId: plan.id });
  await cancelContract(tenant(), people.actorNamed("Tests"), first.id, new Date());
  const page = countedPlanPage.parse((await get("/plans")).json);
  expect(page.data.map(({ name, contractCount }) => [name, contractCount])).toEqual([
    ["Unused", 0],
    ["Pro", 2],
  ]);
});

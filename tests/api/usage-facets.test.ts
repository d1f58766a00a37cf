// What the page of usage chooses from.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { usageBacklogAnswer, usageFacetsAnswer } from "@/lib/dashboard-api/schemas/usage";
import type { Environment } from "@/lib/domain/environment";
import { openWorld, type World } from "../support/api";
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

const get = (environment: Environment, path: string) =>
  world.dashboard.own.call(environment, "GET", path, { cookie: viewer.cookie });
const facets = async (environment: Environment = "sandbox") =>
  usageFacetsAnswer.parse((await get(environment, "/usage/facets")).json).data;

const send = (of: people.Organization, environment: Environment, names: readonly string[]) => {
  const tenant = people.tenantOf(environment, of);
  const events = names.map(
    (eventName) =>
      `{"eventName":"${eventName}","externalCustomerId":"cust_42","properties":{"of ${eventName}":1,"region":"eu"}}`,
  );
  return storeBatches(tenant, [acceptedBatch(tenant, events)]);
};

test("names of events and properties are those that were sent, the most frequent first", async () => {
  expect(await facets()).toEqual({ eventNames: [], propertyNames: [] });
  await send(organization, "sandbox", ["login", "api_call", "api_call"]);
  expect(await facets()).toEqual({
    eventNames: ["api_call", "login"],
    propertyNames: ["region", "of api_call", "of login"],
  });
});

test("nobody sees names of another organization, or of the other environment", async () => {
  await send(organization, "production", ["production's"]);
  await send(await people.addOrganization("Other"), "sandbox", ["other's"]);
  expect(await facets()).toEqual({ eventNames: [], propertyNames: [] });
  expect((await facets("production")).eventNames).toEqual(["production's"]);
});

test("the backlog is that of the environment's servers", async () => {
  expect(usageBacklogAnswer.parse((await get("sandbox", "/usage/backlog")).json).data).toEqual({
    events: 0,
    oldestSeconds: 0,
  });
});

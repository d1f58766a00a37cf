// Sample data while the event store cannot be reached.
import { afterAll, beforeAll, expect, test } from "vitest";
import { removeSampleData } from "@/lib/operations/remove-sample-data";
import { openEventStore } from "@/lib/store/event-store";
import { openWorld, type World } from "../support/api";
import * as people from "../support/people";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const NOBODY_LISTENS = "http://user:password@127.0.0.1:9/events";

test("nothing of it is removed while its usage cannot be, and all of it afterwards", async () => {
  const acme = await people.addOrganization("Acme");
  const tenant = people.tenantOf("sandbox", acme);
  const { cookie } = await people.addMember(world.env, acme, "owner");
  const call = (method: string) => world.dashboard.own.call("sandbox", method, "/sample-data", { cookie });
  const remove = () => removeSampleData(tenant, people.actorNamed("Ada"), new Date());
  openEventStore("sandbox", { url: NOBODY_LISTENS });
  expect((await call("POST")).status).toBe(202);
  expect((await call("DELETE")).error).toMatchObject({ code: "SERVICE_UNAVAILABLE" });
  expect((await call("GET")).json).toMatchObject({ data: { counts: { apiKeys: 5 } } });

  openEventStore("sandbox", { url: world.databases.sandboxEventsUrl });
  expect((await remove()).removed).toMatchObject({ apiKeys: 5 });
  expect((await call("GET")).json).toMatchObject({ data: { state: "none", counts: { apiKeys: 0 } } });
});

import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { summaryAnswer } from "@/lib/dashboard-api/schemas/requests";
import { openWorld, type World } from "../../support/api";
import { logRequests } from "../../support/logged-requests";
import * as people from "../../support/people";

let world: World;
let acme: people.Organization;
let viewer: people.Member;

beforeAll(async () => {
  world = await openWorld();
  acme = await people.addOrganization("Acme");
  viewer = await people.addMember(world.env, acme, "viewer");
});
afterAll(() => world.close());

async function summary(cookie = viewer.cookie) {
  const { status, json, text } = await world.dashboard.own.call("sandbox", "GET", "/summary", { cookie });
  expect(status, text).toBe(200);
  return summaryAnswer.parse(json).data;
}

test("keys and the requests of a day are counted for one organization and environment", async () => {
  const tenant = people.tenantOf("sandbox", acme);
  const { key } = await people.mint(world.env, tenant);
  await people.mintExpired(world.env, tenant);
  await people.mint(world.env, people.tenantOf("production", acme));
  const dayAgoMs = Date.now() - 86_400_000;
  await logRequests(tenant, [
    { key },
    { key, events: 500 },
    { key, status: 401 },
    { key, status: 403 },
    { key, status: 403 },
    { key, status: 429 },
    { key, status: 500 },
    { key, status: 503, atMs: dayAgoMs + 60_000 },
    { key, status: 500, atMs: dayAgoMs - 1_000 },
  ]);
  expect(await summary()).toMatchObject({
    environment: "sandbox",
    keys: { active: 1, expiring: 0, expired: 1, rotating: 0, revoked: 0 },
    last24Hours: {
      requests: 8,
      unauthorized: 1,
      forbidden: 2,
      rateLimited: 1,
      serverErrors: 2,
      eventsAccepted: 500,
      eventsRejected: 0,
    },
  });
  const stranger = await people.addMember(world.env, await people.addOrganization("Globex"), "owner");
  expect((await summary(stranger.cookie)).last24Hours.requests).toBe(0);
});

test("accepted events are counted with the request that brought them", async () => {
  const { secret } = await people.mint(world.env, people.tenantOf("sandbox", acme));
  const before = (await summary()).last24Hours.eventsAccepted;
  const event = { eventName: "api_call", externalCustomerId: "cust_42", timestamp: new Date().toISOString() };
  const events = [1, 2, 3].map((number) => ({ ...event, idempotencyKey: `summary-${number}` }));
  const body = { events };
  expect((await world.api.sandbox.call("POST", "/v1/events/batch", { secret, body })).status).toBe(202);
  await vi.waitFor(async () => expect((await summary()).last24Hours.eventsAccepted).toBe(before + 3), {
    timeout: 8_000,
    interval: 100,
  });
});

test("the servers are listed with their heartbeats, and what waits in their spools is told with its age", async () => {
  const { secret } = await people.mint(world.env, people.tenantOf("sandbox", acme));
  const body = {
    eventName: "api_call",
    externalCustomerId: "cust_42",
    timestamp: new Date().toISOString(),
    idempotencyKey: "waits",
  };
  expect((await world.api.sandbox.call("POST", "/v1/events", { secret, body })).status).toBe(202);
  const told = await vi.waitUntil(
    async () => {
      const found = await summary();
      return found.backlog.events > 0 && found.backlog.oldestSeconds >= 1 ? found : null;
    },
    { timeout: 10_000, interval: 200 },
  );
  const ids = told.servers.map(({ id }) => id);
  expect(ids).toContain(world.api.sandbox.cache.serverId);
  expect(ids).toContain(world.dashboard.caches.sandbox.serverId);
  expect(ids).not.toContain(world.api.production.cache.serverId);
});

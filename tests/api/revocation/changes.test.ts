// When a change to a key returns, no server acts on what it knew before. Two API servers and the dashboard hold keys here.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type ApiServer, openWorld, startApiServer, type World } from "../../support/api";
import type { Sent } from "../../support/calls";
import * as people from "../../support/people";

let world: World;
let other: ApiServer;
let acme: people.Organization;
let owner: people.Member;

beforeAll(async () => {
  world = await openWorld();
  other = await startApiServer(world.env, "production");
  acme = await people.addOrganization("Acme");
  owner = await people.addMember(world.env, acme, "owner");
});
afterAll(async () => {
  await other.stop();
  await world.close();
});

let keyId: string;
let secret: string;

beforeEach(async () => {
  const minted = await people.mint(world.env, people.tenantOf("production", acme), { scopes: ["customers:read"] });
  keyId = minted.key.id;
  secret = minted.secret;
  await warm(secret);
});

const DOORS: Record<string, (sent: Sent) => ReturnType<ApiServer["call"]>> = {
  "one server": (sent) => world.api.production.call("GET", "/v1/customers", sent),
  "another server": (sent) => other.call("GET", "/v1/customers", sent),
  "the dashboard's door": (sent) => world.dashboard.api.call("production", "GET", "/v1/customers", sent),
};

/** Twice everywhere: the second time it comes from memory. */
async function warm(held: string): Promise<void> {
  for (const call of [...Object.values(DOORS), ...Object.values(DOORS)])
    expect((await call({ secret: held })).status).toBe(200);
}

const verdictsOn = async (held: string, sent: Sent = {}) =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(DOORS).map(async ([name, call]) => {
        const { status, error } = await call({ secret: held, ...sent });
        return [name, error?.message ?? status];
      }),
    ),
  );
const everywhere = (verdict: string | number) => Object.fromEntries(Object.keys(DOORS).map((name) => [name, verdict]));

async function change(method: string, action: string, body?: unknown) {
  const { status, json, text } = await world.dashboard.own.call("production", method, `/api-keys/${keyId}${action}`, {
    cookie: owner.cookie,
    body,
  });
  expect(status, text).toBe(200);
  return { json, secret: String(Reflect.get(Object(Reflect.get(Object(json), "data")), "secret")) };
}

const ALL_CONFIRMED = { data: { receipt: { serversConfirmed: 3, serversExpected: 3 } } };

test("a revoked key is refused by every server from the answer on, and the receipt counts them", async () => {
  const { json } = await change("POST", "/revoke", { reason: "LEAKED" });
  expect(await verdictsOn(secret)).toEqual(everywhere("API key has been revoked"));
  expect(json).toMatchObject(ALL_CONFIRMED);
});

test("without a grace period the old secret is refused by every server, and the new one admitted", async () => {
  const rotated = await change("POST", "/rotate", { gracePeriodSeconds: 0 });
  expect(await verdictsOn(secret)).toEqual(everywhere("API key has expired"));
  expect(await verdictsOn(rotated.secret)).toEqual(everywhere(200));
  expect(rotated.json).toMatchObject(ALL_CONFIRMED);
});

test("with a grace period both secrets work on every server", async () => {
  const rotated = await change("POST", "/rotate", { gracePeriodSeconds: 900 });
  expect(await verdictsOn(secret)).toEqual(everywhere(200));
  expect(await verdictsOn(rotated.secret)).toEqual(everywhere(200));
  expect(rotated.json).toMatchObject({ data: { status: "rotating", ...ALL_CONFIRMED.data } });
});

test("a finished rotation ends the old secret on every server and leaves the new one", async () => {
  const rotated = await change("POST", "/rotate", { gracePeriodSeconds: 900 });
  await warm(rotated.secret);
  const { json } = await change("POST", "/rotation/finish");
  expect(await verdictsOn(secret)).toEqual(everywhere("API key has expired"));
  expect(await verdictsOn(rotated.secret)).toEqual(everywhere(200));
  expect(json).toMatchObject({ data: { status: "active", ...ALL_CONFIRMED.data } });
});

test("a rolled back rotation drops the new secret on every server and leaves the old one", async () => {
  const rotated = await change("POST", "/rotate", { gracePeriodSeconds: 900 });
  await warm(rotated.secret);
  const { json } = await change("POST", "/rotation/rollback");
  expect(await verdictsOn(rotated.secret)).toEqual(everywhere("API key has been revoked"));
  expect(await verdictsOn(secret)).toEqual(everywhere(200));
  expect(json).toMatchObject({ data: { status: "active", ...ALL_CONFIRMED.data } });
});

test("a scope that was taken away opens nothing on any server", async () => {
  const { json } = await change("PATCH", "", { scopes: ["usage:read"] });
  expect(await verdictsOn(secret)).toEqual(everywhere("API key does not have the required permission: customers:read"));
  expect(json).toMatchObject(ALL_CONFIRMED);
});

test("an address that was taken away is refused by every server", async () => {
  const { json } = await change("PATCH", "", { allowedIps: ["203.0.113.7"] });
  expect(await verdictsOn(secret, { from: "203.0.113.8" })).toEqual(
    everywhere("API key is not allowed from this IP address"),
  );
  expect(await verdictsOn(secret, { from: "203.0.113.7" })).toEqual(everywhere(200));
  expect(json).toMatchObject(ALL_CONFIRMED);
});

test("every server goes by a changed end", async () => {
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const { json } = await change("PATCH", "", { expiresAt });
  for (const server of [world.api.production, other])
    expect((await server.call("GET", "/v1/me", { secret })).json).toMatchObject({ data: { key: { expiresAt } } });
  expect(json).toMatchObject(ALL_CONFIRMED);
});

test("a new name asks no server for anything", async () => {
  const { json } = await change("PATCH", "", { name: "renamed", note: "by hand" });
  expect(json).toMatchObject({ data: { name: "renamed", note: "by hand", receipt: null } });
});

test("under load no request that was sent after the answer of revoke is admitted", async () => {
  const sent: { atMs: number; status: number }[] = [];
  let returnedMs = Number.POSITIVE_INFINITY;
  const calling = [world.api.production, other].flatMap((server) =>
    Array.from({ length: 4 }, async () => {
      while (performance.now() < returnedMs + 100) {
        const atMs = performance.now();
        const { status } = await server.call("GET", "/v1/customers", { secret });
        sent.push({ atMs, status });
      }
    }),
  );
  await expect.poll(() => sent.length).toBeGreaterThan(20);
  await change("POST", "/revoke", { reason: "LEAKED" });
  returnedMs = performance.now();
  await Promise.all(calling);
  expect(sent.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  expect(sent.filter(({ atMs }) => atMs > returnedMs).length).toBeGreaterThan(0);
  expect(sent.filter(({ atMs, status }) => atMs > returnedMs && status !== 401)).toEqual([]);
});

test("a server that stopped is not waited for", async () => {
  const third = await startApiServer(world.env, "production");
  await third.stop();
  const { json } = await change("POST", "/revoke", { reason: "UNUSED" });
  expect(json).toMatchObject(ALL_CONFIRMED);
});

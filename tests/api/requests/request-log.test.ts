import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { foreignUseAnswer, type RequestJson, requestPage } from "@/lib/dashboard-api/schemas/requests";
import type { Environment } from "@/lib/domain/environment";
import { revokeApiKey } from "@/lib/operations/revoke-api-key";
import { readRows } from "@/lib/store/event-store";
import { openWorld, startApiServer, type World } from "../../support/api";
import type { Sent } from "../../support/calls";
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

const mint = (minting: people.Minting = {}, environment: Environment = "production", organization = acme) =>
  people.mint(world.env, people.tenantOf(environment, organization), minting);

/** Asks under an id that no other request has. */
async function ask(path: string, sent: Sent = {}, method = "GET") {
  const requestId = `test-${randomUUID()}`;
  const answer = await world.api.production.call(method, path, {
    ...sent,
    headers: { "x-request-id": requestId, ...sent.headers },
  });
  return { requestId, answer };
}

async function listed(query: string, cookie = viewer.cookie, environment: Environment = "production") {
  const { json, text, status } = await world.dashboard.own.call(environment, "GET", `/requests?${query}`, { cookie });
  expect(status, text).toBe(200);
  return requestPage.parse(json).data;
}

const logged = (requestId: string): Promise<RequestJson> =>
  vi.waitUntil(async () => (await listed(`requestId=${requestId}`))[0], { timeout: 8_000, interval: 100 });

test("an admitted request is logged with key, route, status, address, agent and id", async () => {
  const { key, secret } = await mint({ name: "billing worker" });
  const { requestId } = await ask("/v1/customers?limit=7", {
    secret,
    from: "203.0.113.7",
    headers: { "user-agent": `worker/1.0 (${secret})` },
  });
  const request = await logged(requestId);
  const [{ hint } = { hint: "" }] = key.secrets;
  expect(request).toMatchObject({
    requestId,
    key: { id: key.id, name: "billing worker", hint },
    method: "GET",
    route: "/v1/customers",
    scope: "customers:read",
    status: 200,
    error: null,
    failedCheck: null,
    address: "203.0.113.7",
    userAgent: `worker/1.0 (${hint})`,
    serverId: world.api.production.cache.serverId,
  });
  expect(request.durationMs).toBeGreaterThan(0);
  expect(JSON.stringify(request)).not.toMatch(/limit|[0-9a-f]{48}/);
});

test("each refusal of a key is in its organization's log, with the check that refused", async () => {
  const narrow = await mint({ scopes: ["usage:write"] });
  const bound = await mint({ allowedIps: ["198.51.100.0/24"] });
  const expired = await people.mintExpired(world.env, people.tenantOf("production", acme));
  const revoked = await mint();
  await revokeApiKey(
    people.tenantOf("production", acme),
    people.actorNamed("Tests"),
    revoked.key.id,
    {
      reason: "OTHER",
      note: "",
    },
    new Date(),
  );
  const input = await mint();
  const refusals = [
    {
      secret: narrow.secret,
      failedCheck: "scope",
      status: 403,
      message: "API key does not have the required permission: customers:read",
    },
    {
      secret: bound.secret,
      failedCheck: "address",
      status: 403,
      message: "API key is not allowed from this IP address",
    },
    { secret: expired.secret, failedCheck: "expired", status: 401, message: "API key has expired" },
    { secret: revoked.secret, failedCheck: "revoked", status: 401, message: "API key has been revoked" },
  ];
  // All of them first: the log is written once a second.
  const asked: string[] = [];
  for (const { secret } of refusals)
    asked.push((await ask("/v1/customers", { secret, from: "203.0.113.9" })).requestId);
  const { requestId } = await ask("/v1/customers?limit=0", { secret: input.secret });
  for (const [at, { secret: _, message, ...rest }] of refusals.entries())
    expect(await logged(asked[at] ?? "")).toMatchObject({ ...rest, error: { message }, key: { name: "test key" } });
  expect(await logged(requestId)).toMatchObject({ status: 400, failedCheck: "input" });
});

test("a request over the limit is in the log of the key that came with it", async () => {
  const { secret, key } = await mint();
  const strict = await startApiServer({ ...world.env, MINTKEY_RATE_LIMIT_PER_MINUTE: 1 }, "production");
  const requestId = `test-${randomUUID()}`;
  const sent = { secret, from: "203.0.113.44", headers: { "x-request-id": requestId } };
  expect((await strict.call("GET", "/v1/me", { secret, from: "203.0.113.44" })).status).toBe(200);
  expect((await strict.call("GET", "/v1/me", sent)).status).toBe(429);
  await strict.stop();
  expect(await logged(requestId)).toMatchObject({ status: 429, failedCheck: "rate-limit", key: { id: key.id } });
});

test("a path without an endpoint is logged without the path", async () => {
  const { secret, key } = await mint();
  await ask("/v1/me", { secret });
  const { requestId } = await ask(`/v1/${secret}/customers`, { secret });
  expect(await logged(requestId)).toMatchObject({
    status: 404,
    route: null,
    failedCheck: "endpoint",
    key: { id: key.id },
  });
});

test("a sandbox key that was sent to production is told to its own organization alone", async () => {
  const { secret, key } = await mint({ name: "billing worker" }, "sandbox");
  const stranger = await people.addMember(world.env, await people.addOrganization("Globex"), "owner");
  const { requestId } = await ask("/v1/customers", { secret });
  expect(await logged(requestId)).toMatchObject({
    status: 401,
    failedCheck: "environment",
    key: null,
    foreignKey: { id: key.id, name: "billing worker" },
    error: { message: "Invalid API key" },
  });
  expect(await listed(`requestId=${requestId}`, stranger.cookie)).toEqual([]);
  const use = await world.dashboard.own.call("sandbox", "GET", `/api-keys/${key.id}/foreign-use`, viewer);
  expect(foreignUseAnswer.parse(use.json).data).toMatchObject({ environment: "production", requests: 1 });
});

test("what people do with their session is not in the log", async () => {
  const requestId = `test-${randomUUID()}`;
  const headers = { "x-request-id": requestId };
  const { status } = await world.dashboard.api.call("production", "GET", "/v1/customers", {
    cookie: viewer.cookie,
    headers,
  });
  expect(status).toBe(200);
  const { secret } = await mint();
  await logged((await ask("/v1/me", { secret })).requestId);
  expect(await listed(`requestId=${requestId}`)).toEqual([]);
});

test("another organization and another environment see nothing of a request, and are answered as if there were none", async () => {
  const { secret } = await mint();
  const { requestId } = await ask("/v1/me", { secret });
  await logged(requestId);
  const stranger = await people.addMember(world.env, await people.addOrganization("Globex"), "owner");
  const read = async (environment: Environment, path: string, { cookie }: people.Member) => {
    const { status, error } = await world.dashboard.own.call(environment, "GET", path, { cookie });
    return { status, message: error?.message };
  };
  for (const path of [`/requests/${requestId}`, `/requests/${requestId}/checks`]) {
    expect((await read("production", path, viewer)).status).toBe(200);
    expect(await read("production", path, stranger)).toEqual({ status: 404, message: "Request not found" });
    expect(await read("sandbox", path, viewer)).toEqual({ status: 404, message: "Request not found" });
  }
  expect(await listed(`requestId=${requestId}`, stranger.cookie)).toEqual([]);
  expect(await listed(`requestId=${requestId}`, viewer.cookie, "sandbox")).toEqual([]);
});

test("of a request without a known key whoever knows its id is told the checks, and nobody lists it", async () => {
  const { requestId } = await ask("/v1/customers", { secret: people.unknownSecretOf("production") });
  const path = `/requests/${requestId}`;
  const { json } = await vi.waitUntil(
    async () => {
      const answer = await world.dashboard.own.call("production", "GET", `${path}/checks`, { cookie: viewer.cookie });
      return answer.status === 200 ? answer : null;
    },
    { timeout: 8_000, interval: 100 },
  );
  expect(json).toMatchObject({ data: { requestId, status: 401, failedCheck: "known", message: "Invalid API key" } });
  expect((await world.dashboard.own.call("production", "GET", path, { cookie: viewer.cookie })).status).toBe(404);
  expect(await listed(`requestId=${requestId}`)).toEqual([]);
});

test("no row holds a whole key or its random part, wherever a caller puts one", async () => {
  const { secret } = await mint();
  const random = secret.slice(8);
  const ids = [
    await ask(`/v1/customers?${secret}=1&${random}=2`, {
      secret,
      headers: { "user-agent": `${"x".repeat(190)} ${secret}` },
    }),
    await ask("/v1/customers", { secret, body: { [secret]: 1, name: random } }, "POST"),
    await ask(`/v1/customers/${secret}`, { secret }),
    await ask("/v1/me", { headers: { authorization: `Basic ${secret}` } }),
    await ask("/v1/me", { secret: `${secret}0` }),
  ].map(({ requestId }) => requestId);
  const rows = await vi.waitUntil(
    async () => {
      const found = await readRows("production", "SELECT * FROM requests WHERE request_id IN {ids:Array(String)}", {
        ids,
      });
      return found.length === ids.length ? found : null;
    },
    { timeout: 8_000, interval: 100 },
  );
  expect(JSON.stringify(rows)).not.toMatch(/[0-9a-f]{40}/);
});

test("a request is forgotten after 90 days", async () => {
  const [table] = await readRows<{ made: string }>(
    "production",
    "SELECT create_table_query AS made FROM system.tables WHERE database = currentDatabase() AND name = 'requests'",
    {},
  );
  expect(table?.made).toMatch(/TTL toDateTime\(at\) \+ (toIntervalDay\(90\)|INTERVAL 90 DAY)/);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { meAnswer } from "@/lib/api/schemas/me";
import { NAMED_SCOPES } from "@/lib/domain/scope";
import { openWorld, type World } from "../support/api";
import * as people from "../support/people";

let world: World;
let acme: people.Organization;

beforeAll(async () => {
  world = await openWorld();
  acme = await people.addOrganization("Acme");
});
afterAll(() => world.close());

const mint = (minting: people.Minting = {}) => people.mint(world.env, people.tenantOf("production", acme), minting);

for (const scope of NAMED_SCOPES) {
  test(`a key with ${scope} alone may ask who it is`, async () => {
    const { secret } = await mint({ scopes: [scope] });
    const { status, json } = await world.api.production.call("GET", "/v1/me", { secret });
    expect(status).toBe(200);
    expect(meAnswer.parse(json).data.key?.scopes).toEqual([scope]);
  });
}

test("a key reads its own facts, and never its secret", async () => {
  const expiresAt = new Date(Date.now() + 3_600_000);
  const { key, secret } = await mint({ name: "billing worker", scopes: ["usage:write"], expiresAt });
  const { json, text, headers } = await world.api.production.call("GET", "/v1/me", { secret, from: "203.0.113.7" });
  expect(meAnswer.parse(json).data).toMatchObject({
    key: { id: key.id, name: "billing worker", environment: "production", expiresAt: expiresAt.toISOString() },
    user: null,
    organization: acme,
    clientAddress: "203.0.113.7",
  });
  expect(text).not.toMatch(/[0-9a-f]{48}/);
  expect(headers.get("cache-control")).toBe("no-store");
});

test("a signed-in person reads who they are", async () => {
  const viewer = await people.addMember(world.env, acme, "viewer");
  const { json } = await world.dashboard.api.call("sandbox", "GET", "/v1/me", { cookie: viewer.cookie });
  expect(meAnswer.parse(json).data).toMatchObject({
    key: null,
    user: { id: viewer.id, name: viewer.name, role: "viewer" },
    organization: acme,
  });
});

test("the remaining requests in the answer are those in its headers", async () => {
  const { secret } = await mint();
  const { json, headers } = await world.api.production.call("GET", "/v1/me", { secret });
  const { limit, remaining, resetSeconds } = meAnswer.parse(json).data.rateLimit;
  expect(headers.get("ratelimit-policy")).toBe(`"default";q=${limit};w=60`);
  expect(headers.get("ratelimit")).toBe(`"default";r=${remaining};t=${resetSeconds}`);
});

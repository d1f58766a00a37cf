import { afterAll, beforeAll, expect, test } from "vitest";
import { crc32 } from "@/lib/domain/crc-32";
import { NAMED_SCOPES, PRESETS } from "@/lib/domain/scope";
import { revokeApiKey } from "@/lib/operations/revoke-api-key";
import { openWorld, type World } from "../../support/api";
import * as people from "../../support/people";

const WRONG_CHECKSUM = "mk_live_a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6";
const VECTORS = [people.unknownSecretOf("production"), people.unknownSecretOf("sandbox")];

let world: World;
let acme: people.Organization;
let owner: people.Member;

beforeAll(async () => {
  world = await openWorld();
  acme = await people.addOrganization("Acme");
  owner = await people.addMember(world.env, acme, "owner");
});
afterAll(() => world.close());

const tenant = () => people.tenantOf("production", acme);
const mint = (minting: people.Minting = {}) => people.mint(world.env, tenant(), minting);
const me = (secret: string, from?: string) => world.api.production.call("GET", "/v1/me", { secret, from });
const verify = (secret: string) =>
  world.api.production.services.verifier.verify({ authorization: [`Bearer ${secret}`], apiKey: [] }, Date.now());

test("minted secrets have the documented form and a right checksum", async () => {
  for (const [environment, prefix] of [
    ["production", "mk_live_"],
    ["sandbox", "mk_test_"],
  ] as const) {
    const { secret } = await people.mint(world.env, people.tenantOf(environment, acme));
    expect(secret).toMatch(new RegExp(`^${prefix}[0-9a-f]{48}$`));
    expect(secret.slice(-8)).toBe(crc32(secret.slice(0, -8)).toString(16).padStart(8, "0"));
  }
});

test("a wrong checksum and another environment are refused without asking the database", () => {
  for (const secret of [WRONG_CHECKSUM, VECTORS[1] ?? "", "nonsense"])
    expect(() => verify(secret)).toThrow("Invalid API key");
  const asked = verify(VECTORS[0] ?? "");
  expect(asked).toBeInstanceOf(Promise);
  return expect(asked).rejects.toThrow("Invalid API key");
});

test("a key in capitals, cut short, made longer or quoted is no key", async () => {
  const { secret } = await mint();
  for (const text of [
    secret.toUpperCase(),
    secret.slice(0, -1),
    `${secret}0`,
    `"${secret}"`,
    secret.replace("live", "LIVE"),
    secret.replace("mk_", ""),
  ]) {
    const { status, error } = await me(text);
    expect({ status, message: error?.message }).toEqual({ status: 401, message: "Invalid API key" });
  }
});

test("a revoked key reads as revoked even after its end", async () => {
  const { key, secret } = await people.mintExpired(world.env, tenant());
  await revokeApiKey(tenant(), people.actorNamed("Tests"), key.id, { reason: "OTHER", note: "" }, new Date());
  expect((await me(secret)).error?.message).toBe("API key has been revoked");
});

test("a held key is admitted before its end and refused from the end on", async () => {
  const end = Date.now() + 700;
  const { secret } = await mint({ now: new Date(end - 60_000), expiresAt: new Date(end) });
  const answers: { sentMs: number; answeredMs: number; verdict: string | number }[] = [];
  while (answers.every(({ sentMs }) => sentMs < end + 50)) {
    const sentMs = Date.now();
    const { status, error } = await me(secret);
    answers.push({ sentMs, answeredMs: Date.now(), verdict: error?.message ?? status });
  }
  for (const { sentMs, answeredMs, verdict } of answers) {
    if (answeredMs < end) expect(verdict).toBe(200);
    if (sentMs >= end) expect(verdict).toBe("API key has expired");
  }
});

test("a sandbox key is refused in production and the reverse, and both say why", async () => {
  const { secret: live } = await mint();
  const { secret: trial } = await people.mint(world.env, people.tenantOf("sandbox", acme));
  for (const [server, secret, message] of [
    [world.api.production, trial, "This is a sandbox key; this server is production"],
    [world.api.sandbox, live, "This is a production key; this server is sandbox"],
  ] as const) {
    const { error } = await server.call("GET", "/v1/me", { secret });
    expect(error).toMatchObject({ message: "Invalid API key", details: [{ path: "authorization", message }] });
  }
});

test.each([
  [
    "203.0.113.0/24",
    ["203.0.113.0", "203.0.113.255", "::ffff:203.0.113.7"],
    ["203.0.112.255", "203.0.114.0", "::ffff:203.0.114.0", "2001:db8::1"],
  ],
  ["203.0.113.7", ["203.0.113.7"], ["203.0.113.6", "203.0.113.8"]],
  ["2001:db8:1::/48", ["2001:db8:1::1", "2001:db8:1:ffff::"], ["2001:db8:2::1", "203.0.113.7"]],
  ["0.0.0.0/0", ["198.51.100.1"], ["2001:db8::1", "unknown"]],
])("the rule %s admits what is inside and refuses the rest", async (rule, inside, outside) => {
  const { secret } = await mint({ allowedIps: [rule.includes("/") ? rule : `${rule}/32`] });
  for (const from of inside) expect((await me(secret, from)).status, from).toBe(200);
  for (const from of outside) {
    const { status, error } = await me(secret, from);
    expect([status, error?.message], from).toEqual([403, "API key is not allowed from this IP address"]);
  }
});

test("who am I is open to any single scope and shows no secret", async () => {
  for (const scope of NAMED_SCOPES) {
    const { secret } = await mint({ scopes: [scope] });
    const { status, text, json } = await me(secret);
    expect(status).toBe(200);
    expect(text).not.toMatch(/[0-9a-f]{48}/);
    expect(json).toMatchObject({ data: { key: { scopes: [scope] }, user: null, organization: acme } });
  }
});

test.each(Object.entries(PRESETS))("the preset %s expands as documented", async (preset, scopes) => {
  const reads = ["customers", "invoices", "contracts", "plans", "meters", "pricing", "usage"].map(
    (one) => `${one}:read`,
  );
  const documented: Record<string, string[]> = {
    "read-only": reads,
    transactions: [...reads, "usage:write", "contracts:write"],
    "account-management": [...reads, "customers:write", "plans:write", "meters:write", "pricing:write"],
    "send-usage": ["usage:write"],
    "full-access": ["*"],
  };
  const body = { name: preset, preset, expiresAt: null };
  const { json } = await world.dashboard.own.call("production", "POST", "/api-keys", { cookie: owner.cookie, body });
  const stored: unknown = Reflect.get(Object(Reflect.get(Object(json), "data")), "scopes");
  expect(stored).toEqual([...scopes]);
  expect(Array.isArray(stored) && [...stored].sort()).toEqual(documented[preset]?.sort());
});

test("last use is known within two seconds, and refused requests are no use", async () => {
  const { key, secret } = await mint({ scopes: ["customers:read"], allowedIps: ["203.0.113.0/24"] });
  const read = () => world.dashboard.own.call("production", "GET", `/api-keys/${key.id}`, { cookie: owner.cookie });
  await me(secret, "198.51.100.1");
  await world.api.production.call("POST", "/v1/customers", { secret, from: "203.0.113.7", body: { name: "x" } });
  const sentMs = Date.now();
  const headers = { "user-agent": "curl/8.5.0" };
  await world.api.production.call("GET", "/v1/customers", { secret, from: "203.0.113.7", headers });
  await expect
    .poll(async () => (await read()).json, { timeout: 4_000, interval: 50 })
    .toMatchObject({
      data: { lastUsed: { ip: "203.0.113.7", route: "GET /v1/customers", userAgent: "curl/8.5.0", status: 200 } },
    });
  expect(Date.now() - sentMs).toBeLessThan(4_000);
  expect((await read()).json).toMatchObject({ data: { firstUsedAt: expect.any(String), attention: [] } });
});

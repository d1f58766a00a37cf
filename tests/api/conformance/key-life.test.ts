import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keyJsonOf } from "@/lib/dashboard-api/key-json";
import { revokeApiKey } from "@/lib/operations/revoke-api-key";
import { rotateApiKey } from "@/lib/operations/rotate-api-key";
import { listApiKeys } from "@/lib/store/api-key-list";
import { getApiKey } from "@/lib/store/api-keys";
import { openWorld, type World } from "../../support/api";
import * as people from "../../support/people";
import { query } from "../../support/rows";

const DAY_MS = 86_400_000;
const NOW = new Date("2026-06-01T12:00:00.000Z");
const after = (ms: number) => new Date(NOW.getTime() + ms);
const ACTOR = people.actorNamed("Tests");

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
const send = (method: string, path: string, body?: unknown, headers = {}) =>
  world.dashboard.own.call("production", method, path, { cookie: owner.cookie, body, headers });
const dataOf = (json: unknown) => Object(json).data;
const me = async (secret: string) => {
  const { status, error } = await world.api.production.call("GET", "/v1/me", { secret });
  return error?.message ?? status;
};

/** The status that a key shows, after checking that a list filtered by it finds the key: both are derived, apart. */
async function statusAt(keyId: string, now: Date): Promise<string> {
  const { key, uses } = await getApiKey(tenant(), keyId);
  const { status } = keyJsonOf("production", { key, uses }, now);
  const order = { by: "createdAt", descending: true } as const;
  const { items } = await listApiKeys(tenant(), { status: [status], search: key.name }, order, { limit: 100 }, now);
  expect(items.map((item) => item.key.id)).toEqual([keyId]);
  return status;
}
const mintNamed = async (expiresAt: Date | null) =>
  (await people.mint(world.env, tenant(), { name: randomUUID(), now: NOW, expiresAt })).key.id;
const rotate = (keyId: string, graceSeconds: number, now: Date) =>
  rotateApiKey(tenant(), ACTOR, keyId, graceSeconds, now, () => undefined, world.api.production.services.digestSecret);

test("a key is expiring from 14 days before its end and expired at it, to the millisecond", async () => {
  const end = after(20 * DAY_MS);
  const keyId = await mintNamed(end);
  const before = (ms: number) => statusAt(keyId, new Date(end.getTime() - ms));
  expect([await before(14 * DAY_MS + 1), await before(14 * DAY_MS), await before(1), await before(0)]).toEqual([
    "active",
    "expiring",
    "expiring",
    "expired",
  ]);
});

test("a key rotates until the old secret's end, to the millisecond, whether it is expiring or not", async () => {
  for (const expiresAt of [null, after(10 * DAY_MS)]) {
    const keyId = await mintNamed(expiresAt);
    await rotate(keyId, 900, NOW);
    expect([await statusAt(keyId, NOW), await statusAt(keyId, after(899_999))]).toEqual(["rotating", "rotating"]);
    expect(await statusAt(keyId, after(900_000))).toBe(expiresAt ? "expiring" : "active");
  }
});

test("an old secret never outlives its key", async () => {
  const keyId = await mintNamed(after(3_600_000));
  const { key } = await rotate(keyId, 604_800, NOW);
  expect(key.secrets[1]?.endsAt).toEqual(after(3_600_000));
  expect(await statusAt(keyId, after(3_600_000))).toBe("expired");
});

test("revoked stands above every other status", async () => {
  const keyId = await mintNamed(after(3_600_000));
  await rotate(keyId, 900, NOW);
  await revokeApiKey(tenant(), ACTOR, keyId, { reason: "OTHER", note: "" }, after(1));
  for (const now of [after(1), after(2 * 3_600_000)]) expect(await statusAt(keyId, now)).toBe("revoked");
});

test("after the grace period the old secret has expired, and the new one goes on", async () => {
  const minted = await people.mint(world.env, tenant());
  const rotated = await rotate(minted.key.id, 900, new Date(Date.now() - 901_000));
  expect([await me(minted.secret), await me(rotated.secret)]).toEqual(["API key has expired", 200]);
});

test("extending moves the old secret's end later, never earlier, and never past 30 days", async () => {
  const { key } = await people.mint(world.env, tenant(), { now: new Date(Date.now() - 6 * DAY_MS) });
  const extend = (gracePeriodSeconds: number) =>
    send("POST", `/api-keys/${key.id}/rotation/extend`, { gracePeriodSeconds });
  expect((await extend(900)).status).toBe(409);
  await rotate(key.id, 604_800, new Date(Date.now() - 5 * DAY_MS));
  expect((await extend(86_400)).error).toMatchObject({ code: "CONFLICT", details: [{ path: "gracePeriodSeconds" }] });
  const extended = await extend(604_800);
  expect(extended.status).toBe(200);
  const [, old] = dataOf(extended.json).secrets;
  expect(Math.abs(Date.parse(old.expiresAt) - Date.now() - 7 * DAY_MS)).toBeLessThan(60_000);
});

test.each([1, -900, 900.5, "900", 2_592_000, null])("a grace period of %j is refused", async (gracePeriodSeconds) => {
  const { key } = await people.mint(world.env, tenant());
  expect((await send("POST", `/api-keys/${key.id}/rotate`, { gracePeriodSeconds })).status).toBe(400);
});

test("a key that is revoked or expired takes a new name and nothing else", async () => {
  const revoked = await people.mint(world.env, tenant());
  await send("POST", `/api-keys/${revoked.key.id}/revoke`, { reason: "OTHER" });
  const expired = await people.mintExpired(world.env, tenant());
  for (const { key } of [revoked, expired]) {
    expect((await send("PATCH", `/api-keys/${key.id}`, { name: "renamed", note: "kept" })).status).toBe(200);
    for (const body of [{ scopes: ["*"] }, { allowedIps: [] }, { expiresAt: null }, { name: "x", expiresAt: null }])
      expect((await send("PATCH", `/api-keys/${key.id}`, body)).status).toBe(409);
    for (const [path, body] of [
      ["rotate", { gracePeriodSeconds: 0 }],
      ["rotation/finish"],
      ["rotation/rollback"],
      ["rotation/extend", { gracePeriodSeconds: 900 }],
    ] as const)
      expect((await send("POST", `/api-keys/${key.id}/${path}`, body)).status).toBe(409);
    expect((await send("GET", `/api-keys/${key.id}`)).json).toMatchObject({ data: { name: "renamed", scopes: ["*"] } });
  }
});

test("a second revocation returns the first answer, whatever it says", async () => {
  const { key } = await people.mint(world.env, tenant());
  const first = await send("POST", `/api-keys/${key.id}/revoke`, { reason: "LEAKED", note: "in a log" });
  const second = await send("POST", `/api-keys/${key.id}/revoke`, { reason: "UNUSED" });
  expect(second.json).toEqual(first.json);
});

test("a repeated minting mints no second key and shows no secret, but names the key it made", async () => {
  const headers = { "idempotency-key": randomUUID() };
  const body = { name: "once", scopes: ["*"], expiresAt: null };
  const first = await send("POST", "/api-keys", body, headers);
  const again = await send("POST", "/api-keys", body, headers);
  const { id } = dataOf(first.json);
  expect(again.status).toBe(409);
  expect(again.error).toMatchObject({
    code: "CONFLICT",
    message: "This request already created a secret; it can be shown only once",
    details: [{ message: id }],
  });
  expect((await send("POST", "/api-keys", { ...body, name: "twice" }, headers)).error?.code).toBe(
    "IDEMPOTENCY_CONFLICT",
  );
  expect(
    await query(world.databases.productionUrl, "SELECT FROM api_keys WHERE name IN ('once', 'twice')"),
  ).toHaveLength(1);
});

test("a repeated rotation rotates once and shows no secret", async () => {
  const { key } = await people.mint(world.env, tenant());
  const headers = { "idempotency-key": randomUUID() };
  const go = () => send("POST", `/api-keys/${key.id}/rotate`, { gracePeriodSeconds: 900 }, headers);
  expect((await go()).status).toBe(200);
  expect((await go()).error).toMatchObject({
    message: "This request already created a secret; it can be shown only once",
  });
  expect(dataOf((await send("GET", `/api-keys/${key.id}`)).json).secrets).toHaveLength(2);
});

test("every secret stays listed, newest first, with how it ended", async () => {
  const { key } = await people.mint(world.env, tenant());
  const path = `/api-keys/${key.id}`;
  for (const action of ["rollback", "finish"]) {
    await send("POST", `${path}/rotate`, { gracePeriodSeconds: 900 });
    await send("POST", `${path}/rotation/${action}`);
  }
  const { secrets, hint } = dataOf((await send("GET", path)).json);
  expect(secrets.map(({ endReason }: { endReason: string | null }) => endReason)).toEqual([
    null,
    "ROLLED_BACK",
    "ROTATED",
  ]);
  expect(hint).toBe(secrets[0].hint);
});

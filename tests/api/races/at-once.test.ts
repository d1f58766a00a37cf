// Two people at once: one after the other, each on the state the other left.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openWorld, type World } from "../../support/api";
import type { Answer } from "../../support/calls";
import * as people from "../../support/people";
import { query } from "../../support/rows";

let world: World;
let acme: people.Organization;
let ann: people.Member;
let bob: people.Member;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  acme = await people.addOrganization("Acme");
  ann = await people.addMember(world.env, acme, "owner");
  bob = await people.addMember(world.env, acme, "admin");
});
afterAll(() => world.close());

const tenant = () => people.tenantOf("production", acme);
const send = (member: people.Member, method: string, path: string, body?: unknown, headers = {}) =>
  world.dashboard.own.call("production", method, path, { cookie: member.cookie, body, headers });
const statusesOf = (answers: Answer[]) => answers.map(({ status }) => status).sort();
const count = async (text: string) =>
  (await query<{ count: number }>(world.databases.productionUrl, text, [acme.id]))[0]?.count;
const auditCount = (action: string) =>
  count(`SELECT count(*)::int FROM audit_events WHERE organization_id = $1 AND action = '${action}'`);

test("of two rotations at once one succeeds and the other finds a rotation under way", async () => {
  const { key } = await people.mint(world.env, tenant());
  const rotate = (member: people.Member) =>
    send(member, "POST", `/api-keys/${key.id}/rotate`, { gracePeriodSeconds: 900 });
  expect(statusesOf(await Promise.all([rotate(ann), rotate(bob)]))).toEqual([200, 409]);
  expect(await count("SELECT count(*)::int FROM api_key_secrets WHERE organization_id = $1")).toBe(2);
  expect(await auditCount("api_key.rotated")).toBe(1);
});

test("two revocations at once both succeed, with one receipt and one audit entry", async () => {
  const { key } = await people.mint(world.env, tenant());
  const answers = await Promise.all(
    [ann, bob, ann].map((member) => send(member, "POST", `/api-keys/${key.id}/revoke`, { reason: "LEAKED" })),
  );
  answers.push(await send(bob, "POST", `/api-keys/${key.id}/revoke`, { reason: "UNUSED", note: "again" }));
  expect(statusesOf(answers)).toEqual([200, 200, 200, 200]);
  const receipts = answers.map(({ json }) =>
    JSON.stringify(Reflect.get(Object(Reflect.get(Object(json), "data")), "receipt")),
  );
  expect(new Set(receipts).size).toBe(1);
  expect(await auditCount("api_key.revoked")).toBe(1);
});

test("a revocation and a rotation at once never leave a secret that works", async () => {
  const { key, secret } = await people.mint(world.env, tenant());
  const [revoked, rotated] = await Promise.all([
    send(ann, "POST", `/api-keys/${key.id}/revoke`, { reason: "LEAKED" }),
    send(bob, "POST", `/api-keys/${key.id}/rotate`, { gracePeriodSeconds: 900 }),
  ]);
  expect(revoked.status).toBe(200);
  expect([200, 409]).toContain(rotated.status);
  const fresh = String(Reflect.get(Object(Reflect.get(Object(rotated.json), "data")), "secret"));
  for (const one of rotated.status === 200 ? [secret, fresh] : [secret])
    expect((await world.api.production.call("GET", "/v1/me", { secret: one })).error?.message).toBe(
      "API key has been revoked",
    );
});

test("of two changes made on one version the later is refused, and the earlier stays", async () => {
  const { key } = await people.mint(world.env, tenant());
  const rename = (member: people.Member, name: string) =>
    send(member, "PATCH", `/api-keys/${key.id}`, { name }, { "if-match": '"1"' });
  const [one, other] = await Promise.all([rename(ann, "Ann's"), rename(bob, "Bob's")]);
  expect(statusesOf([one, other])).toEqual([200, 409]);
  const kept = one.status === 200 ? "Ann's" : "Bob's";
  expect((await send(ann, "GET", `/api-keys/${key.id}`)).json).toMatchObject({ data: { name: kept, version: 2 } });
});

test("two changes of different fields at once are both kept", async () => {
  const { key } = await people.mint(world.env, tenant());
  const answers = await Promise.all([
    send(ann, "PATCH", `/api-keys/${key.id}`, { name: "renamed" }),
    send(bob, "PATCH", `/api-keys/${key.id}`, { scopes: ["usage:read"] }),
  ]);
  expect(statusesOf(answers)).toEqual([200, 200]);
  expect((await send(ann, "GET", `/api-keys/${key.id}`)).json).toMatchObject({
    data: { name: "renamed", scopes: ["usage:read"], version: 3 },
  });
});

test("the five hundredth key has one place: of three creations at once one succeeds", async () => {
  await query(
    world.databases.productionUrl,
    `INSERT INTO api_keys (id, organization_id, name, note, scopes, allowed_ips, created_at, created_by_name, version, changed_at, changed_by_name)
     SELECT gen_random_uuid(), $1, 'k' || n, '', '{*}', '{}', now(), 'Tests', 1, now(), 'Tests' FROM generate_series(1, 499) n`,
    [acme.id],
  );
  const body = { name: "last", scopes: ["*"], expiresAt: null };
  const answers = await Promise.all([ann, bob, ann].map((member) => send(member, "POST", "/api-keys", body)));
  expect(statusesOf(answers)).toEqual([201, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.error).toMatchObject({ code: "CONFLICT" });
  expect(await count("SELECT count(*)::int FROM api_keys WHERE organization_id = $1")).toBe(500);
});

test("expired and revoked keys take no place of the five hundred", async () => {
  await query(
    world.databases.productionUrl,
    `INSERT INTO api_keys (id, organization_id, name, note, scopes, allowed_ips, created_at, created_by_name, version, changed_at, changed_by_name, revoked_at, expires_at)
     SELECT gen_random_uuid(), $1, 'k' || n, '', '{*}', '{}', now(), 'Tests', 1, now(), 'Tests',
       CASE WHEN n % 2 = 0 THEN now() END, CASE WHEN n % 2 = 1 THEN now() - interval '1 second' END FROM generate_series(1, 600) n`,
    [acme.id],
  );
  expect((await send(ann, "POST", "/api-keys", { name: "ci", scopes: ["*"], expiresAt: null })).status).toBe(201);
});

test("of many creations with one external id at once exactly one makes a customer", async () => {
  const { secret } = await people.mint(world.env, tenant());
  const create = (at: number) =>
    world.api.production.call("POST", "/v1/customers", {
      secret,
      body: { name: `Globex ${at}`, externalCustomerId: "cust_1" },
    });
  const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(create));
  expect(statusesOf(answers)).toEqual([201, 409, 409, 409, 409, 409]);
  expect(await count("SELECT count(*)::int FROM customers WHERE organization_id = $1")).toBe(1);
  expect(await auditCount("customer.created")).toBe(1);
});

test("two customers that take each other's new external id at once do not both get one, and neither call fails on our side", async () => {
  const { secret } = await people.mint(world.env, tenant());
  const one = await people.addCustomer(tenant(), "one", "a");
  const other = await people.addCustomer(tenant(), "other", "b");
  const take = (id: string, externalCustomerId: string) =>
    world.api.production.call("PATCH", `/v1/customers/${id}`, { secret, body: { externalCustomerId } });
  const answers = await Promise.all([take(one.id, "c"), take(other.id, "c"), take(one.id, "b"), take(other.id, "a")]);
  expect(statusesOf(answers.slice(0, 2))).toEqual([200, 409]);
  expect(statusesOf(answers.slice(2))).toEqual([409, 409]);
});

test("of many calls with one Idempotency-Key at once one object is made, and the others hear so or wait", async () => {
  const { secret } = await people.mint(world.env, tenant());
  const headers = { "idempotency-key": randomUUID() };
  const create = () =>
    world.api.production.call("POST", "/v1/customers", { secret, headers, body: { name: "Globex" } });
  const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(create));
  for (const { status, error, headers: sent } of answers) {
    if (status === 409) expect([error?.code, sent.get("retry-after")]).toEqual(["CONFLICT", "1"]);
    else expect(status).toBe(201);
  }
  const fresh = answers.filter(
    ({ status, headers: sent }) => status === 201 && sent.get("idempotency-replayed") === null,
  );
  expect(fresh).toHaveLength(1);
  expect(await count("SELECT count(*)::int FROM customers WHERE organization_id = $1")).toBe(1);
});

test("of many mintings with one Idempotency-Key at once one secret is shown", async () => {
  const headers = { "idempotency-key": randomUUID() };
  const body = { name: "ci", scopes: ["*"], expiresAt: null };
  const answers = await Promise.all(
    [ann, ann, ann, ann].map((member) => send(member, "POST", "/api-keys", body, headers)),
  );
  expect(statusesOf(answers)).toEqual([201, 409, 409, 409]);
  expect(answers.filter(({ text }) => /mk_live_[0-9a-f]{48}/.test(text))).toHaveLength(1);
  expect(await count("SELECT count(*)::int FROM api_keys WHERE organization_id = $1")).toBe(1);
});

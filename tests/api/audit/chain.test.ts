// The audit log: nothing changes without its entry, and no entry changes without a trace.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Environment } from "@/lib/domain/environment";
import { appendAuditEvents } from "@/lib/store/audit-events";
import { verifyAuditChain } from "@/lib/store/audit-log";
import { environmentStore } from "@/lib/store/connections";
import { inTransaction } from "@/lib/store/sql";
import { openWorld, type World } from "../../support/api";
import * as people from "../../support/people";
import { query } from "../../support/rows";

let world: World;
let acme: people.Organization;
let owner: people.Member;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  acme = await people.addOrganization("Acme");
  owner = await people.addMember(world.env, acme, "owner");
});
afterAll(() => world.close());

const tenant = (environment: Environment = "sandbox") => people.tenantOf(environment, acme);
const send = (method: string, path: string, body?: unknown, headers = {}) =>
  world.dashboard.own.call("sandbox", method, path, { cookie: owner.cookie, body, headers });
const idOf = (json: unknown) => String(Reflect.get(Object(Reflect.get(Object(json), "data")), "id"));
const verify = () => verifyAuditChain(tenant(), "environment");

type Entry = { action: string; actor: unknown; target: unknown; before: unknown; after: unknown; details: unknown };
const entries = () =>
  query<Entry>(
    world.databases.sandboxUrl,
    "SELECT action, actor, target, before, after, details FROM audit_events WHERE organization_id = $1 ORDER BY sequence",
    [acme.id],
  );

test("every change to a key writes one entry that says who, where from, what it was and what it became", async () => {
  const headers = { "x-request-id": "the-request", "user-agent": "a browser" };
  const created = await send("POST", "/api-keys", { name: "ci", scopes: ["usage:read"], expiresAt: null }, headers);
  const id = idOf(created.json);
  await send("PATCH", `/api-keys/${id}`, { scopes: ["usage:write"], note: "moved" });
  await send("POST", `/api-keys/${id}/rotate`, { gracePeriodSeconds: 900 });
  await send("POST", `/api-keys/${id}/rotation/extend`, { gracePeriodSeconds: 3600 });
  await send("POST", `/api-keys/${id}/rotation/rollback`);
  await send("POST", `/api-keys/${id}/rotate`, { gracePeriodSeconds: 900 });
  await send("POST", `/api-keys/${id}/rotation/finish`);
  await send("POST", `/api-keys/${id}/revoke`, { reason: "LEAKED", note: "found in a build log" });
  const log = await entries();
  expect(log.map(({ action }) => action)).toEqual([
    "api_key.created",
    "api_key.changed",
    "api_key.rotated",
    "api_key.rotation_extended",
    "api_key.rotation_rolled_back",
    "api_key.rotated",
    "api_key.rotation_finished",
    "api_key.revoked",
  ]);
  const actor = { kind: "member", id: owner.id, name: owner.name, requestId: "the-request", userAgent: "a browser" };
  expect(log[0]).toMatchObject({ actor, target: { kind: "api_key", id, name: "ci" }, before: null });
  expect(log[1]).toMatchObject({
    before: { scopes: ["usage:read"], note: "" },
    after: { scopes: ["usage:write"], note: "moved" },
  });
  expect(log[7]).toMatchObject({ details: { reason: "LEAKED", note: "found in a build log" } });
});

test("what changes nothing writes no entry", async () => {
  const { key, secret } = await people.mint(world.env, tenant(), { scopes: ["*"] });
  const before = await entries();
  await send("PATCH", `/api-keys/${key.id}`, { name: key.name, scopes: ["*"] });
  await send("GET", `/api-keys/${key.id}`);
  await send("POST", `/api-keys/${key.id}/rotation/finish`);
  await send("POST", `/api-keys/${key.id}/rotate`, { gracePeriodSeconds: 1 });
  await world.api.sandbox.call("GET", "/v1/customers", { secret });
  await world.api.sandbox.call("POST", "/v1/customers", { secret, body: { name: "" } });
  expect(await entries()).toEqual(before);
});

test("a customer's creation and change name the key that made them", async () => {
  const { key, secret } = await people.mint(world.env, tenant());
  const created = await world.api.sandbox.call("POST", "/v1/customers", {
    secret,
    body: { name: "Globex" },
    from: "203.0.113.9",
  });
  await world.api.sandbox.call("PATCH", `/v1/customers/${idOf(created.json)}`, { secret, body: { tags: ["beta"] } });
  const [, made, changed] = await entries();
  const actor = { kind: "api_key", id: key.id, name: key.name, ip: "203.0.113.9" };
  expect(made).toMatchObject({ action: "customer.created", actor, after: { name: "Globex" } });
  expect(changed).toMatchObject({ action: "customer.changed", before: { tags: [] }, after: { tags: ["beta"] } });
});

test("a write that cannot be recorded is not made", async () => {
  const { secret } = await people.mint(world.env, tenant());
  await query(world.databases.sandboxUrl, "ALTER TABLE audit_events RENAME TO audit_events_away");
  try {
    const { status, error } = await world.api.sandbox.call("POST", "/v1/customers", {
      secret,
      body: { name: "Ghost" },
    });
    expect({ status, message: error?.message }).toEqual({ status: 500, message: "Something went wrong on our side" });
    expect((await send("POST", "/api-keys", { name: "ghost", scopes: ["*"], expiresAt: null })).status).toBe(500);
  } finally {
    await query(world.databases.sandboxUrl, "ALTER TABLE audit_events_away RENAME TO audit_events");
  }
  const names =
    "SELECT name FROM customers WHERE organization_id = $1 UNION SELECT name FROM api_keys WHERE organization_id = $1";
  expect(await query(world.databases.sandboxUrl, names, [acme.id])).toEqual([{ name: "test key" }]);
});

test.each(["UPDATE audit_events SET action = action", "DELETE FROM audit_events", "TRUNCATE audit_events"])(
  "the database refuses %s",
  async (statement) => {
    await people.mint(world.env, tenant());
    await expect(query(world.databases.sandboxUrl, statement)).rejects.toThrow("audit_events is append-only");
    await people.signIn(world.env, owner);
    await expect(query(world.databases.controlUrl, statement)).rejects.toThrow("audit_events is append-only");
  },
);

describe("whoever tampers with the tables past the trigger is found out:", () => {
  beforeEach(async () => {
    for (let at = 1; at <= 5; at++) await people.mint(world.env, tenant(), { name: `key ${at}` });
    expect(await verify()).toEqual({ entries: 5, brokenAt: null });
  });

  /** With the trigger off, as an owner of the table could. `$1` is the organization. */
  async function tamper(...statements: string[]): Promise<void> {
    await query(world.databases.sandboxUrl, "ALTER TABLE audit_events DISABLE TRIGGER USER");
    try {
      for (const statement of statements) await query(world.databases.sandboxUrl, statement, [acme.id]);
    } finally {
      await query(world.databases.sandboxUrl, "ALTER TABLE audit_events ENABLE TRIGGER USER");
    }
  }
  const OF = "WHERE organization_id = $1 AND sequence";

  test.each([
    ["an edited actor", [`UPDATE audit_events SET actor = jsonb_set(actor, '{name}', '"Mallory"') ${OF} = 3`], 3],
    ["an edited time", [`UPDATE audit_events SET occurred_at = occurred_at + interval '1 millisecond' ${OF} = 2`], 2],
    ["an edited detail", [`UPDATE audit_events SET details = '{"hint":"mk_test_0000…0000"}' ${OF} = 5`], 5],
    ["an edited hash", [`UPDATE audit_events SET hash = repeat('0', 64) ${OF} = 5`], 5],
    ["a removed entry", [`DELETE FROM audit_events ${OF} = 2`], 3],
    ["a removed first entry", [`DELETE FROM audit_events ${OF} = 1`], 2],
    ["a log cut off at its end", [`DELETE FROM audit_events ${OF} > 3`], 4],
    ["an emptied log", [`DELETE FROM audit_events ${OF} > 0`], 1],
    ["a log whose newest link was removed", [`DELETE FROM audit_chains WHERE organization_id = $1`], 1],
    [
      "two entries that changed places",
      [
        `UPDATE audit_events SET sequence = 99 ${OF} = 2`,
        `UPDATE audit_events SET sequence = 2 ${OF} = 3`,
        `UPDATE audit_events SET sequence = 3 ${OF} = 99`,
      ],
      2,
    ],
    [
      "an entry put in at the end",
      [
        `INSERT INTO audit_events SELECT organization_id, 6, '${randomUUID()}', occurred_at, action, actor, target, before, after, details, hash, repeat('a', 64)
         FROM audit_events ${OF} = 5`,
      ],
      6,
    ],
  ])("%s", async (_, statements, sequence) => {
    await tamper(...statements);
    expect((await verify()).brokenAt?.sequence).toBe(sequence);
  });
});

test("many changes at once make one unbroken chain", async () => {
  await Promise.all(Array.from({ length: 20 }, (_, at) => people.mint(world.env, tenant(), { name: `key ${at}` })));
  expect(await verify()).toEqual({ entries: 20, brokenAt: null });
});

/** A change as another process makes it: it knows nothing of what this one remembers. */
async function changeElsewhere(): Promise<void> {
  const { pool, auditKey } = environmentStore("sandbox");
  const event = { action: "customer.created", target: { kind: "customer", id: randomUUID(), name: "Globex" } } as const;
  const actor = { kind: "system", id: null, name: "elsewhere", ip: null, userAgent: null, requestId: null } as const;
  await inTransaction(pool, (tx) =>
    appendAuditEvents(tx, auditKey, acme.id, [{ actor, now: new Date(), audit: [event] }]),
  );
}

test("the changes of two processes make one unbroken chain, in turn and at once", async () => {
  for (let at = 0; at < 3; at++) {
    await people.mint(world.env, tenant());
    await changeElsewhere();
  }
  await Promise.all(
    Array.from({ length: 20 }, (_, at) => (at % 2 ? changeElsewhere() : people.mint(world.env, tenant()))),
  );
  expect(await verify()).toEqual({ entries: 26, brokenAt: null });
});

test("after a change that failed at its very end the next ones go on", async () => {
  await people.mint(world.env, tenant());
  const url = world.databases.sandboxUrl;
  await query(
    url,
    `ALTER TABLE audit_chains ADD CONSTRAINT full_up CHECK (organization_id <> '${acme.id}' OR sequence < 2) NOT VALID`,
  );
  await expect(people.mint(world.env, tenant())).rejects.toThrow("full_up");
  await query(url, "ALTER TABLE audit_chains DROP CONSTRAINT full_up");
  await people.mint(world.env, tenant());
  expect(await verify()).toEqual({ entries: 2, brokenAt: null });
});

test("the log of an organization shows nothing of another", async () => {
  await people.mint(world.env, people.tenantOf("sandbox", await people.addOrganization("Globex")), { name: "foreign" });
  await people.mint(world.env, tenant("production"), { name: "of production" });
  expect((await send("GET", "/audit-log")).json).toMatchObject({ data: [], total: 0 });
  expect((await send("GET", "/audit-log/verification")).json).toMatchObject({ data: { entries: 0, brokenAt: null } });
});

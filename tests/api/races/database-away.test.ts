// The database stops in the middle of calls: whoever was told yes finds it done, and nobody finds it half done.
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { verifyAuditChain } from "@/lib/store/audit-log";
import { openWorld, type World } from "../../support/api";
import type { Answer } from "../../support/calls";
import { type OwnPostgres, startOwnPostgres } from "../../support/own-postgres";
import * as people from "../../support/people";
import { query } from "../../support/rows";

let postgres: OwnPostgres;
let world: World;
let acme: people.Organization;
let owner: people.Member;
let secret: string;

beforeAll(async () => {
  postgres = await startOwnPostgres();
});
afterAll(() => postgres?.remove());

beforeEach(async () => {
  world = await openWorld({}, postgres.databases);
  acme = await people.addOrganization("Acme");
  owner = await people.addMember(world.env, acme, "owner");
  secret = (await people.mint(world.env, tenant())).secret;
});
afterEach(() => world.close());

const tenant = () => people.tenantOf("production", acme);
const rows = (text: string) => query(world.databases.productionUrl, text, [acme.id]);
const createCustomer = (at: number) =>
  world.api.production.call("POST", "/v1/customers", {
    secret,
    body: { name: `c${at}`, externalCustomerId: `id-${at}` },
    headers: { "idempotency-key": randomUUID() },
  });
const createKey = (at: number) =>
  world.dashboard.own.call("production", "POST", "/api-keys", {
    cookie: owner.cookie,
    body: { name: `k${at}`, scopes: ["*"], expiresAt: null },
  });

/** Calls without a pause from several sides until the database has been gone for a while. */
async function callThroughCrash(calls: readonly ((at: number) => Promise<Answer>)[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  let isOver = false;
  const calling = calls.flatMap((call, side) =>
    [0, 1].map(async (lane) => {
      for (let at = 0; !isOver; at++) answers.push(await call(side * 1_000_000 + lane * 100_000 + at));
    }),
  );
  await expect
    .poll(() => answers.filter(({ status }) => status === 201).length, { timeout: 10_000 })
    .toBeGreaterThan(20);
  await postgres.crash();
  await expect
    .poll(() => answers.filter(({ status }) => status === 503).length, { timeout: 10_000 })
    .toBeGreaterThan(4);
  isOver = true;
  await Promise.all(calling);
  await postgres.restart();
  return answers;
}

test("a crash in the middle of writes is answered 503 with when to retry, and leaves nothing half done", async () => {
  const answers = await callThroughCrash([createCustomer, createKey]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 503]));
  for (const { error, headers } of answers.filter(({ status }) => status === 503)) {
    expect(error).toMatchObject({
      code: "SERVICE_UNAVAILABLE",
      message: "Service is temporarily unavailable. Please retry.",
    });
    expect(headers.get("retry-after")).toMatch(/^([1-9]|[12][0-9]|30)$/);
  }
  const stored = await rows(
    "SELECT id::text FROM customers WHERE organization_id = $1 UNION SELECT id::text FROM api_keys WHERE organization_id = $1",
  );
  const ids = new Set(stored.map(({ id }) => id));
  const promised = answers.filter(({ status }) => status === 201).map(({ json }) => Object(json).data.id);
  expect(promised.filter((id) => !ids.has(id))).toEqual([]);
  const recorded = await rows("SELECT target->>'id' AS id FROM audit_events WHERE organization_id = $1");
  expect(new Set(recorded.map(({ id }) => id))).toEqual(ids);
  const lone =
    await rows(`SELECT id FROM api_keys k WHERE organization_id = $1 AND NOT EXISTS (SELECT FROM api_key_secrets s WHERE s.key_id = k.id)
    UNION SELECT id FROM customers c WHERE organization_id = $1 AND NOT EXISTS (SELECT FROM customer_external_ids e WHERE e.customer_id = c.id)`);
  expect(lone).toEqual([]);
  expect((await verifyAuditChain(tenant(), "environment")).brokenAt).toBeNull();
}, 60_000);

test("after the database is back every door works again by itself", async () => {
  await postgres.crash();
  const read = () => world.dashboard.own.call("production", "GET", "/api-keys", { cookie: owner.cookie });
  expect((await read()).status).toBe(503);
  expect((await createKey(1)).status).toBe(503);
  await postgres.restart();
  await expect.poll(async () => (await read()).status, { timeout: 10_000 }).toBe(200);
  await expect.poll(async () => (await createCustomer(1)).status, { timeout: 10_000 }).toBe(201);
  await expect.poll(() => world.api.production.cache.isLive(), { timeout: 10_000 }).toBe(true);
}, 60_000);

// Customers that are created at once share a transaction, and nobody can tell.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { appendAuditEvents } from "@/lib/store/audit-events";
import { verifyAuditChain } from "@/lib/store/audit-log";
import { environmentStore } from "@/lib/store/connections";
import { inTransaction } from "@/lib/store/sql";
import { openWorld, type World } from "../../support/api";
import type { Answer } from "../../support/calls";
import * as people from "../../support/people";
import { query } from "../../support/rows";

let world: World;
let acme: people.Organization;
let secret: string;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  acme = await people.addOrganization("Acme");
  secret = (await people.mint(world.env, tenant())).secret;
});
afterAll(() => world.close());

const tenant = () => people.tenantOf("production", acme);
const create = (body: { name: string; externalCustomerId?: string }, idempotencyKey: string = randomUUID()) =>
  world.api.production.call("POST", "/v1/customers", { secret, body, headers: { "idempotency-key": idempotencyKey } });
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
const idOf = ({ json }: Answer): string => Object(json).data.id;
const idsIn = async (text: string) =>
  (await query<{ id: string }>(world.databases.productionUrl, text, [acme.id])).map(({ id }) => id).sort();
const storedIds = () => idsIn("SELECT id::text FROM customers WHERE organization_id = $1");
const auditedIds = () =>
  idsIn(
    "SELECT target->>'id' AS id FROM audit_events WHERE organization_id = $1 AND action = 'customer.created' ORDER BY sequence",
  );
const countOfWaiting = async () =>
  (
    await query(
      world.databases.productionUrl,
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    )
  ).length;
const brokenAt = async () => (await verifyAuditChain(tenant(), "environment")).brokenAt;

test("each of many creations at once is stored and audited once, and a repeat gets its own answer", async () => {
  const keys = numbers(80).map(() => randomUUID());
  const createAll = () => Promise.all(keys.map((key, at) => create({ name: `Globex ${at}` }, key)));
  const answers = await createAll();
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  const repeats = await createAll();
  expect(repeats.map(({ text }) => text)).toEqual(answers.map(({ text }) => text));
  expect(new Set(repeats.map(({ headers }) => headers.get("idempotency-replayed")))).toEqual(new Set(["true"]));
  const ids = answers.map(idOf).sort();
  expect(await storedIds()).toEqual(ids);
  expect(await auditedIds()).toEqual(ids);
  expect(await brokenAt()).toBeNull();
});

test("those that are refused among many at once refuse none of the others, and leave nothing", async () => {
  await people.addCustomer(tenant(), "first", "taken");
  const before = await storedIds();
  const answers = await Promise.all(
    numbers(30).map((at) => {
      const externalCustomerId = at % 10 === 3 ? "taken" : at % 10 === 6 ? "wanted" : `id-${at}`;
      return create({ name: `Globex ${at}`, externalCustomerId });
    }),
  );
  const refusedAt = answers.flatMap(({ status }, at) => (status === 201 ? [] : [at]));
  expect(refusedAt).toEqual(expect.arrayContaining([3, 13, 23]));
  expect(refusedAt.filter((at) => at % 10 === 6)).toHaveLength(2);
  expect(refusedAt).toHaveLength(5);
  for (const at of refusedAt) expect(answers[at]?.error?.code).toBe("CONFLICT");
  const made = answers.filter(({ status }) => status === 201).map(idOf);
  expect(await storedIds()).toEqual([...before, ...made].sort());
  expect(await auditedIds()).toEqual([...before, ...made].sort());
  expect(await brokenAt()).toBeNull();
});

test("another body under a used key is refused among many others", async () => {
  const key = randomUUID();
  await create({ name: "Globex" }, key);
  const answers = await Promise.all([
    create({ name: "Initech" }, key),
    ...numbers(5).map(() => create({ name: "Umbra" })),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([409, 201, 201, 201, 201, 201]);
  expect(answers[0]?.error?.code).toBe("IDEMPOTENCY_CONFLICT");
  expect(await storedIds()).toHaveLength(6);
});

test("one that waits for somebody else's transaction keeps none of the others waiting, and its key is still running", async () => {
  const other = new pg.Client(world.databases.productionUrl);
  await other.connect();
  await other.query("BEGIN");
  await other.query("INSERT INTO customer_external_ids VALUES ($1, 'held', $2)", [acme.id, randomUUID()]);
  const key = randomUUID();
  let isHeld = true;
  const held = create({ name: "Held", externalCustomerId: "held" }, key).finally(() => {
    isHeld = false;
  });
  const createOthers = () => Promise.all(numbers(20).map((at) => create({ name: `Globex ${at}` })));
  const answers = await createOthers();
  await expect.poll(countOfWaiting).toBe(1);
  answers.push(...(await createOthers()));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  const repeat = await create({ name: "Held", externalCustomerId: "held" }, key);
  expect([repeat.status, repeat.error?.code, repeat.headers.get("retry-after")]).toEqual([409, "CONFLICT", "1"]);
  expect(isHeld).toBe(true);
  await other.query("ROLLBACK");
  await other.end();
  expect((await held).status).toBe(201);
  expect(await auditedIds()).toHaveLength(41);
});

test("one that waits alone keeps those that come after it from waiting with it", async () => {
  const other = new pg.Client(world.databases.productionUrl);
  await other.connect();
  await other.query("BEGIN");
  await other.query("INSERT INTO customer_external_ids VALUES ($1, 'held', $2)", [acme.id, randomUUID()]);
  const held = create({ name: "Held", externalCustomerId: "held" });
  await expect.poll(countOfWaiting).toBe(1);
  expect((await create({ name: "Globex" })).status).toBe(201);
  expect(await countOfWaiting()).toBe(1);
  await other.query("COMMIT");
  await other.end();
  expect((await held).error?.code).toBe("CONFLICT");
});

test("none of many that cannot be recorded is made, and the next ones go on", async () => {
  const url = world.databases.productionUrl;
  await query(url, "ALTER TABLE audit_events RENAME TO audit_events_away");
  try {
    const answers = await Promise.all(numbers(10).map(() => create({ name: "Ghost" })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([500]));
  } finally {
    await query(url, "ALTER TABLE audit_events_away RENAME TO audit_events");
  }
  expect(await storedIds()).toEqual([]);
  expect((await create({ name: "Globex" })).status).toBe(201);
  expect(await brokenAt()).toBeNull();
});

test("creations of this process and changes of another make one unbroken chain", async () => {
  const { pool, auditKey } = environmentStore("production");
  const actor = { kind: "system", id: null, name: "elsewhere", ip: null, userAgent: null, requestId: null } as const;
  const target = { kind: "contract", id: randomUUID(), name: "Pro" } as const;
  const audited = { actor, now: new Date(), audit: [{ action: "contract.changed", target }] } as const;
  const changeElsewhere = () => inTransaction(pool, (tx) => appendAuditEvents(tx, auditKey, acme.id, [audited]));
  const all = await Promise.all(
    numbers(60).map((at) => (at % 6 === 0 ? changeElsewhere() : create({ name: `c${at}` }))),
  );
  expect(all).toHaveLength(60);
  expect(await auditedIds()).toHaveLength(50);
  expect(await verifyAuditChain(tenant(), "environment")).toEqual({ entries: 61, brokenAt: null });
});

test("what one organization creates at once stays its own, beside another that does the same", async () => {
  const globex = await people.addOrganization("Globex");
  const { secret: foreign } = await people.mint(world.env, people.tenantOf("production", globex));
  const createForeign = (at: number) =>
    world.api.production.call("POST", "/v1/customers", {
      secret: foreign,
      body: { name: `g${at}`, externalCustomerId: `${at}` },
    });
  const [mine, theirs] = await Promise.all([
    Promise.all(numbers(20).map((at) => create({ name: `a${at}`, externalCustomerId: `${at}` }))),
    Promise.all(numbers(20).map(createForeign)),
  ]);
  expect(new Set([...mine, ...theirs].map(({ status }) => status))).toEqual(new Set([201]));
  expect(await storedIds()).toEqual(mine.map(idOf).sort());
  expect(await auditedIds()).toEqual(mine.map(idOf).sort());
});

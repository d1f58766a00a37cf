import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planAnswer, planPage } from "@/lib/api/schemas/plans";
import { archiveMeter } from "@/lib/operations/archive-meter";
import { openWorld, type World } from "../support/api";
import type { Sent } from "../support/calls";
import { addMeter, addMeteredPricing, addPricing } from "../support/catalog";
import * as people from "../support/people";
import { everythingIn, query } from "../support/rows";

let world: World;
let organization: people.Organization;
let secret: string;
let seatId: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** An organization without plans and with one pricing, whose key is used from now on. */
async function startAnew(): Promise<void> {
  organization = await people.addOrganization("Acme");
  ({ secret } = await people.mint(world.env, tenant()));
  seatId = (await addPricing(tenant())).id;
}

const tenant = () => people.tenantOf("production", organization);
const call = (method: string, path: string, sent: Sent = {}) =>
  world.api.production.call(method, path, { secret, ...sent });
const bodyOf = (fields: object = {}) => ({ name: "Pro", items: [{ pricingId: seatId }], ...fields });
const create = (body: unknown, sent: Sent = {}) => call("POST", "/v1/plans", { body, ...sent });
const patch = (planId: string, body: unknown) => call("PATCH", `/v1/plans/${planId}`, { body });
async function created(fields: object = {}) {
  const { json, text, status } = await create(bodyOf(fields));
  expect(status, text).toBe(201);
  return planAnswer.parse(json).data;
}
const list = async (parameters = "") => planPage.parse((await call("GET", `/v1/plans${parameters}`)).json);

test("a plan with only what it needs reads back as it was answered, with its defaults", async () => {
  await startAnew();
  const data = await created();
  const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(data).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    name: "Pro",
    description: null,
    status: "active",
    netTerms: 30,
    items: [{ pricingId: seatId, quantity: 1 }],
    billingInterval: { interval: "MONTH", count: 1 },
    creditGrantCents: null,
    creditSettings: null,
    currency: "USD",
    archivedAt: null,
    createdAt: instant,
    updatedAt: instant,
  });
  expect((await call("GET", `/v1/plans/${data.id}`)).json).toEqual({ data });
});

test("everything at its limit is read back, numbers digit by digit", async () => {
  await startAnew();
  const fields = {
    name: "😀".repeat(255),
    description: "😀".repeat(1000),
    netTerms: 365,
    items: [{ pricingId: seatId, quantity: 1_000_000_000 }],
    creditGrantCents: 1_000_000_000_000,
    creditSettings: { creditRateCents: 0.000001 },
    currency: "KWD",
  };
  const { id } = await created(fields);
  const { json, text } = await call("GET", `/v1/plans/${id}`);
  expect(json).toMatchObject({ data: fields });
  expect(text).toContain('"creditGrantCents":1000000000000,"creditSettings":{"creditRateCents":0.000001}');
});

test("items keep their order, also after a change", async () => {
  await startAnew();
  const ids = [seatId];
  for (let at = 1; at < 50; at++) ids.push((await addPricing(tenant(), { name: `Seat ${at}` })).id);
  const shuffled = [...ids].sort();
  const itemsOf = (list: readonly string[]) => list.map((pricingId, at) => ({ pricingId, quantity: at + 1 }));
  const { id, items } = await created({ items: itemsOf(shuffled) });
  expect(items).toEqual(itemsOf(shuffled));
  await patch(id, { items: itemsOf(shuffled.toReversed()) });
  expect(planAnswer.parse((await call("GET", `/v1/plans/${id}`)).json).data.items).toEqual(
    itemsOf(shuffled.toReversed()),
  );
});

test("a change replaces what it names and leaves the rest; null clears", async () => {
  await startAnew();
  const yearly = await addPricing(tenant(), { priceInterval: "YEAR" });
  const before = await created({ description: "old", creditGrantCents: 5, creditSettings: { creditRateCents: 2 } });
  const changed = await patch(before.id, { items: [{ pricingId: yearly.id, quantity: 2 }], netTerms: 0 });
  expect(planAnswer.parse(changed.json).data).toEqual({
    ...before,
    items: [{ pricingId: yearly.id, quantity: 2 }],
    billingInterval: { interval: "YEAR", count: 1 },
    netTerms: 0,
    updatedAt: expect.any(String),
  });
  const cleared = await patch(before.id, { description: null, creditGrantCents: null, creditSettings: null });
  expect(cleared.json).toMatchObject({ data: { description: null, creditGrantCents: null, creditSettings: null } });
  for (const body of [{}, { name: null }, { items: null }, { currency: null }, { netTerms: null }, { items: [] }])
    expect((await patch(before.id, body)).status).toBe(400);
});

test("creating, changing and archiving are told in the audit log; what changes nothing is not", async () => {
  await startAnew();
  const { id } = await created();
  await patch(id, { name: "Pro" });
  await patch(id, { name: "Team", creditGrantCents: 500 });
  await call("DELETE", `/v1/plans/${id}`);
  await call("DELETE", `/v1/plans/${id}`);
  const entries = await query(
    world.databases.productionUrl,
    "SELECT action, target, before, after FROM audit_events WHERE target->>'id' = $1 ORDER BY sequence",
    [id],
  );
  expect(entries).toMatchObject([
    { action: "plan.created", target: { kind: "plan", id, name: "Pro" }, after: { items: [{ pricingId: seatId }] } },
    {
      action: "plan.changed",
      before: { name: "Pro", creditGrantCents: null },
      after: { name: "Team", creditGrantCents: 500 },
    },
    { action: "plan.archived", target: { name: "Team" } },
  ]);
});

test("archiving answers the same twice and ends changes; a list has active plans unless it is asked for others", async () => {
  await startAnew();
  const [kept, archived] = [await created(), await created()];
  for (const _ of ["once", "twice"])
    expect(await call("DELETE", `/v1/plans/${archived.id}`)).toMatchObject({
      status: 200,
      json: { data: { success: true } },
    });
  const { status, error } = await patch(archived.id, { name: "x" });
  expect([status, error?.code, error?.message]).toEqual([409, "CONFLICT", "Plan is archived"]);
  const read = planAnswer.parse((await call("GET", `/v1/plans/${archived.id}`)).json).data;
  expect(read).toMatchObject({ status: "archived", archivedAt: read.updatedAt, items: [{ pricingId: seatId }] });
  const idsOf = async (parameters: string) => (await list(parameters)).data.map(({ id }) => id);
  expect(await idsOf("")).toEqual([kept.id]);
  expect(await idsOf("?status=active")).toEqual([kept.id]);
  expect(await idsOf("?status=archived")).toEqual([archived.id]);
  expect(await idsOf("?status=all")).toEqual([archived.id, kept.id]);
  expect((await call("GET", "/v1/plans?status=inactive")).status).toBe(400);
});

test("a list has 50 unless it is asked for more, and goes on by cursor", async () => {
  await startAnew();
  for (let at = 0; at < 51; at++) await created();
  const first = await list();
  const second = await list(`?cursor=${first.nextCursor}`);
  expect([first.data.length, first.total, second.data.length, second.nextCursor]).toEqual([50, 51, 1, null]);
  expect(new Set([...first.data, ...second.data].map(({ id }) => id)).size).toBe(51);
});

test("an unknown or another organization's pricing is refused alike, by the item's path", async () => {
  await startAnew();
  const foreign = seatId;
  const foreignPlan = await created();
  await startAnew();
  const own = await created();
  const before = await everythingIn(world.databases.productionUrl);
  for (const pricingId of [foreign, randomUUID()]) {
    const items = [{ pricingId: seatId }, { pricingId }];
    for (const answer of [await create(bodyOf({ items })), await patch(own.id, { items })])
      expect([answer.status, answer.error?.message, answer.error?.details]).toEqual([
        400,
        "Pricing not found",
        [{ path: "items[1].pricingId", message: "Pricing not found" }],
      ]);
  }
  expect(await everythingIn(world.databases.productionUrl)).toEqual(before);
  for (const method of ["GET", "DELETE"])
    expect((await call(method, `/v1/plans/${foreignPlan.id}`)).error?.message).toBe("Plan not found");
});

test("a pricing whose meter is archived comes into no plan", async () => {
  await startAnew();
  const { id: meterId } = await addMeter(tenant());
  const { id: pricingId } = await addMeteredPricing(tenant(), meterId);
  const own = await created();
  await archiveMeter(tenant(), people.actorNamed("Tests"), meterId, new Date());
  const items = [{ pricingId: seatId }, { pricingId }];
  for (const { status, error } of [await create(bodyOf({ items })), await patch(own.id, { items })])
    expect([status, error?.details]).toEqual([409, [{ path: "items[1].pricingId", message: "Meter is archived" }]]);
  expect((await list()).total).toBe(1);
});

test("a creation repeated with its idempotency key makes one plan and the same answer", async () => {
  await startAnew();
  const headers = { "idempotency-key": "pro" };
  const body = bodyOf({ creditGrantCents: 1_000_000_000_000 });
  expect((await create({ ...body, items: [] }, { headers })).status).toBe(400);
  const first = await create(body, { headers });
  const again = await create(body, { headers });
  expect([again.status, again.text, again.headers.get("idempotency-replayed")]).toEqual([201, first.text, "true"]);
  expect((await create({ ...body, name: "Team" }, { headers })).error?.code).toBe("IDEMPOTENCY_CONFLICT");
  expect((await list()).total).toBe(1);
});

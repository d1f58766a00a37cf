import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pricingAnswer, pricingPage } from "@/lib/api/schemas/pricing";
import { archiveMeter } from "@/lib/operations/archive-meter";
import { openWorld, type World } from "../support/api";
import type { Sent } from "../support/calls";
import { addMeter } from "../support/catalog";
import * as people from "../support/people";
import { everythingIn, query } from "../support/rows";

let world: World;
let organization: people.Organization;
let secret: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** An organization without pricing, whose key is used from now on. */
async function startAnew(): Promise<void> {
  organization = await people.addOrganization("Acme");
  ({ secret } = await people.mint(world.env, tenant()));
}

const tenant = () => people.tenantOf("production", organization);
const call = (method: string, path: string, sent: Sent = {}) =>
  world.api.production.call(method, path, { secret, ...sent });
const create = (body: unknown, sent: Sent = {}) => call("POST", "/v1/pricing", { body, ...sent });
async function created(body: unknown) {
  const { json, text, status } = await create(body);
  expect(status, text).toBe(201);
  return pricingAnswer.parse(json).data;
}
const list = async (parameters = "") => pricingPage.parse((await call("GET", `/v1/pricing${parameters}`)).json);

const seat = {
  name: "Seat",
  productName: "API",
  model: "FLAT",
  billingMode: "RECURRING",
  priceInterval: "MONTH",
  unitAmount: "10",
};

test("a pricing with only what it needs reads back as it was answered, the rest null", async () => {
  await startAnew();
  const data = await created({ ...seat, unitAmount: "0.10" });
  expect(data).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    productId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    productName: "API",
    name: "Seat",
    description: null,
    model: "FLAT",
    billingMode: "RECURRING",
    tiering: "NONE",
    unitAmount: "0.1",
    flatAmount: null,
    packageSize: null,
    priceInterval: "MONTH",
    priceIntervalCount: 1,
    meterId: null,
    pricingTiers: null,
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  });
  expect((await call("GET", `/v1/pricing/${data.id}`)).json).toEqual({ data });
});

test("tiers and amounts of the greatest length are read back digit by digit", async () => {
  await startAnew();
  const { id: meterId } = await addMeter(tenant());
  const body = {
    ...seat,
    name: "😀".repeat(255),
    description: "😀".repeat(1000),
    productName: "😀".repeat(255),
    model: "USAGE",
    unitAmount: undefined,
    tiering: "GRADUATED",
    priceInterval: "YEAR",
    priceIntervalCount: 12,
    meterId,
    flatAmount: "999999999999.999999999999",
    pricingTiers: [
      { minQty: "0", maxQty: "999999999998", unitAmount: "0.000000000001", flatAmount: "5" },
      { minQty: "999999999999", maxQty: null, unitAmount: "999999999999.999999999999", flatAmount: "0" },
    ],
  };
  const { id } = await created(body);
  expect((await call("GET", `/v1/pricing/${id}`)).json).toMatchObject({ data: JSON.parse(JSON.stringify(body)) });
});

test("a tier costs nothing on top unless it says so, and the last is open when its end is left out", async () => {
  await startAnew();
  const pricingTiers = [
    { minQty: "1", maxQty: "100", unitAmount: "0.1" },
    { minQty: "101", unitAmount: "0.08" },
  ];
  const { pricingTiers: answered } = await created({
    ...seat,
    model: "TIER",
    tiering: "VOLUME",
    unitAmount: undefined,
    pricingTiers,
  });
  expect(answered).toEqual([
    { minQty: "1", maxQty: "100", unitAmount: "0.1", flatAmount: "0" },
    { minQty: "101", maxQty: null, unitAmount: "0.08", flatAmount: "0" },
  ]);
});

test("a product's name takes the product of exactly that name or makes it, with its first description", async () => {
  await startAnew();
  const { productId } = await created({ ...seat, productDescription: "first" });
  expect((await created({ ...seat, productDescription: "second" })).productId).toBe(productId);
  expect((await created({ ...seat, productName: "api" })).productId).not.toBe(productId);
  const { productName } = await created({ ...seat, productName: undefined, productId });
  expect(productName).toBe("API");
  const products = await query(
    world.databases.productionUrl,
    "SELECT name, description FROM products WHERE organization_id = $1 ORDER BY created_at",
    [organization.id],
  );
  expect(products).toEqual([
    { name: "API", description: "first" },
    { name: "api", description: null },
  ]);
});

test("creations of one product's name at once make one product", async () => {
  await startAnew();
  const made = await Promise.all([1, 2, 3, 4, 5].map(() => created(seat)));
  expect(new Set(made.map(({ productId }) => productId)).size).toBe(1);
  expect(new Set(made.map(({ id }) => id)).size).toBe(5);
});

test("creating is told in the audit log, with the price", async () => {
  await startAnew();
  const { id } = await created(seat);
  const [entry] = await query(
    world.databases.productionUrl,
    "SELECT action, target, after FROM audit_events WHERE target->>'id' = $1",
    [id],
  );
  expect(entry).toMatchObject({
    action: "pricing.created",
    target: { kind: "pricing", id, name: "Seat" },
    after: { unitAmount: "10", model: "FLAT", productName: "API", billingInterval: { interval: "MONTH", count: 1 } },
  });
});

test("a list is filtered by product and by meter, with 50 unless it is asked for more", async () => {
  await startAnew();
  const { id: meterId } = await addMeter(tenant());
  const metered = await created({ ...seat, model: "USAGE", meterId });
  const other = await created({ ...seat, productName: "Storage" });
  for (let at = 0; at < 51; at++) await created(seat);
  const first = await list();
  const second = await list(`?cursor=${first.nextCursor}`);
  expect([first.data.length, first.total]).toEqual([50, 53]);
  expect(second.data.map(({ id }) => id).slice(-2)).toEqual([other.id, metered.id]);
  expect(new Set([...first.data, ...second.data].map(({ id }) => id)).size).toBe(53);
  expect((await list(`?meterId=${meterId}`)).data.map(({ id }) => id)).toEqual([metered.id]);
  expect((await list(`?productId=${other.productId}`)).data.map(({ id }) => id)).toEqual([other.id]);
  expect((await list(`?productId=${other.productId}&meterId=${meterId}`)).total).toBe(0);
  expect((await list(`?productId=${randomUUID()}`)).total).toBe(0);
  expect((await call("GET", "/v1/pricing?meterId=x")).error?.details?.[0]?.path).toBe("meterId");
});

test("an unknown or another organization's meter or product is refused alike, by the field's path", async () => {
  await startAnew();
  const foreignMeter = (await addMeter(tenant())).id;
  const { productId: foreignProduct, id: foreignPricing } = await created(seat);
  await startAnew();
  const before = await everythingIn(world.databases.productionUrl);
  for (const [meterId, productId] of [
    [foreignMeter, foreignProduct],
    [randomUUID(), randomUUID()],
  ]) {
    const usage = { ...seat, model: "USAGE", meterId };
    const { status, error } = await create(usage);
    expect([status, error?.message, error?.details]).toEqual([
      400,
      "Meter not found",
      [{ path: "meterId", message: "Meter not found" }],
    ]);
    expect((await create({ ...usage, productName: undefined, productId })).error?.details).toEqual([
      { path: "meterId", message: "Meter not found" },
      { path: "productId", message: "Product not found" },
    ]);
  }
  expect(await everythingIn(world.databases.productionUrl)).toEqual(before);
  expect((await call("GET", `/v1/pricing/${foreignPricing}`)).error?.message).toBe("Pricing not found");
  expect((await list()).total).toBe(0);
});

test("an archived meter takes no new pricing, and no product is left behind", async () => {
  await startAnew();
  const { id: meterId } = await addMeter(tenant());
  await archiveMeter(tenant(), people.actorNamed("Tests"), meterId, new Date());
  const before = await everythingIn(world.databases.productionUrl);
  const { status, error } = await create({ ...seat, model: "USAGE", meterId });
  expect([status, error?.code, error?.details]).toEqual([
    409,
    "CONFLICT",
    [{ path: "meterId", message: "Meter is archived" }],
  ]);
  expect(await everythingIn(world.databases.productionUrl)).toEqual(before);
});

test("a creation repeated with its idempotency key makes one pricing and the same answer", async () => {
  await startAnew();
  const headers = { "idempotency-key": "seat" };
  expect((await create({ ...seat, unitAmount: 10 }, { headers })).status).toBe(400);
  const first = await create(seat, { headers });
  const again = await create(seat, { headers });
  expect([again.status, again.text, again.headers.get("idempotency-replayed")]).toEqual([201, first.text, "true"]);
  expect((await list()).total).toBe(1);
});

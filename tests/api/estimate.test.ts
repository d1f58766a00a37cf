import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openWorld, type World } from "../support/api";
import type { Sent } from "../support/calls";
import * as people from "../support/people";
import { everythingIn } from "../support/rows";

let world: World;
let secret: string;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  const organization = await people.addOrganization("Acme");
  ({ secret } = await people.mint(world.env, people.tenantOf("production", organization)));
});
afterAll(() => world.close());

const call = (method: string, path: string, sent: Sent = {}) =>
  world.api.production.call(method, path, { secret, ...sent });

async function createdId(path: string, body: unknown): Promise<string> {
  const { status, json, text } = await call("POST", path, { body });
  expect(status, text).toBe(201);
  return String(Reflect.get(Object(Reflect.get(Object(json), "data")), "id"));
}

const addMeter = (fields: object = {}) =>
  createdId("/v1/meters", { displayName: "API calls", aggregationKey: "units", ...fields });
const addPricing = (meterId: string, fields: object = { unitAmount: "0.1" }) =>
  createdId("/v1/pricing", {
    name: "List",
    productName: "API",
    model: "USAGE",
    billingMode: "RECURRING",
    priceInterval: "MONTH",
    meterId,
    ...fields,
  });
const estimate = (body: unknown) => call("POST", "/v1/pricing/estimate", { body });
const raw = (text: string) =>
  call("POST", "/v1/pricing/estimate", { raw: text, headers: { "content-type": "application/json" } });
const event = (units: unknown, fields: object = {}) => ({ eventName: "api_call", properties: { units }, ...fields });

const THREE_TIERS = {
  tiering: "GRADUATED",
  flatAmount: "1000",
  pricingTiers: [
    { minQty: "1", maxQty: "100", unitAmount: "0.10" },
    { minQty: "101", maxQty: "1000", unitAmount: "0.08", flatAmount: "5" },
    { minQty: "1001", unitAmount: "0.05" },
  ],
};

test("every event is told its rise, every meter its sum, and the flat fee of the pricing is left out", async () => {
  const meterId = await addMeter({ code: "API_CALLS" });
  await addPricing(meterId, THREE_TIERS);
  const { status, json } = await estimate({
    events: [event(100, { idempotencyKey: "e1" }), event("0.5"), event(899.5), { eventName: "login" }],
  });
  expect(status).toBe(200);
  expect(json).toEqual({
    events: [
      { idempotencyKey: "e1", totalAmount: 10 },
      { idempotencyKey: null, totalAmount: 5.04 },
      { idempotencyKey: null, totalAmount: 71.96 },
      { idempotencyKey: null, totalAmount: 0 },
    ],
    meters: [{ meterName: "API_CALLS", meterDisplayName: "API calls", totalQuantity: 1000, totalAmount: 87 }],
    totalAmount: 87,
    currency: "USD",
    unit: "currency",
    estimatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  });
});

describe("prices", () => {
  test("are the newest of each meter, an archived meter has none, and a meter without one costs 0", async () => {
    const twice = await addMeter({ displayName: "Twice priced" });
    await addPricing(twice, { unitAmount: "9" });
    await addPricing(twice, { unitAmount: "0.25" });
    const archived = await addMeter({ displayName: "Archived" });
    await addPricing(archived);
    await call("DELETE", `/v1/meters/${archived}`);
    await addMeter({ displayName: "Free", aggregationType: "COUNT", aggregationKey: undefined });
    const { json } = await estimate({ events: [event(4)] });
    expect(json).toMatchObject({
      totalAmount: 1,
      meters: [
        { meterName: "Twice priced", totalQuantity: 4, totalAmount: 1 },
        { meterName: "Free", totalQuantity: 1, totalAmount: 0 },
      ],
    });
  });

  test("of another organization, or of another environment, are not ours", async () => {
    await addPricing(await addMeter());
    const other = await people.addOrganization("Globex");
    const { secret: foreign } = await people.mint(world.env, people.tenantOf("production", other));
    const { json } = await call("POST", "/v1/pricing/estimate", { secret: foreign, body: { events: [event(4)] } });
    expect(json).toMatchObject({ totalAmount: 0, meters: [], events: [{ totalAmount: 0 }] });
  });

  test("with a credit rate are told in credits", async () => {
    await addPricing(await addMeter());
    const { json } = await estimate({ events: [event(1), event(1)], creditRateCents: 3 });
    expect(json).toMatchObject({
      events: [{ totalAmount: 3.333333333333 }, { totalAmount: 3.333333333334 }],
      totalAmount: 6.666666666667,
      unit: "credits",
      creditRateCents: 3,
    });
    expect(json).not.toHaveProperty("currency");
  });
});

test("of two events with one idempotency key the last counts", async () => {
  await addPricing(await addMeter());
  const { json } = await estimate({
    events: [event(5, { idempotencyKey: "a" }), event(1), event(3, { idempotencyKey: "a" })],
  });
  expect(json).toMatchObject({
    events: [{ totalAmount: 0 }, { totalAmount: 0.1 }, { totalAmount: 0.3 }],
    totalAmount: 0.4,
  });
});

test("an event without a timestamp happened now, between those of the past and of the future", async () => {
  await addPricing(await addMeter({ aggregationType: "LATEST" }), { unitAmount: "1" });
  const at = (ms: number) => new Date(Date.now() + ms).toISOString();
  const past = event(7, { timestamp: at(-60_000) });
  expect((await estimate({ events: [event(2), past] })).json).toMatchObject({ totalAmount: 2 });
  const future = event(9, { timestamp: at(60_000) });
  expect((await estimate({ events: [future, event(2)] })).json).toMatchObject({ totalAmount: 9 });
});

test("a number keeps its digits as they were written, up to 64 characters", async () => {
  await addPricing(await addMeter(), { unitAmount: "1" });
  const exact = `123456789012345678.${"123456789012".padEnd(45, "9")}`;
  expect(exact).toHaveLength(64);
  const { text } = await raw(`{"events":[{"eventName":"a","properties":{"units":${exact}}}]}`);
  expect(text).toContain('"totalQuantity":123456789012345678.123456789012,');
  expect(text).toContain('"totalAmount":123456789012345678.123456789012,');
  const longer = await raw(`{"events":[{"eventName":"a","properties":{"units":${exact}9}}]}`);
  expect(longer.error?.details).toEqual([
    {
      path: "events[0].properties.units",
      message: "events[0].properties.units must be a number of at most 64 characters",
    },
  ]);
});

test("a property called __proto__ is one, and pollutes nothing", async () => {
  await addPricing(await addMeter({ aggregationKey: "__proto__" }), { unitAmount: "1" });
  const { text, json } = await raw('{"events":[{"eventName":"a","properties":{"__proto__":3,"constructor":1}}]}');
  expect(json, text).toMatchObject({ totalAmount: 3, meters: [{ totalQuantity: 3 }] });
  expect((await estimate({ events: [event(1)] })).json).toMatchObject({ meters: [{ totalQuantity: 0 }] });
  expect(Reflect.get({}, "units")).toBeUndefined();
});

test("customer and contract ids are ignored, even both at once, but not their form", async () => {
  const ids = { customerId: randomUUID(), externalCustomerId: "cust_42", contractId: randomUUID() };
  expect((await estimate({ events: [event(1, ids)] })).status).toBe(200);
  const { error } = await estimate({ events: [event(1, { contractId: "mine" })] });
  expect(error?.details).toEqual([{ path: "events[0].contractId", message: "events[0].contractId must be a UUID" }]);
});

test("500 events are told apart and add up to the total; 501 are refused", async () => {
  await addPricing(await addMeter(), { unitAmount: "0.0000001" });
  const events = Array.from({ length: 500 }, (_, at) => event(at / 8, { idempotencyKey: `e${at}` }));
  const { json, status } = await estimate({ events });
  expect(status).toBe(200);
  const told = Object(json);
  expect(told.events).toHaveLength(500);
  const trillionths = told.events.map(({ totalAmount }: { totalAmount: number }) => Math.round(totalAmount * 1e12));
  expect(trillionths.reduce((sum: number, part: number) => sum + part, 0)).toBe(Math.round(told.totalAmount * 1e12));
  const { error } = await estimate({ events: [...events, event(1)] });
  expect(error).toMatchObject({ code: "VALIDATION_ERROR", message: "events must have at most 500 events" });
});

test("an estimate stores nothing", async () => {
  await addPricing(await addMeter());
  await estimate({ events: [event(1)] });
  const before = await everythingIn(world.databases.productionUrl);
  expect((await estimate({ events: [event(3, { idempotencyKey: "e1" })] })).status).toBe(200);
  expect(await everythingIn(world.databases.productionUrl)).toEqual(before);
});

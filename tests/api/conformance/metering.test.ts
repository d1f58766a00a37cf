// What meters count and what prices make of it, over the wire: an estimate is the shortest way from events to amounts.
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parseExactJson } from "@/lib/api/exact-json";
import { decimal, decimalText, ZERO } from "@/lib/domain/decimal";
import { WrittenNumber } from "@/lib/domain/property-value";
import { openWorld, type World } from "../../support/api";
import * as people from "../../support/people";

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

const call = (path: string, body: unknown) => world.api.production.call("POST", path, { secret, body });

async function addMeter(fields: object = {}): Promise<string> {
  const { status, json, text } = await call("/v1/meters", { displayName: "Units", aggregationKey: "units", ...fields });
  expect(status, text).toBe(201);
  return Object(json).data.id;
}

async function addPrice(meterId: string, fields: object): Promise<void> {
  const named = { name: "List", productName: "API", model: "USAGE", billingMode: "RECURRING", priceInterval: "MONTH" };
  const { status, text } = await call("/v1/pricing", { ...named, meterId, ...fields });
  expect(status, text).toBe(201);
}

async function estimate(events: readonly object[]) {
  const { status, text } = await call("/v1/pricing/estimate", { events });
  expect(status, text).toBe(200);
  return Object(parseExactJson(text));
}
const event = (properties: object, fields: object = {}) => ({ eventName: "api_call", properties, ...fields });
const textOf = (number: unknown) =>
  decimalText(decimal(number instanceof WrittenNumber ? number.text : String(number)));
const quantityOf = async (events: readonly object[]) => textOf((await estimate(events)).meters[0]?.totalQuantity ?? 0);
const amountOf = async (units: string) => textOf((await estimate([event({ units })])).totalAmount);

const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString();

test.each([
  ["COUNT", "7"],
  ["SUM", "14.000000000001"],
  ["MAX", "5"],
  ["MIN", "1.5"],
  ["UNIQUE", "5"],
  ["LATEST", "2.500000000001"],
])("%s over events with missing, text and decimal values is %s", async (aggregationType, expected) => {
  await addMeter({ aggregationType, ...(aggregationType === "COUNT" && { aggregationKey: undefined }) });
  const events = [
    event({ units: 5 }, { timestamp: secondsAgo(60) }),
    event({ units: "5" }, { timestamp: secondsAgo(50) }),
    event({ units: "2.5000000000019" }, { timestamp: secondsAgo(10) }),
    event({ units: 1.5 }, { timestamp: secondsAgo(40) }),
    event({}),
    event({ units: "many" }),
    event({ units: true }),
  ];
  expect(await quantityOf(events)).toBe(expected);
});

describe("events pass a meter", () => {
  const passing = async (filter: object, ...events: object[]) => {
    await addMeter({ aggregationType: "COUNT", aggregationKey: undefined, ...filter });
    return quantityOf(events);
  };
  const regions = [event({ region: "eu" }), event({ region: "us" }), event({ region: 1 }), event({})];

  test("by name: those included, and never those excluded", async () => {
    const named = ["a", "b", "c"].map((eventName) => event({}, { eventName }));
    expect(await passing({ eventTypeFilter: { include: ["a", "b"], exclude: ["b"] } }, ...named)).toBe("1");
  });

  test.each([
    [{ include: ["eu", "us"] }, "2"],
    [{ include: ["1"] }, "1"],
    [{ include: [1] }, "1"],
    [{ exclude: ["eu"] }, "3"],
    [{ exists: true }, "3"],
    [{ exists: false }, "1"],
  ])("by property: %j lets through %s of 4", async (condition, expected) => {
    expect(await passing({ propertyFilters: [{ name: "region", ...condition }] }, ...regions)).toBe(expected);
  });

  test("by every filter at once", async () => {
    const both = [
      { name: "region", exists: true },
      { name: "region", exclude: [1] },
    ];
    expect(await passing({ propertyFilters: both }, ...regions)).toBe("2");
  });
});

test("with group keys a meter's value is the sum of its rows, where a missing property is the empty text", async () => {
  await addMeter({ aggregationType: "MAX", groupKeys: ["region", "plan"] });
  const told = [
    event({ units: 5, region: "eu" }),
    event({ units: 3, region: "eu", plan: "" }),
    event({ units: 7, region: "eu", plan: "pro" }),
    event({ units: 11, plan: "pro" }),
  ];
  expect(await quantityOf(told)).toBe("23");
});

const QUANTITIES = ["0", "1", "100", "100.5", "101", "1000", "1000.01", "1001", "1500"];
const pricingTiers = [
  { minQty: "1", maxQty: "100", unitAmount: "0.10" },
  { minQty: "101", maxQty: "1000", unitAmount: "0.08", flatAmount: "5" },
  { minQty: "1001", unitAmount: "0.05" },
];

test.each([
  ["GRADUATED", { pricingTiers }, QUANTITIES, ["0", "0.1", "10", "15.04", "15.08", "87", "87.0005", "87.05", "112"]],
  ["VOLUME", { pricingTiers }, QUANTITIES, ["0", "0.1", "10", "13.04", "13.08", "85", "50.0005", "50.05", "75"]],
  [
    "PACKAGE",
    { packageSize: "1000", unitAmount: "2" },
    ["0", "1", "1000", "1000.000001", "2500"],
    ["0", "2", "2", "4", "6"],
  ],
  ["PACKAGE", { packageSize: "0.3", unitAmount: "1" }, ["2.1"], ["7"]],
  ["NONE", { unitAmount: "0.015" }, ["333"], ["4.995"]],
])("%s prices %o as published", async (tiering, price, quantities, amounts) => {
  await addPrice(await addMeter(), { tiering, ...price });
  const told = [];
  for (const quantity of quantities) told.push(await amountOf(quantity));
  expect(told).toEqual(amounts);
});

test("graduated tiers without flat amounts cost the same in one event as in several", async () => {
  const continuous = pricingTiers.map(({ flatAmount: _, ...tier }) => tier);
  await addPrice(await addMeter(), { tiering: "GRADUATED", pricingTiers: continuous });
  for (const parts of [
    ["1500"],
    ["100", "900", "500"],
    ["99.999999999999", "0.000000000001", "1400"],
    ["0.5", "1499.5"],
  ]) {
    const { totalAmount } = await estimate(parts.map((units) => event({ units })));
    expect(textOf(totalAmount)).toBe("107");
  }
});

test("the amounts of events add up to the total to the last digit, whatever they say and however they are priced", async () => {
  const unit = { tiering: "NONE", unitAmount: "0.000000333333" };
  for (const [fields, price] of [
    [{ displayName: "Sum" }, { tiering: "GRADUATED", pricingTiers }],
    [{ displayName: "Max", aggregationType: "MAX", groupKeys: ["region"] }, unit],
    [
      { displayName: "Latest", aggregationType: "LATEST" },
      { tiering: "VOLUME", pricingTiers },
    ],
    [
      { displayName: "Unique", aggregationType: "UNIQUE" },
      { tiering: "PACKAGE", packageSize: "0.7", unitAmount: "0.3" },
    ],
  ] as const)
    await addPrice(await addMeter(fields), price);
  const values = fc.oneof(
    fc.integer({ min: -10, max: 1_200 }),
    fc.double({ min: 0, max: 200, noNaN: true }),
    fc.constantFrom("0.333333333333", "1e3", "", true),
  );
  const told = fc.record({
    eventName: fc.constant("api_call"),
    idempotencyKey: fc.constantFrom("a", "b", "c", "d", undefined),
    properties: fc.record({ units: values, region: fc.constantFrom("eu", "us") }, { requiredKeys: [] }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(told, { minLength: 1, maxLength: 20 }), async (events) => {
      const { events: amounts, meters, totalAmount } = await estimate(events);
      const sumOf = (parts: readonly { totalAmount: unknown }[]) =>
        decimalText(parts.reduce((sum, part) => sum.plus(textOf(part.totalAmount)), ZERO));
      expect(amounts).toHaveLength(events.length);
      expect([sumOf(amounts), sumOf(meters)]).toEqual([textOf(totalAmount), textOf(totalAmount)]);
    }),
    { numRuns: 100 },
  );
});

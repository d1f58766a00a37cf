import { expect, test } from "vitest";
import { priceDraftOf, priceForm } from "@/components/catalog/prices/price-form";
import { costOf, priceOfDraft, tellingQuantities } from "@/components/catalog/prices/price-preview";
import { createPricingBody } from "@/lib/api/schemas/pricing";
import { decimal, decimalText } from "@/lib/domain/decimal";

const METER_ID = "1d3a6f0e-5b7c-4e21-8d94-2f6b8c0a7e35";

const USAGE = {
  name: "API calls",
  productId: "",
  productName: "API",
  model: "USAGE",
  priceInterval: "MONTH",
  priceIntervalCount: "1",
  meterId: METER_ID,
};

const TIERED = {
  ...USAGE,
  tiering: "GRADUATED",
  "pricingTiers.1.maxQty": "100",
  "pricingTiers.1.unitAmount": "0.10",
  "pricingTiers.1.flatAmount": "",
  "pricingTiers.3.maxQty": "1000",
  "pricingTiers.3.unitAmount": "0.08",
  "pricingTiers.3.flatAmount": "5",
  "pricingTiers.4.maxQty": "",
  "pricingTiers.4.unitAmount": "0.05",
  "pricingTiers.4.flatAmount": "",
};

const faultsOf = (values: Record<string, unknown>) =>
  Object.fromEntries(
    priceForm.safeParse(values).error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [],
  );

for (const [kind, values] of [
  ["a unit", { ...USAGE, tiering: "NONE", unitAmount: "0.008", flatAmount: "1" }],
  ["graduated tiers", TIERED],
  ["volume tiers", { ...TIERED, tiering: "VOLUME" }],
  ["packages", { ...USAGE, tiering: "PACKAGE", unitAmount: "2", packageSize: "1000" }],
  ["a flat price", { ...USAGE, model: "FLAT", tiering: "NONE", unitAmount: "10", billingMode: "RECURRING" }],
  ["a flat price billed once", { ...USAGE, model: "FLAT", unitAmount: "10", billingMode: "ONE_TIME" }],
  ["a tiered quantity", { ...TIERED, model: "TIER", billingMode: "RECURRING" }],
] as const) {
  test(`what the form makes of ${kind} is what the API takes`, () => {
    expect(createPricingBody.safeParse(priceForm.parse(values)).error?.issues ?? []).toEqual([]);
  });
}

test("what another kind of price asked for is not sent", () => {
  const typedBefore = { ...TIERED, model: "FLAT", unitAmount: "10", packageSize: "5", flatAmount: "1" };
  expect(priceForm.parse(typedBefore)).toEqual({
    name: "API calls",
    productName: "API",
    model: "FLAT",
    tiering: "NONE",
    billingMode: "RECURRING",
    priceInterval: "MONTH",
    priceIntervalCount: 1,
    unitAmount: "10",
  });
});

test("each tier begins behind the end of the one before, and the last is open", () => {
  expect(priceDraftOf(TIERED).tiers.map(({ number, minQty, maxQty }) => [number, minQty, maxQty])).toEqual([
    ["1", "1", "100"],
    ["3", "101", "1000"],
    ["4", "1001", null],
  ]);
});

for (const [end, fault] of [
  ["", "Enter where this tier ends."],
  ["100", "Enter at least 101, where this tier begins."],
  ["101", undefined],
  ["1.5", "Write a whole number of at most 12 digits."],
  ["-1", "Write a whole number of at most 12 digits."],
] as const) {
  test(`a second tier up to "${end}" ${fault ? `is told: ${fault}` : "is taken"}`, () => {
    expect(faultsOf({ ...TIERED, "pricingTiers.3.maxQty": end })).toEqual(
      fault ? { "pricingTiers.3.maxQty": fault } : {},
    );
  });
}

test("everything that is missing is told at once, each at its field", () => {
  expect(faultsOf({ model: "USAGE", tiering: "PACKAGE", priceIntervalCount: "13", packageSize: "0.0" })).toEqual({
    name: "Enter a name.",
    productName: "Enter the product’s name.",
    meterId: "Choose a meter.",
    unitAmount: "Enter an amount.",
    packageSize: "A package holds more than 0 units.",
    priceIntervalCount: "Write a whole number from 1 to 12.",
  });
});

test("the preview costs what invoices cost, around every edge", () => {
  const rated = priceOfDraft(priceDraftOf({ ...TIERED, flatAmount: "2" }));
  if (!rated) throw new Error("The draft is complete");
  const shown = tellingQuantities(rated.price).map((quantity) => [
    decimalText(quantity),
    decimalText(costOf(rated.price, rated.flatAmount, quantity)),
  ]);
  expect(shown).toEqual([
    ["1", "2.1"],
    ["100", "12"],
    ["101", "17.08"],
    ["1000", "89"],
    ["1001", "89.05"],
    ["2002", "139.1"],
    ["10010", "539.5"],
  ]);
});

test("there is no preview while an amount is missing or an end is out of order", () => {
  expect(priceOfDraft(priceDraftOf({ ...TIERED, "pricingTiers.3.unitAmount": "" }))).toBeNull();
  expect(priceOfDraft(priceDraftOf({ ...TIERED, "pricingTiers.3.maxQty": "50" }))).toBeNull();
  expect(priceOfDraft(priceDraftOf({ ...USAGE, tiering: "PACKAGE", unitAmount: "2", packageSize: "0" }))).toBeNull();
});

test("a price of packages is shown at the edge where the next package begins", () => {
  const rated = priceOfDraft(priceDraftOf({ ...USAGE, tiering: "PACKAGE", unitAmount: "2", packageSize: "1000" }));
  const costs = new Map(
    rated &&
      tellingQuantities(rated.price).map((quantity) => [
        decimalText(quantity),
        decimalText(costOf(rated.price, null, quantity)),
      ]),
  );
  expect([costs.get("1000"), costs.get("1001")]).toEqual(["2", "4"]);
  expect(decimal(costs.get("1") ?? "").toFixed()).toBe("2");
});

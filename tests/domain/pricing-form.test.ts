import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "@/lib/domain/decimal";
import type { Pricing } from "@/lib/domain/pricing";
import { PRICING_MODELS, TIERINGS } from "@/lib/domain/pricing";
import { faultsOfPricing, type PriceFields, pricedFrom, priceFieldsOf } from "@/lib/domain/pricing-form";

const AMOUNTS = ["unitAmount", "pricingTiers", "packageSize", "flatAmount"] as const;

/** Each set of amounts that a pricing of this model and tiering is accepted with. No entry: there is no such pricing. */
const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  "FLAT NONE": ["unitAmount"],
  "TIER VOLUME": ["pricingTiers"],
  "TIER GRADUATED": ["pricingTiers"],
  "USAGE NONE": ["unitAmount", "unitAmount flatAmount"],
  "USAGE VOLUME": ["pricingTiers", "pricingTiers flatAmount"],
  "USAGE GRADUATED": ["pricingTiers", "pricingTiers flatAmount"],
  "USAGE PACKAGE": ["unitAmount packageSize", "unitAmount packageSize flatAmount"],
};

const subsetsOfAmounts = Array.from({ length: 16 }, (_, bits) => AMOUNTS.filter((_name, at) => (bits >> at) & 1));
const monthly = { productName: "API", billingMode: "RECURRING", priceInterval: "MONTH" };
const pathsOf = (given: Record<string, unknown>) => faultsOfPricing(given).map(({ path }) => path.join("."));

for (const model of PRICING_MODELS) {
  for (const tiering of TIERINGS) {
    const accepted = ACCEPTED[`${model} ${tiering}`];
    test(`${model} with ${tiering} is ${accepted ? `accepted with ${accepted.join(" or with ")} only` : "refused"}`, () => {
      for (const amounts of subsetsOfAmounts) {
        const given = Object.fromEntries(amounts.map((name) => [name, "1"]));
        const meter = model === "USAGE" ? { meterId: "m" } : {};
        const faults = pathsOf({ ...monthly, ...meter, model, tiering, ...given });
        if (!accepted) expect(faults).toEqual(["tiering"]);
        else expect(faults.length === 0, amounts.join(" ")).toBe(accepted.includes(amounts.join(" ")));
      }
    });
  }
}

const flat = { ...monthly, model: "FLAT", unitAmount: "1" };
const usage = { ...monthly, model: "USAGE", unitAmount: "1", meterId: "m" };

test("without a tiering it is NONE", () => {
  expect(pathsOf(flat)).toEqual([]);
  expect(pathsOf({ ...monthly, model: "TIER", pricingTiers: [] })).toEqual(["tiering"]);
});

describe.each([
  ["a meter with FLAT", { ...flat, meterId: "m" }, ["meterId"]],
  ["no meter with USAGE", { ...usage, meterId: undefined }, ["meterId"]],
  ["recurring without an interval", { ...flat, priceInterval: undefined }, ["priceInterval"]],
  ["once with an interval", { ...flat, billingMode: "ONE_TIME" }, ["priceInterval"]],
  [
    "once with a count",
    { ...flat, billingMode: "ONE_TIME", priceInterval: undefined, priceIntervalCount: 1 },
    ["priceIntervalCount"],
  ],
  ["usage billed once", { ...usage, billingMode: "ONE_TIME", priceInterval: undefined }, ["billingMode"]],
  ["no product", { ...flat, productName: undefined }, ["productId"]],
  ["two products", { ...flat, productId: "p" }, ["productName"]],
  [
    "a description of a product by id",
    { ...flat, productName: undefined, productId: "p", productDescription: "d" },
    ["productDescription"],
  ],
])("%s", (_, given, paths) => {
  test(`is refused at ${paths.join()}`, () => {
    expect(pathsOf(given)).toEqual(paths);
  });
});

test("all faults are told at once, and each says what it depends on", () => {
  expect(faultsOfPricing({ model: "FLAT", billingMode: "ONE_TIME", priceInterval: "MONTH", flatAmount: "1" })).toEqual([
    { path: ["productId"], message: "or productName is required" },
    { path: ["unitAmount"], message: "is required with model FLAT and tiering NONE" },
    { path: ["flatAmount"], message: "is not allowed with model FLAT and tiering NONE" },
    { path: ["priceInterval"], message: "is not allowed with billingMode ONE_TIME" },
  ]);
});

test("a field of another type has no second fault here", () => {
  expect(pathsOf({ productName: 1, model: "flat", billingMode: null, tiering: 3, unitAmount: 1 })).toEqual([]);
});

test("a price reads back from the fields it is written with", () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 24n }).map((digits) => decimal(digits).shiftedBy(-12));
  const tiers = [{ minQty: decimal(0), maxQty: null, unitAmount: decimal("0.1"), flatAmount: decimal(5) }];
  const forms = Object.entries(ACCEPTED).flatMap(([form, sets]) => sets.map((set) => [form, set] as const));
  fc.assert(
    fc.property(fc.constantFrom(...forms), amount, ([form, set], value) => {
      const [modelName, tieringName] = form.split(" ");
      const model = PRICING_MODELS.find((one) => one === modelName) ?? "FLAT";
      const tiering = TIERINGS.find((one) => one === tieringName) ?? "NONE";
      const given = (name: (typeof AMOUNTS)[number]) => set.split(" ").includes(name);
      const fields: PriceFields = {
        model,
        tiering,
        unitAmount: given("unitAmount") ? value : null,
        flatAmount: given("flatAmount") ? value : null,
        packageSize: given("packageSize") ? value : null,
        pricingTiers: given("pricingTiers") ? tiers : null,
        meterId: model === "USAGE" ? "m" : null,
      };
      expect(priceFieldsOf({ ...REST, ...pricedFrom(fields) })).toEqual(fields);
    }),
  );
});

const REST: Omit<Pricing, "model" | "meterId" | "flatAmount" | "price"> = {
  id: "1",
  productId: "2",
  productName: "API",
  name: "Calls",
  description: null,
  billingInterval: null,
  createdAt: new Date(0),
};

import { expect, test } from "vitest";
import { decimal } from "@/lib/domain/decimal";
import { DomainError } from "@/lib/domain/errors";
import { faultsOfRepeatedItems, requireBillingInterval } from "@/lib/domain/plan";
import type { BillingInterval, PricedQuantity, Pricing } from "@/lib/domain/pricing";

const FLAT: PricedQuantity = { model: "FLAT" };
const USAGE: PricedQuantity = { model: "USAGE", meterId: "m", flatAmount: null };
const MONTHLY: BillingInterval = { interval: "MONTH", count: 1 };

const priced = (id: string, billingInterval: BillingInterval | null, quantity: PricedQuantity = FLAT): Pricing => ({
  id,
  productId: "p",
  productName: "API",
  name: id,
  description: null,
  billingInterval,
  createdAt: new Date(0),
  price: { kind: "unit", unitAmount: decimal(1) },
  ...quantity,
});

const KNOWN = new Map(
  [
    priced("seat", MONTHLY),
    priced("calls", { ...MONTHLY }, USAGE),
    priced("yearly", { interval: "YEAR", count: 1 }),
    priced("quarterly", { interval: "MONTH", count: 3 }),
    priced("setup", null),
  ].map((pricing) => [pricing.id, pricing]),
);
const item = (pricingId: string, quantity = 1) => ({ pricingId, quantity });

function faultsOf(...items: { pricingId: string; quantity: number }[]): readonly [string, string][] {
  try {
    requireBillingInterval(items, KNOWN);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.details.map(({ path, message }) => [path, message]);
  }
}

test("a plan is billed by the interval that its recurring items share, wherever they stand", () => {
  for (const items of [[item("seat", 5)], [item("setup"), item("calls"), item("seat")]])
    expect(requireBillingInterval(items, KNOWN)).toEqual(MONTHLY);
});

test("a plan without a recurring item is refused", () => {
  expect(faultsOf(item("setup"))).toEqual([["items", "items must have a recurring pricing"]]);
});

test("recurring items of another unit or count are refused one by one", () => {
  const told = "other recurring items every 1 month: they must share one interval";
  expect(faultsOf(item("seat"), item("yearly"), item("setup"), item("quarterly"))).toEqual([
    ["items[1].pricingId", `items[1].pricingId is billed every 1 year, ${told}`],
    ["items[3].pricingId", `items[3].pricingId is billed every 3 months, ${told}`],
  ]);
});

test("usage has the quantity that its meter counts, so an item of it has 1", () => {
  expect(faultsOf(item("calls", 1))).toEqual([]);
  expect(faultsOf(item("calls", 2)).map(([path]) => path)).toEqual(["items[0].quantity"]);
});

test("unknown pricings are named one by one, beside every other fault, and may have been the recurring ones", () => {
  expect(faultsOf(item("setup"), item("none"))).toEqual([["items[1].pricingId", "Pricing not found"]]);
  expect(faultsOf(item("none"), item("calls", 3), item("yearly"), item("nil")).map(([path]) => path)).toEqual([
    "items[0].pricingId",
    "items[1].quantity",
    "items[3].pricingId",
    "items[2].pricingId",
  ]);
});

test("a pricing is in a plan once", () => {
  const items = [item("seat"), item("calls"), item("seat", 2), item("seat")];
  expect(faultsOfRepeatedItems(items).map(({ path }) => path)).toEqual([
    [2, "pricingId"],
    [3, "pricingId"],
  ]);
  expect(faultsOfRepeatedItems(items.slice(0, 2))).toEqual([]);
});

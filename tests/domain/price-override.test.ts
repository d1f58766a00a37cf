import { expect, test } from "vitest";
import type { PriceOverride } from "@/lib/domain/contract";
import { decimal } from "@/lib/domain/decimal";
import { faultsOfOverrides, overridableFields, overridden } from "@/lib/domain/price-override";
import type { Price, PricedQuantity, Pricing } from "@/lib/domain/pricing";
import { priceOf, THREE_TIERS, tiersOf } from "../support/prices";

const BASE = {
  id: "3e770000-0000-4000-8000-000000000001",
  productId: "a0c40000-0000-4000-8000-000000000001",
  productName: "API",
  name: "API calls",
  description: null,
  billingInterval: { interval: "MONTH", count: 1 },
  createdAt: new Date("2026-02-27T10:00:00.000Z"),
} as const;
const METER = "1d3a0000-0000-4000-8000-000000000001";

const pricing = (price: Price, priced: PricedQuantity): Pricing => ({ ...BASE, ...priced, price });
const usage = (flatAmount: string | null): PricedQuantity => ({
  model: "USAGE",
  meterId: METER,
  flatAmount: flatAmount === null ? null : decimal(flatAmount),
});

const unit = priceOf({ kind: "unit", unitAmount: "2" });
const tiered = priceOf({ kind: "graduated", tiers: THREE_TIERS });
const packaged = priceOf({ kind: "package", unitAmount: "2", packageSize: "1000" });
const override = (fields: object) => ({ basePricingId: BASE.id, ...fields });

test("a contract may override exactly the amounts that a pricing has", () => {
  expect(overridableFields(pricing(unit, { model: "FLAT" }))).toEqual(["unitAmount"]);
  expect(overridableFields(pricing(tiered, { model: "TIER" }))).toEqual(["pricingTiers"]);
  expect(overridableFields(pricing(packaged, usage(null)))).toEqual(["unitAmount"]);
  expect(overridableFields(pricing(tiered, usage("5")))).toEqual(["pricingTiers", "flatAmount"]);
  expect(overridableFields(pricing(unit, usage("0")))).toEqual(["unitAmount", "flatAmount"]);
});

test("an override replaces what it names and leaves the rest", () => {
  const cheaper = overridden(pricing(packaged, usage("5")), override({ unitAmount: decimal("1.5") }));
  expect(cheaper).toEqual(pricing(priceOf({ kind: "package", unitAmount: "1.5", packageSize: "1000" }), usage("5")));
  const feeOnly = overridden(pricing(unit, usage("5")), override({ flatAmount: decimal(0) }));
  expect(feeOnly).toEqual(pricing(unit, usage("0")));
  const tiers = tiersOf([{ maxQty: null, unitAmount: "0.01", flatAmount: "0" }]);
  const flatter = overridden(pricing(tiered, { model: "TIER" }), override({ pricingTiers: tiers }));
  expect(flatter).toEqual(pricing({ kind: "graduated", tiers }, { model: "TIER" }));
});

test("without an override, or with one of amounts that the pricing does not have, nothing changes", () => {
  const base = pricing(tiered, usage(null));
  expect(overridden(base, undefined)).toBe(base);
  expect(overridden(base, override({ unitAmount: decimal(9), flatAmount: decimal(9) }))).toEqual(base);
  const flat = pricing(unit, { model: "FLAT" });
  expect(overridden(flat, override({ flatAmount: decimal(9), pricingTiers: tiersOf(THREE_TIERS) }))).toEqual(flat);
});

test("an override of 0 is a price, not the lack of one", () => {
  const free = overridden(pricing(unit, { model: "FLAT" }), override({ unitAmount: decimal(0) }));
  expect(free.price).toEqual(priceOf({ kind: "unit", unitAmount: "0" }));
});

test("overrides name pricings of the plan, each once, and replace only fields that these have", () => {
  const flat = { ...pricing(unit, { model: "FLAT" }), id: "flat" };
  const metered = { ...pricing(tiered, usage("5")), id: "metered" };
  const faults = (...overrides: PriceOverride[]) =>
    faultsOfOverrides(overrides, [flat, metered]).map(({ path, message }) => {
      expect(message.startsWith(`${path} `)).toBe(true);
      return path;
    });
  const tiers = tiersOf(THREE_TIERS);
  const one = decimal(1);
  expect(faults()).toEqual([]);
  expect(
    faults(
      { basePricingId: "flat", unitAmount: one },
      { basePricingId: "metered", flatAmount: one, pricingTiers: tiers },
    ),
  ).toEqual([]);
  expect(
    faults(
      { basePricingId: "flat", unitAmount: one, flatAmount: one, pricingTiers: tiers },
      { basePricingId: "metered", unitAmount: one },
      { basePricingId: "foreign", unitAmount: one },
      { basePricingId: "flat", unitAmount: one },
    ),
  ).toEqual([
    "overrides[0].flatAmount",
    "overrides[0].pricingTiers",
    "overrides[1].unitAmount",
    "overrides[2].basePricingId",
    "overrides[3].basePricingId",
  ]);
});

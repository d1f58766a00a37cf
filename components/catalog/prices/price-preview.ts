// What quantities cost under a price, computed with the rules by which invoices are.

import type { PricingJson } from "@/lib/api/schemas/pricing";
import { type Decimal, decimal, decimalText } from "@/lib/domain/decimal";
import type { Price } from "@/lib/domain/pricing";
import { pricedFrom } from "@/lib/domain/pricing-form";
import { tiersFromTexts } from "@/lib/domain/pricing-tiers";
import { exactCharge } from "@/lib/domain/rating";
import type { PriceDraft } from "./price-form";

const QUANTITIES_MAX = 8;
const USUAL = ["1", "10", "100", "1000", "10000"] as const;

/** Quantities that show how the price works: around each edge of a tier or package, and beyond the last. */
export function tellingQuantities(price: Price): Decimal[] {
  if (price.kind === "unit") return USUAL.map((text) => decimal(text));
  const edges = price.kind === "package" ? [price.packageSize] : price.tiers.flatMap(({ maxQty }) => maxQty ?? []);
  const around = edges.flatMap((edge) => [edge, edge.plus(1)]);
  const last = around.at(-1) ?? decimal(100);
  const all = [decimal(1), ...around, last.times(2), last.times(10)];
  const distinct = new Map(all.map((quantity) => [decimalText(quantity), quantity]));
  return [...distinct.values()].sort((one, other) => one.comparedTo(other) ?? 0).slice(0, QUANTITIES_MAX);
}

/** The exact cost of a quantity, with the fee of a period where the price has one. */
export const costOf = (price: Price, flatAmount: Decimal | null, quantity: Decimal): Decimal =>
  exactCharge(price, quantity).amount.plus(flatAmount ?? 0);

const AMOUNT = /^(0|[1-9][0-9]{0,11})(\.[0-9]{1,12})?$/;

/** The price that the form describes so far; null until its amounts are there and in order. */
export function priceOfDraft(draft: PriceDraft): { price: Price; flatAmount: Decimal | null } | null {
  const { asks, model, tiering } = draft;
  const typed = (asked: boolean, text: string) => (asked && AMOUNT.test(text) ? decimal(text) : null);
  const unitAmount = typed(asks.unitAmount, draft.unitAmount);
  const packageSize = typed(asks.packageSize, draft.packageSize);
  const pricingTiers = asks.tiers ? tiersOfDraft(draft) : null;
  const isComplete =
    (!asks.unitAmount || unitAmount) && (!asks.packageSize || packageSize?.gt(0)) && (!asks.tiers || pricingTiers);
  if (!isComplete) return null;
  // The meter takes no part in what a quantity costs.
  const { price } = pricedFrom({
    model,
    tiering,
    unitAmount,
    packageSize,
    pricingTiers,
    flatAmount: null,
    meterId: "",
  });
  return { price, flatAmount: typed(asks.flatAmount, draft.flatAmount) };
}

function tiersOfDraft({ tiers }: PriceDraft) {
  const texts = tiers.flatMap(({ minQty, maxQty, unitAmount, flatAmount }) => {
    const isReady =
      minQty !== null &&
      AMOUNT.test(unitAmount) &&
      (flatAmount === "" || AMOUNT.test(flatAmount)) &&
      (maxQty === null || (AMOUNT.test(maxQty) && decimal(maxQty).gte(minQty)));
    return isReady ? [{ minQty, maxQty, unitAmount, flatAmount: flatAmount || "0" }] : [];
  });
  return texts.length > 0 && texts.length === tiers.length ? tiersFromTexts(texts) : null;
}

/** The price that the API answered with. */
export function priceOfJson(pricing: PricingJson): { price: Price; flatAmount: Decimal | null } {
  const { model, tiering, unitAmount, packageSize, pricingTiers, flatAmount } = pricing;
  const { price } = pricedFrom({
    model,
    tiering,
    unitAmount: unitAmount === null ? null : decimal(unitAmount),
    packageSize: packageSize === null ? null : decimal(packageSize),
    pricingTiers: pricingTiers && tiersFromTexts(pricingTiers),
    flatAmount: null,
    meterId: pricing.meterId,
  });
  return { price, flatAmount: flatAmount === null ? null : decimal(flatAmount) };
}

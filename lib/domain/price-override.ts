import type { PriceOverride } from "./contract";
import { decimal, decimalText } from "./decimal";
import type { ErrorDetail } from "./errors";
import type { Price, Pricing } from "./pricing";
import { type TierText, tiersFromTexts, tierTextsOf } from "./pricing-tiers";

export const OVERRIDE_FIELDS = ["unitAmount", "flatAmount", "pricingTiers"] as const;
export type OverrideField = (typeof OVERRIDE_FIELDS)[number];

/** The fields of this pricing that a contract may override: those it has. */
export function overridableFields(pricing: Pricing): readonly OverrideField[] {
  const priced: OverrideField = "tiers" in pricing.price ? "pricingTiers" : "unitAmount";
  return pricing.model === "USAGE" && pricing.flatAmount !== null ? [priced, "flatAmount"] : [priced];
}

/** The pricing as one contract pays it. A field that the pricing does not have changes nothing. */
export function overridden(pricing: Pricing, override: PriceOverride | undefined): Pricing {
  if (!override) return pricing;
  const price = overriddenPrice(pricing.price, override);
  if (pricing.model !== "USAGE" || pricing.flatAmount === null) return { ...pricing, price };
  return { ...pricing, price, flatAmount: override.flatAmount ?? pricing.flatAmount };
}

function overriddenPrice(price: Price, { unitAmount, pricingTiers }: PriceOverride): Price {
  if ("tiers" in price) return pricingTiers ? { ...price, tiers: pricingTiers } : price;
  return unitAmount ? { ...price, unitAmount } : price;
}

/** What is wrong with overrides of a plan that has these pricings: each pricing once, and only in fields which it has. */
export function faultsOfOverrides(overrides: readonly PriceOverride[], pricings: readonly Pricing[]): ErrorDetail[] {
  const named = new Set<string>();
  return overrides.flatMap((override, at) => {
    const place = `overrides[${at}]`;
    const idFault = (says: string) => [{ path: `${place}.basePricingId`, message: `${place}.basePricingId ${says}` }];
    if (named.has(override.basePricingId)) return idFault("is named by an earlier override");
    named.add(override.basePricingId);
    const pricing = pricings.find(({ id }) => id === override.basePricingId);
    return pricing ? faultsOfFields(override, pricing, place) : idFault("is not a pricing of the plan");
  });
}

function faultsOfFields(override: PriceOverride, pricing: Pricing, place: string): ErrorDetail[] {
  const has = overridableFields(pricing);
  return OVERRIDE_FIELDS.filter((field) => override[field] !== undefined && !has.includes(field)).map((field) => ({
    path: `${place}.${field}`,
    message: `${place}.${field} replaces a field that the pricing does not have`,
  }));
}

/** An override with its decimals as text. */
export type OverrideText = {
  readonly basePricingId: string;
  readonly unitAmount?: string;
  readonly flatAmount?: string;
  readonly pricingTiers?: readonly TierText[];
};

/** Reads back as the same override, digit by digit. */
export function overrideTextOf({ basePricingId, unitAmount, flatAmount, pricingTiers }: PriceOverride): OverrideText {
  return {
    basePricingId,
    ...(unitAmount && { unitAmount: decimalText(unitAmount) }),
    ...(flatAmount && { flatAmount: decimalText(flatAmount) }),
    ...(pricingTiers && { pricingTiers: tierTextsOf(pricingTiers) }),
  };
}

export function overrideFromText({ basePricingId, unitAmount, flatAmount, pricingTiers }: OverrideText): PriceOverride {
  return {
    basePricingId,
    ...(unitAmount !== undefined && { unitAmount: decimal(unitAmount) }),
    ...(flatAmount !== undefined && { flatAmount: decimal(flatAmount) }),
    ...(pricingTiers && { pricingTiers: tiersFromTexts(pricingTiers) }),
  };
}

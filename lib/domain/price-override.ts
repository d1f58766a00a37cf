import type { PriceOverride } from "./contract";
import type { Price, Pricing } from "./pricing";

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

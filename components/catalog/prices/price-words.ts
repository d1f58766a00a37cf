// Prices in words. A price has no currency of its own: amounts stand in the currency of the plan it is in.
import type { PricingJson } from "@/lib/api/schemas/pricing";
import { type BillingInterval, PRICING_MODELS, type PricingModel, type Tiering } from "@/lib/domain/pricing";
import { PRICING_FORMS } from "@/lib/domain/pricing-form";
import { money, quantityText } from "@/lib/money-format";

type Words = { readonly name: string; readonly sentence: string };

export const MODEL_WORDS: Record<PricingModel, Words> = {
  FLAT: { name: "Flat", sentence: "A fixed amount, times the quantity in the plan. For seats or a base fee." },
  TIER: {
    name: "Tiered quantity",
    sentence: "The quantity in the plan, at prices that change with how many there are.",
  },
  USAGE: { name: "Usage", sentence: "What a meter counts, billed after each period." },
};

export const TIERING_WORDS: Record<Tiering, Words> = {
  NONE: { name: "Per unit", sentence: "Every unit costs the same." },
  GRADUATED: { name: "Graduated", sentence: "Each unit costs what its own tier says, as tax brackets do." },
  VOLUME: { name: "Volume", sentence: "All units cost what the tier of the total says." },
  PACKAGE: { name: "Package", sentence: "Units are sold in whole packages; a package that was begun counts." },
};

export const MODEL_OPTIONS = PRICING_MODELS.map((model) => optionOf(model, MODEL_WORDS[model]));

const TIERING_ORDER = ["NONE", "GRADUATED", "VOLUME", "PACKAGE"] as const satisfies readonly Tiering[];

/** The ways in which a model can be charged, the usual one first. */
export const tieringsOf = (model: PricingModel): Tiering[] =>
  TIERING_ORDER.filter((tiering) => PRICING_FORMS.some((form) => form.model === model && form.tiering === tiering));

export const tieringOptions = (model: PricingModel) =>
  tieringsOf(model).map((tiering) => optionOf(tiering, TIERING_WORDS[tiering]));

function optionOf(value: string, { name, sentence }: Words) {
  return { value, label: name, help: sentence };
}

type Charged = Pick<PricingJson, "model" | "tiering" | "unitAmount" | "flatAmount" | "packageSize" | "pricingTiers">;

/** "0.008 a unit", "2 a package of 1,000", "Graduated, 3 tiers from 0.1"; with the currency where it is known. */
export function chargeWords(price: Charged, currency: string | null = null): string {
  const amount = (text: string) => (currency ? money(text, currency) : quantityText(text));
  const { tiering, unitAmount, packageSize, pricingTiers: tiers, flatAmount } = price;
  const flat = flatAmount && flatAmount !== "0" ? `, and ${amount(flatAmount)} a period` : "";
  if (tiers) {
    const count = tiers.length === 1 ? "1 tier" : `${tiers.length} tiers`;
    return `${TIERING_WORDS[tiering].name}, ${count} from ${amount(tiers[0]?.unitAmount ?? "0")} a unit${flat}`;
  }
  if (packageSize) return `${amount(unitAmount ?? "0")} a package of ${quantityText(packageSize)}${flat}`;
  return `${amount(unitAmount ?? "0")} a unit${flat}`;
}

/** "Every month", "Every 3 months", "Once". */
export function intervalWords({
  priceInterval,
  priceIntervalCount,
}: Pick<PricingJson, "priceInterval" | "priceIntervalCount">): string {
  return priceInterval ? everyWords({ interval: priceInterval, count: priceIntervalCount ?? 1 }) : "Once";
}

export function everyWords({ interval, count }: BillingInterval): string {
  const unit = interval.toLowerCase();
  return count === 1 ? `Every ${unit}` : `Every ${count} ${unit}s`;
}

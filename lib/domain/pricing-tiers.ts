import { decimal, decimalText } from "./decimal";
import type { FieldFault } from "./errors";
import type { PricingTier } from "./pricing";

/**
 * What is wrong with the order of tiers: together they must hold every whole quantity exactly once, from 0 or 1 on. Each
 * fault names its tier by its place in the list.
 */
export function faultsOfTierOrder(tiers: readonly PricingTier[]): FieldFault[] {
  return tiers.flatMap((tier, at) => [
    ...faultsOfStart(tier, tiers[at - 1]).map((message) => ({ path: [at, "minQty"], message })),
    ...faultsOfEnd(tier, at === tiers.length - 1).map((message) => ({ path: [at, "maxQty"], message })),
  ]);
}

function faultsOfStart({ minQty }: PricingTier, before: PricingTier | undefined): string[] {
  if (!before) return minQty.lte(1) ? [] : ["must be 0 or 1 in the first tier"];
  // The tier before is told that it must end; from an open end nothing follows for this one.
  if (before.maxQty === null) return [];
  const wanted = before.maxQty.plus(1);
  if (minQty.eq(wanted)) return [];
  const problem = minQty.gt(wanted) ? "leaves a gap to" : "overlaps";
  return [`${problem} the tier before: it must be ${decimalText(wanted)}`];
}

function faultsOfEnd({ minQty, maxQty }: PricingTier, isLast: boolean): string[] {
  if (isLast) return maxQty === null ? [] : ["must be null or absent in the last tier, which is open"];
  if (maxQty === null) return ["is required: only the last tier is open"];
  return maxQty.lt(minQty) ? [`must be at least ${decimalText(minQty)}, where the tier begins`] : [];
}

/** A tier with its decimals as text. */
export type TierText = {
  readonly minQty: string;
  readonly maxQty: string | null;
  readonly unitAmount: string;
  readonly flatAmount: string;
};

/** Reads back as the same tiers, digit by digit. */
export const tierTextsOf = (tiers: readonly PricingTier[]): TierText[] =>
  tiers.map(({ minQty, maxQty, unitAmount, flatAmount }) => ({
    minQty: decimalText(minQty),
    maxQty: maxQty && decimalText(maxQty),
    unitAmount: decimalText(unitAmount),
    flatAmount: decimalText(flatAmount),
  }));

export const tiersFromTexts = (texts: readonly TierText[]): PricingTier[] =>
  texts.map(({ minQty, maxQty, unitAmount, flatAmount }) => ({
    minQty: decimal(minQty),
    maxQty: maxQty === null ? null : decimal(maxQty),
    unitAmount: decimal(unitAmount),
    flatAmount: decimal(flatAmount),
  }));

// The table of prices, read once more in the plainest way: whole fractions, no shortcut, no shared code.
import { ceiling, type Fraction, fraction, isLess, minus, NOTHING, plus, times } from "./fractions";

export type WrittenTier = { maxQty: string | null; unitAmount: string; flatAmount: string };

export type WrittenPrice =
  | { kind: "unit"; unitAmount: string }
  | { kind: "package"; unitAmount: string; packageSize: string }
  | { kind: "volume" | "graduated"; tiers: readonly WrittenTier[] };

/** What each tier came to; a price without tiers is one part. */
export function partsOf(price: WrittenPrice, quantity: string): { quantity: Fraction; amount: Fraction }[] {
  const q = isLess(fraction(quantity), NOTHING) ? NOTHING : fraction(quantity);
  if (price.kind === "unit") return [{ quantity: q, amount: times(q, fraction(price.unitAmount)) }];
  if (price.kind === "package") {
    const size = fraction(price.packageSize);
    const packages = ceiling({ top: q.top * size.bottom, bottom: q.bottom * size.top });
    return [{ quantity: q, amount: times(packages, fraction(price.unitAmount)) }];
  }
  const parts = price.tiers.map((tier, at) => {
    const m = fraction(price.tiers[at - 1]?.maxQty ?? "0");
    if (!isLess(m, q)) return null;
    const isBelowEdge = tier.maxQty === null || !isLess(fraction(tier.maxQty), q);
    const counted = price.kind === "volume" ? q : minus(isBelowEdge ? q : fraction(tier.maxQty ?? "0"), m);
    if (price.kind === "volume" && !isBelowEdge) return null;
    return { quantity: counted, amount: plus(times(counted, fraction(tier.unitAmount)), fraction(tier.flatAmount)) };
  });
  return parts.filter((part) => part !== null);
}

export const amountOf = (price: WrittenPrice, quantity: string): Fraction =>
  partsOf(price, quantity).reduce((sum, { amount }) => plus(sum, amount), NOTHING);

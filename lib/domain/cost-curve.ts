// A price made ready for many quantities. It agrees with `exactCharge` to the last digit; only the parts of the tiers, which
// a line lists and an estimate does not, are left out.
import { minorUnitExponent } from "./currency";
import type { Decimal } from "./decimal";
import { unreachable } from "./errors";
import type { Price, PricingTier } from "./pricing";
import { ONE_IN_TRILLIONTHS, type Trillionths, toTrillionths } from "./trillionths";

/** What amounts are told in: the amount in major units × `multiplier` ÷ `divisor`. */
export type AmountUnit = { readonly multiplier: bigint; readonly divisor: bigint };

/** Amounts of this currency as they are, or in credits that are worth so many minor units each. */
export function amountUnit(currency: string, creditRateCents: bigint | null): AmountUnit {
  if (creditRateCents === null) return { multiplier: 1n, divisor: 1n };
  return { multiplier: 10n ** BigInt(minorUnitExponent(currency)), divisor: creditRateCents };
}

/** The cost of a quantity, rounded half-up to 12 decimals. A negative quantity costs nothing. */
export type CostCurve = (quantity: Trillionths) => Trillionths;

// Products of two trillionths. Costs stay in them until they are rounded.
type SquaredTrillionths = bigint;

export function costCurve(price: Price, { multiplier, divisor }: AmountUnit): CostCurve {
  const exactCost = exactCurve(price, (amount) => toTrillionths(amount) * multiplier);
  const whole = divisor * ONE_IN_TRILLIONTHS;
  const half = whole / 2n;
  return (quantity) => (quantity <= 0n ? 0n : (exactCost(quantity) + half) / whole);
}

type ExactCurve = (quantity: Trillionths) => SquaredTrillionths;
type Scale = (amount: Decimal) => bigint;

function exactCurve(price: Price, scaled: Scale): ExactCurve {
  switch (price.kind) {
    case "unit": {
      const unitAmount = scaled(price.unitAmount);
      return (quantity) => quantity * unitAmount;
    }
    case "package": {
      const unitAmount = scaled(price.unitAmount) * ONE_IN_TRILLIONTHS;
      const size = toTrillionths(price.packageSize);
      return (quantity) => ((quantity + size - 1n) / size) * unitAmount;
    }
    case "volume":
      return alongSegments(price.tiers.map((tier) => volumeSegment(tier, scaled)));
    case "graduated":
      return alongSegments(graduatedSegments(price.tiers, scaled));
    default:
      return unreachable(price);
  }
}

/** A straight piece of the curve: what it costs at its start, and per unit from there. */
type Segment = {
  readonly upTo: Trillionths | null;
  readonly from: Trillionths;
  readonly base: SquaredTrillionths;
  readonly unitAmount: bigint;
};

function alongSegments(segments: readonly Segment[]): ExactCurve {
  return (quantity) => {
    for (const { upTo, base, from, unitAmount } of segments)
      if (upTo === null || quantity <= upTo) return base + (quantity - from) * unitAmount;
    return 0n;
  };
}

const volumeSegment = ({ maxQty, unitAmount, flatAmount }: PricingTier, scaled: Scale): Segment => ({
  upTo: edgeOf(maxQty),
  from: 0n,
  base: scaled(flatAmount) * ONE_IN_TRILLIONTHS,
  unitAmount: scaled(unitAmount),
});

function graduatedSegments(tiers: readonly PricingTier[], scaled: Scale): Segment[] {
  let from = 0n;
  let below = 0n;
  return tiers.map((tier) => {
    const ownSegment = volumeSegment(tier, scaled);
    const segment = { ...ownSegment, from, base: below + ownSegment.base };
    if (segment.upTo === null) return segment;
    below = segment.base + (segment.upTo - from) * segment.unitAmount;
    from = segment.upTo;
    return segment;
  });
}

const edgeOf = (maxQty: Decimal | null): Trillionths | null => maxQty && toTrillionths(maxQty);

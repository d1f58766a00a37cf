// From a quantity to a line, in this order: what counts of the quantity, its price tier by tier, the part of a full period
// that is billed, and one rounding at the end. Nothing before it rounds, so no order of steps can change a cent.
import { divideToMinorUnits, toMinorUnits } from "./currency";
import { DECIMAL_PLACES_MAX, type Decimal, decimal, divideHalfUp, roundHalfUp, ZERO } from "./decimal";
import { unreachable } from "./errors";
import type { InvoiceLine, TierAmount } from "./invoice";
import type { Proration } from "./period";
import type { Price, PricingTier } from "./pricing";

/** The part of an invoice line that follows from its quantity and price. */
export type RatedLine = Pick<
  InvoiceLine,
  "quantity" | "unitPrice" | "unitPriceCents" | "totalAmount" | "totalAmountCents" | "tiers"
>;

/** What a quantity costs, without any rounding. */
export type ExactCharge = {
  readonly amount: Decimal;
  /** What each tier came to, in order; null where the price has no tiers. */
  readonly tiers: readonly TierAmount[] | null;
};

/** One line: every amount in it is rounded once from its exact value. The amounts of its tiers add up to `totalAmount` exactly. */
export function rateLine(
  price: Price,
  meteredOrOrdered: Decimal,
  currency: string,
  proration: Proration | null = null,
): RatedLine {
  const quantity = billableQuantity(meteredOrOrdered);
  const { amount, tiers } = exactCharge(price, quantity);
  const share = proration ?? WHOLE;
  const totalAmount = shareOf(amount, share);
  const unitPrice = unitPriceOf(price, quantity, amount, share);
  return {
    quantity,
    unitPrice,
    unitPriceCents: toMinorUnits(unitPrice, currency),
    totalAmount,
    totalAmountCents: minorUnitsOf(amount, share, currency),
    tiers: tiers && addingUp(tiers, share),
  };
}

/** A negative quantity is billed and shown as 0. */
export const billableQuantity = (quantity: Decimal): Decimal => (quantity.isNegative() ? ZERO : quantity);

/** The exact amount of a quantity that is not negative. */
export function exactCharge(price: Price, quantity: Decimal): ExactCharge {
  switch (price.kind) {
    case "unit":
      return { amount: quantity.times(price.unitAmount), tiers: null };
    case "package":
      return { amount: wholePackages(quantity, price.packageSize).times(price.unitAmount), tiers: null };
    case "volume":
      return ofTiers(volumeTiers(price.tiers, quantity));
    case "graduated":
      return ofTiers(graduatedTiers(price.tiers, quantity));
    default:
      return unreachable(price);
  }
}

const WHOLE: Proration = { days: 1, of: 1 };

/** How many packages hold the quantity. In whole numbers: a quotient of decimals may have no end. */
function wholePackages(quantity: Decimal, packageSize: Decimal): Decimal {
  const full = quantity.dividedToIntegerBy(packageSize);
  return full.times(packageSize).lt(quantity) ? full.plus(1) : full;
}

/** The one tier that holds the whole quantity. */
function volumeTiers(tiers: readonly PricingTier[], quantity: Decimal): TierAmount[] {
  const tier = tiers.find(({ maxQty }) => maxQty === null || quantity.lte(maxQty));
  return tier && quantity.gt(0) ? [tierAmount(tier, quantity)] : [];
}

/** Every tier that the quantity reaches, each with its own part. */
function graduatedTiers(tiers: readonly PricingTier[], quantity: Decimal): TierAmount[] {
  const reached: TierAmount[] = [];
  let below = ZERO;
  for (const tier of tiers) {
    if (quantity.lte(below)) break;
    const upTo = tier.maxQty === null || quantity.lt(tier.maxQty) ? quantity : tier.maxQty;
    reached.push(tierAmount(tier, upTo.minus(below)));
    below = upTo;
  }
  return reached;
}

function tierAmount(tier: PricingTier, quantity: Decimal): TierAmount {
  return { ...tier, quantity, amount: quantity.times(tier.unitAmount).plus(tier.flatAmount) };
}

const ofTiers = (tiers: readonly TierAmount[]): ExactCharge => ({
  amount: tiers.reduce((sum, tier) => sum.plus(tier.amount), ZERO),
  tiers,
});

function unitPriceOf(price: Price, quantity: Decimal, amount: Decimal, { days, of }: Proration): Decimal {
  if (price.kind === "unit") return price.unitAmount;
  if (quantity.isZero()) return ZERO;
  return divideHalfUp(amount.times(days), quantity.times(of), DECIMAL_PLACES_MAX);
}

const shareOf = (amount: Decimal, { days, of }: Proration): Decimal =>
  days === of
    ? roundHalfUp(amount, DECIMAL_PLACES_MAX)
    : divideHalfUp(amount.times(days), decimal(of), DECIMAL_PLACES_MAX);

/** From the exact amount, not from the 12 decimals of `totalAmount`: rounding twice could turn 0.4999… into 1. */
const minorUnitsOf = (amount: Decimal, { days, of }: Proration, currency: string): bigint =>
  days === of ? toMinorUnits(amount, currency) : divideToMinorUnits(amount.times(days), decimal(of), currency);

/** Each tier's amount is the rise of the rounded running sum, so that no rounding is lost between tiers and total. */
function addingUp(tiers: readonly TierAmount[], share: Proration): TierAmount[] {
  let exact = ZERO;
  let rounded = ZERO;
  return tiers.map((tier) => {
    exact = exact.plus(tier.amount);
    const before = rounded;
    rounded = shareOf(exact, share);
    return { ...tier, amount: rounded.minus(before) };
  });
}

import type { CreditGrant } from "./credit";
import { creditsOf } from "./credit-use";
import { type Decimal, roundHalfUp, ZERO } from "./decimal";
import { type ErrorDetail, validationError } from "./errors";
import { CREDIT_GRANT_CENTS_MAX, type CreditSettings } from "./plan";

export const CREDIT_DESCRIPTION_MAX = 500;
export const GRANT_EXTERNAL_ID_MAX = 255;

/** What a grant is worth, in cents and (where credits have a rate) in credits. */
export type CreditValue = Pick<CreditGrant, "amountCents" | "creditAmount" | "creditRateCents" | "purchaseRateCents">;

/** How much a promotional grant gives: money, or credits at a rate. */
export type PromotionalAmount =
  | { readonly amountCents: bigint }
  | { readonly creditAmount: Decimal; readonly creditRateCents: Decimal };

/** The worth of a contract's own allowance. */
export function includedValue(amountCents: bigint, settings: CreditSettings | null): CreditValue {
  const rate = settings?.creditRateCents ?? null;
  return {
    amountCents,
    creditAmount: rate && creditsOf(amountCents, rate),
    creditRateCents: rate,
    purchaseRateCents: rate,
  };
}

/**
 * The worth of a promotional grant. Credits given at rate 0 cost nothing and are used first, but are worth what the contract's
 * own credits are. Throws `VALIDATION_ERROR` where that is not defined, or too much.
 */
export function promotionalValue(given: PromotionalAmount, settings: CreditSettings | null): CreditValue {
  if ("amountCents" in given)
    return { amountCents: given.amountCents, creditAmount: null, creditRateCents: null, purchaseRateCents: null };
  const { creditAmount, creditRateCents: purchaseRateCents } = given;
  const rate = purchaseRateCents.isGreaterThan(ZERO) ? purchaseRateCents : settings?.creditRateCents;
  if (!rate) throw refused("creditRateCents", "must be above 0, because the contract has no credit rate of its own");
  const product = roundHalfUp(creditAmount.times(rate), 0);
  if (product.isGreaterThan(CREDIT_GRANT_CENTS_MAX))
    throw refused("creditAmount", `must be worth at most ${CREDIT_GRANT_CENTS_MAX} cents`);
  return { amountCents: BigInt(product.toFixed()), creditAmount, creditRateCents: rate, purchaseRateCents };
}

/** The fault of a promotional grant's expiry asked for at `now`, or null. */
export const faultOfGrantExpiry = (expiresAt: Date, now: Date): ErrorDetail | null =>
  expiresAt > now ? null : { path: "expiresAt", message: "expiresAt must be in the future" };

function refused(path: string, predicate: string): Error {
  return validationError([{ path, message: `${path} ${predicate}` }]);
}

import type { Day } from "./day";
import type { Decimal } from "./decimal";
import type { CreditSettings } from "./plan";
import type { BillingInterval, PricingTier } from "./pricing";

export const CONTRACT_START_DAYS_BACK_MAX = 400;
export const CONTRACT_START_YEARS_AHEAD_MAX = 5;
export const CONTRACT_YEARS_MAX = 10;
export const OVERRIDES_MAX = 50;

/** Replaces fields which that pricing has, for one contract. */
export type PriceOverride = {
  readonly basePricingId: string;
  readonly unitAmount?: Decimal;
  readonly flatAmount?: Decimal;
  readonly pricingTiers?: readonly PricingTier[];
};

export type Metadata = { readonly [name: string]: string | number | boolean };

/** How a contract was cancelled; a second cancel answers the same. */
export type Cancellation = {
  readonly cancelledAt: Date;
  readonly effectiveDate: Day;
  readonly cancelledInvoiceCount: number;
};

/** A customer's subscription to a plan. Only its metadata can be changed; it can be cancelled once. */
export type Contract = {
  readonly id: string;
  readonly customerId: string;
  readonly planId: string;
  /** The plan's name at creation. */
  readonly name: string;
  /** Anchors the billing periods. */
  readonly startDate: Day;
  /** First day no longer covered; null is rolling. */
  readonly endDate: Day | null;
  /** Its plan's, which is fixed from the plan's first contract on. */
  readonly billingInterval: BillingInterval;
  readonly netTerms: number;
  readonly currency: string;
  readonly overrides: readonly PriceOverride[];
  readonly creditGrantCents: bigint | null;
  readonly creditSettings: CreditSettings | null;
  readonly metadata: Metadata;
  readonly cancellation: Cancellation | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

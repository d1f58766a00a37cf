import type { Decimal } from "./decimal";
import type { BillingInterval } from "./pricing";

export const NET_TERMS_DEFAULT = 30;
export const NET_TERMS_MAX = 365;
export const PLAN_ITEMS_MAX = 50;
export const ITEM_QUANTITY_MAX = 1_000_000_000;
export const CREDIT_GRANT_CENTS_MAX = 1_000_000_000_000;
export const CREDIT_DECIMAL_PLACES_MAX = 6;

export type PlanItem = { readonly pricingId: string; readonly quantity: number };

/** Minor units per credit: what a credit is worth. */
export type CreditSettings = { readonly creditRateCents: Decimal };

/** What a customer subscribes to. Fixed from its first contract on; archiving stops new contracts only. */
export type Plan = {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  /** Days between an invoice's date and its due date. */
  readonly netTerms: number;
  readonly items: readonly PlanItem[];
  /** That of its recurring items, which all share it. */
  readonly billingInterval: BillingInterval;
  /** An allowance in the minor unit, granted once per contract and not invoiced. */
  readonly creditGrantCents: bigint | null;
  readonly creditSettings: CreditSettings | null;
  readonly currency: string;
  readonly archivedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

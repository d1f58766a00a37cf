import type { Decimal } from "./decimal";
import { type ErrorDetail, type FieldFault, validationError } from "./errors";
import type { BillingInterval, Pricing } from "./pricing";

export const CURRENCY_DEFAULT = "USD";
export const NET_TERMS_DEFAULT = 30;
export const NET_TERMS_MAX = 365;
export const PLAN_NAME_MAX = 255;
export const PLAN_DESCRIPTION_MAX = 1_000;
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

/** What a caller decides of a plan. */
export type PlanFields = Pick<
  Plan,
  "name" | "description" | "netTerms" | "items" | "creditGrantCents" | "creditSettings" | "currency"
>;

/** A plan has each pricing once: its price on an invoice is one line. */
export function faultsOfRepeatedItems(items: readonly PlanItem[]): FieldFault[] {
  return items.flatMap(({ pricingId }, at) =>
    items.findIndex((item) => item.pricingId === pricingId) < at
      ? [{ path: [at, "pricingId"], message: "must not be in the plan twice" }]
      : [],
  );
}

/** The billing interval of a plan with these items, or every reason why there can be no such plan. */
export function requireBillingInterval(
  items: readonly PlanItem[],
  pricings: ReadonlyMap<string, Pricing>,
): BillingInterval {
  const faults = items.flatMap((item, at) => faultsOfItem(item, at, pricings.get(item.pricingId)));
  const intervals = items.map(({ pricingId }) => pricings.get(pricingId)?.billingInterval);
  const shared = intervals.find((interval) => interval);
  if (shared) faults.push(...intervals.flatMap((interval, at) => faultsOfInterval(interval, shared, at)));
  // An unknown pricing may have been the recurring one.
  else if (!intervals.includes(undefined))
    faults.push({ path: "items", message: "items must have a recurring pricing" });
  if (faults.length > 0 || !shared) throw validationError(faults);
  return shared;
}

function faultsOfItem({ quantity }: PlanItem, at: number, pricing: Pricing | undefined): ErrorDetail[] {
  if (!pricing) return [{ path: `items[${at}].pricingId`, message: "Pricing not found" }];
  if (pricing.model !== "USAGE" || quantity === 1) return [];
  const path = `items[${at}].quantity`;
  return [{ path, message: `${path} must be 1: a meter counts the quantity of USAGE pricing` }];
}

function faultsOfInterval(
  interval: BillingInterval | null | undefined,
  shared: BillingInterval,
  at: number,
): ErrorDetail[] {
  if (!interval || (interval.interval === shared.interval && interval.count === shared.count)) return [];
  const path = `items[${at}].pricingId`;
  const message = `${path} is billed every ${worded(interval)}, other recurring items every ${worded(shared)}: they must share one interval`;
  return [{ path, message }];
}

const worded = ({ interval, count }: BillingInterval): string =>
  `${count} ${interval.toLowerCase()}${count === 1 ? "" : "s"}`;

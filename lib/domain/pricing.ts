import type { Decimal } from "./decimal";

export const PRICING_MODELS = ["FLAT", "TIER", "USAGE"] as const;
export const BILLING_MODES = ["RECURRING", "ONE_TIME"] as const;
export const TIERINGS = ["NONE", "VOLUME", "GRADUATED", "PACKAGE"] as const;
export const PRICE_INTERVALS = ["WEEK", "MONTH", "YEAR"] as const;
export const PRICE_INTERVAL_COUNT_MAX = 12;
export const PRICING_NAME_MAX = 255;
export const PRICING_DESCRIPTION_MAX = 1_000;
export const PRODUCT_NAME_MAX = 255;
export const PRICING_TIERS_MAX = 50;

export type PricingModel = (typeof PRICING_MODELS)[number];
export type BillingMode = (typeof BILLING_MODES)[number];
export type Tiering = (typeof TIERINGS)[number];
export type PriceInterval = (typeof PRICE_INTERVALS)[number];

/** How often something is billed: every `count` weeks, months or years. */
export type BillingInterval = { readonly interval: PriceInterval; readonly count: number };

/** Covers the quantities above the tier before, up to and including `maxQty`; the last tier is open. Amounts in major units. */
export type PricingTier = {
  readonly minQty: Decimal;
  readonly maxQty: Decimal | null;
  readonly unitAmount: Decimal;
  readonly flatAmount: Decimal;
};

/** How a quantity becomes an amount. Amounts in major units of the plan's currency. */
export type Price =
  | { readonly kind: "unit"; readonly unitAmount: Decimal }
  | { readonly kind: "volume"; readonly tiers: readonly PricingTier[] }
  | { readonly kind: "graduated"; readonly tiers: readonly PricingTier[] }
  | { readonly kind: "package"; readonly unitAmount: Decimal; readonly packageSize: Decimal };

/** What is multiplied: the plan item's quantity, or the value of a meter, then with a fixed fee a period when `flatAmount` is set. */
export type PricedQuantity =
  | { readonly model: "FLAT" | "TIER" }
  | { readonly model: "USAGE"; readonly meterId: string; readonly flatAmount: Decimal | null };

/** What is sold: a name that pricings share. */
export type Product = {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly createdAt: Date;
};

/** A price of a product. It never changes. */
export type Pricing = PricedQuantity & {
  readonly id: string;
  readonly productId: string;
  readonly productName: string;
  readonly name: string;
  readonly description: string | null;
  /** Null is `ONE_TIME`. */
  readonly billingInterval: BillingInterval | null;
  readonly price: Price;
  readonly createdAt: Date;
};

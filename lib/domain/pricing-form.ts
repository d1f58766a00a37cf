// Which fields a pricing is written with. The form depends on `model` and `tiering`; everything else about it follows from
// one table, so that what is accepted, stored and answered cannot differ.
import type { Decimal } from "./decimal";
import { type FieldFault, invariant } from "./errors";
import type { Price, PricedQuantity, Pricing, PricingModel, PricingTier, Tiering } from "./pricing";

const AMOUNT_FIELDS = ["unitAmount", "pricingTiers", "packageSize", "flatAmount"] as const;
type AmountField = (typeof AMOUNT_FIELDS)[number];
type Presence = "required" | "refused" | "optional";

type Form = { readonly model: PricingModel; readonly tiering: Tiering } & Readonly<Record<AmountField, Presence>>;

const ofUnits = { unitAmount: "required", pricingTiers: "refused", packageSize: "refused" } as const;
const ofTiers = { unitAmount: "refused", pricingTiers: "required", packageSize: "refused" } as const;
const ofPackages = { unitAmount: "required", pricingTiers: "refused", packageSize: "required" } as const;

/** Every form there is. */
export const PRICING_FORMS: readonly Form[] = [
  { model: "FLAT", tiering: "NONE", ...ofUnits, flatAmount: "refused" },
  { model: "TIER", tiering: "VOLUME", ...ofTiers, flatAmount: "refused" },
  { model: "TIER", tiering: "GRADUATED", ...ofTiers, flatAmount: "refused" },
  { model: "USAGE", tiering: "NONE", ...ofUnits, flatAmount: "optional" },
  { model: "USAGE", tiering: "VOLUME", ...ofTiers, flatAmount: "optional" },
  { model: "USAGE", tiering: "GRADUATED", ...ofTiers, flatAmount: "optional" },
  { model: "USAGE", tiering: "PACKAGE", ...ofPackages, flatAmount: "optional" },
];

type Given = Readonly<Record<string, unknown>>;

/** Every fault between the fields of a new pricing. A field that holds no value it could hold has a fault of its own, and none here. */
export function faultsOfPricing(given: Given): FieldFault[] {
  return [...faultsOfProduct(given), ...faultsOfForm(given), ...faultsOfMeter(given), ...faultsOfBilling(given)];
}

function faultsOfProduct(given: Given): FieldFault[] {
  const { productId, productName, productDescription } = given;
  const faults: FieldFault[] = [];
  if (productId === undefined && productName === undefined)
    faults.push({ path: ["productId"], message: "or productName is required" });
  if (productId !== undefined && productName !== undefined)
    faults.push({ path: ["productName"], message: "cannot be combined with productId" });
  if (productDescription !== undefined && productName === undefined)
    faults.push({ path: ["productDescription"], message: "is allowed with productName only" });
  return faults;
}

function faultsOfForm(given: Given): FieldFault[] {
  const { model, tiering = "NONE" } = given;
  const ofModel = PRICING_FORMS.filter((form) => form.model === model);
  const isTiering = PRICING_FORMS.some((form) => form.tiering === tiering);
  if (ofModel.length === 0 || !isTiering) return [];
  const form = ofModel.find((one) => one.tiering === tiering);
  if (!form) {
    const allowed = ofModel.map((one) => one.tiering).join(" or ");
    return [{ path: ["tiering"], message: `must be ${allowed} with model ${String(model)}` }];
  }
  const words = `with model ${form.model} and tiering ${form.tiering}`;
  return AMOUNT_FIELDS.flatMap((field) => faultsOfPresence(given, field, form[field], words));
}

function faultsOfMeter(given: Given): FieldFault[] {
  const { model } = given;
  const known = PRICING_FORMS.find((form) => form.model === model)?.model;
  if (!known) return [];
  return faultsOfPresence(given, "meterId", known === "USAGE" ? "required" : "refused", `with model ${known}`);
}

function faultsOfBilling(given: Given): FieldFault[] {
  const { billingMode, model } = given;
  if (billingMode === "RECURRING")
    return faultsOfPresence(given, "priceInterval", "required", "with billingMode RECURRING");
  if (billingMode !== "ONE_TIME") return [];
  const words = "with billingMode ONE_TIME";
  return [
    ...(model === "USAGE" ? [{ path: ["billingMode"], message: "must be RECURRING with model USAGE" }] : []),
    ...faultsOfPresence(given, "priceInterval", "refused", words),
    ...faultsOfPresence(given, "priceIntervalCount", "refused", words),
  ];
}

function faultsOfPresence(given: Given, field: string, presence: Presence, words: string): FieldFault[] {
  const isGiven = given[field] !== undefined;
  if (presence === "required" && !isGiven) return [{ path: [field], message: `is required ${words}` }];
  if (presence === "refused" && isGiven) return [{ path: [field], message: `is not allowed ${words}` }];
  return [];
}

/** What a pricing's price is written with; null where its form has no such field. */
export type PriceFields = {
  readonly model: PricingModel;
  readonly tiering: Tiering;
  readonly unitAmount: Decimal | null;
  readonly flatAmount: Decimal | null;
  readonly packageSize: Decimal | null;
  readonly pricingTiers: readonly PricingTier[] | null;
  readonly meterId: string | null;
};

/** The price in these fields, whose form was checked before. */
export function pricedFrom(fields: PriceFields): PricedQuantity & { readonly price: Price } {
  const { model, meterId, flatAmount } = fields;
  const price = priceFrom(fields);
  if (model !== "USAGE") return { model, price };
  invariant(meterId !== null, "a metered pricing has a meter");
  return { model, meterId, flatAmount, price };
}

function priceFrom({ tiering, unitAmount, packageSize, pricingTiers: tiers }: PriceFields): Price {
  if (tiering === "VOLUME" || tiering === "GRADUATED") {
    invariant(tiers !== null, "a tiered pricing has tiers");
    return { kind: tiering === "VOLUME" ? "volume" : "graduated", tiers };
  }
  invariant(unitAmount !== null, "a pricing without tiers has a unit amount");
  if (tiering === "NONE") return { kind: "unit", unitAmount };
  invariant(packageSize !== null, "a pricing of packages has their size");
  return { kind: "package", unitAmount, packageSize };
}

/** The fields that `pricedFrom` reads this pricing from. */
export function priceFieldsOf(pricing: Pricing): PriceFields {
  const { model, price } = pricing;
  return {
    model,
    tiering: TIERING_OF[price.kind],
    unitAmount: "unitAmount" in price ? price.unitAmount : null,
    flatAmount: pricing.model === "USAGE" ? pricing.flatAmount : null,
    packageSize: price.kind === "package" ? price.packageSize : null,
    pricingTiers: "tiers" in price ? price.tiers : null,
    meterId: pricing.model === "USAGE" ? pricing.meterId : null,
  };
}

const TIERING_OF = { unit: "NONE", volume: "VOLUME", graduated: "GRADUATED", package: "PACKAGE" } as const;

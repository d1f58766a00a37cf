// What the form about a price accepts, in the words of a form. The server checks everything again.
import { z } from "zod";
import { formTree } from "@/components/ui/form-tree";
import {
  optionalText,
  requiredDecimal,
  requiredText,
  typedDecimal,
  typedText,
  typedWhole,
  wholeBetween,
} from "@/components/ui/typed-values";
import type { CreatePricingBody } from "@/lib/api/schemas/pricing";
import { decimal, decimalText } from "@/lib/domain/decimal";
import {
  BILLING_MODES,
  PRICE_INTERVAL_COUNT_MAX,
  PRICE_INTERVALS,
  PRICING_DESCRIPTION_MAX,
  PRICING_MODELS,
  PRICING_NAME_MAX,
  PRODUCT_NAME_MAX,
  type PricingModel,
  type Tiering,
} from "@/lib/domain/pricing";
import { PRICING_FORMS } from "@/lib/domain/pricing-form";
import { tieringsOf } from "./price-words";

const text = z.string().trim().default("");

const raw = z.object({
  name: text,
  description: text,
  /** Empty: a new product. */
  productId: text,
  productName: text,
  model: z.enum(PRICING_MODELS).catch("USAGE"),
  tiering: text,
  billingMode: z.enum(BILLING_MODES).catch("RECURRING"),
  priceInterval: z.enum(PRICE_INTERVALS).catch("MONTH"),
  priceIntervalCount: text,
  unitAmount: text,
  packageSize: text,
  flatAmount: text,
  meterId: text,
  pricingTiers: z.record(z.string(), z.object({ maxQty: text, unitAmount: text, flatAmount: text })).default({}),
});

type Raw = z.output<typeof raw>;

/** A tier as it stands in the form; where it begins follows from the one before. */
export type DraftTier = {
  /** Of its row. */
  number: string;
  /** Null while the tier before has no end. */
  minQty: string | null;
  /** Null: open, because it is the last. */
  maxQty: string | null;
  unitAmount: string;
  flatAmount: string;
};

export type PriceDraft = Omit<Raw, "tiering" | "pricingTiers"> & {
  tiering: Tiering;
  tiers: DraftTier[];
  /** Which amounts this kind of price has. */
  asks: { unitAmount: boolean; tiers: boolean; packageSize: boolean; flatAmount: boolean };
};

/** What the form says so far, without what its kind of price has no use for. */
export function priceDraftOf(values: Readonly<Record<string, unknown>>): PriceDraft {
  return draftOf(formTree.pipe(raw).parse(values));
}

function draftOf({ tiering: typed, pricingTiers, ...rest }: Raw): PriceDraft {
  const tiering = tieringOf(rest.model, typed);
  const form = PRICING_FORMS.find((each) => each.model === rest.model && each.tiering === tiering);
  return {
    ...rest,
    // What a meter counts is billed again and again.
    billingMode: rest.model === "USAGE" ? "RECURRING" : rest.billingMode,
    tiering,
    tiers: tiersOf(pricingTiers),
    asks: {
      unitAmount: form?.unitAmount === "required",
      tiers: form?.pricingTiers === "required",
      packageSize: form?.packageSize === "required",
      flatAmount: form?.flatAmount === "optional",
    },
  };
}

function tieringOf(model: PricingModel, typed: string): Tiering {
  const [usual = "NONE", ...others] = tieringsOf(model);
  return others.find((tiering) => tiering === typed) ?? usual;
}

function tiersOf(rows: Raw["pricingTiers"]): DraftTier[] {
  const entries = Object.entries(rows);
  let begins: string | null = "1";
  return entries.map(([number, row], at) => {
    const tier = { number, ...row, minQty: begins, maxQty: at === entries.length - 1 ? null : row.maxQty };
    begins = WHOLE.test(row.maxQty) ? decimalText(decimal(row.maxQty).plus(1)) : null;
    return tier;
  });
}

const WHOLE = /^(0|[1-9][0-9]{0,11})$/;

type Fault = { path: string[]; message: string };

function faultsOf(draft: PriceDraft): Fault[] {
  const { asks } = draft;
  const amount = requiredDecimal("Enter an amount.");
  return [
    ...faultAt(["name"], requiredText(PRICING_NAME_MAX, "Enter a name."), draft.name),
    ...faultAt(["description"], typedText(PRICING_DESCRIPTION_MAX), draft.description),
    ...(draft.productId === ""
      ? faultAt(["productName"], requiredText(PRODUCT_NAME_MAX, "Enter the product’s name."), draft.productName)
      : []),
    ...(draft.model === "USAGE" && draft.meterId === "" ? [{ path: ["meterId"], message: "Choose a meter." }] : []),
    ...(asks.unitAmount ? faultAt(["unitAmount"], amount, draft.unitAmount) : []),
    ...(asks.packageSize ? faultAt(["packageSize"], packageSize, draft.packageSize) : []),
    ...(asks.tiers ? draft.tiers.flatMap(faultsOfTier) : []),
    ...(asks.flatAmount ? faultAt(["flatAmount"], typedDecimal, draft.flatAmount) : []),
    ...(draft.billingMode === "RECURRING"
      ? faultAt(["priceIntervalCount"], wholeBetween(1, PRICE_INTERVAL_COUNT_MAX), draft.priceIntervalCount)
      : []),
  ];
}

const packageSize = requiredDecimal("Enter how many units a package holds.").refine(
  (size) => !/^[0.]*$/.test(size),
  "A package holds more than 0 units.",
);

function faultsOfTier({ number, minQty, maxQty, unitAmount, flatAmount }: DraftTier): Fault[] {
  const path = (field: string) => ["pricingTiers", number, field];
  return [
    ...(maxQty === null ? [] : faultAt(path("maxQty"), endOfTier(minQty), maxQty)),
    ...faultAt(path("unitAmount"), requiredDecimal("Enter an amount."), unitAmount),
    ...faultAt(path("flatAmount"), typedDecimal, flatAmount),
  ];
}

const endOfTier = (minQty: string | null) =>
  typedWhole
    .refine((end) => end !== "", "Enter where this tier ends.")
    .refine((end) => minQty === null || !WHOLE.test(end) || decimal(end).gte(minQty), {
      message: `Enter at least ${minQty}, where this tier begins.`,
    });

function faultAt(path: string[], schema: z.ZodType, value: string): Fault[] {
  const message = schema.safeParse(value).error?.issues[0]?.message;
  return message === undefined ? [] : [{ path, message }];
}

/** Nothing when the kind of price has no such field, or it was left empty. */
const givenWhen = (asked: boolean, value: string): string | undefined => (asked && value !== "" ? value : undefined);

function bodyOf(draft: PriceDraft): CreatePricingBody {
  const { asks, billingMode } = draft;
  const isRecurring = billingMode === "RECURRING";
  return {
    name: draft.name,
    description: optionalText(PRICING_DESCRIPTION_MAX).parse(draft.description) ?? undefined,
    productId: draft.productId || undefined,
    productName: draft.productId === "" ? draft.productName : undefined,
    model: draft.model,
    tiering: draft.tiering,
    billingMode,
    priceInterval: isRecurring ? draft.priceInterval : undefined,
    priceIntervalCount: isRecurring ? Number(draft.priceIntervalCount) : undefined,
    unitAmount: givenWhen(asks.unitAmount, draft.unitAmount),
    packageSize: givenWhen(asks.packageSize, draft.packageSize),
    flatAmount: givenWhen(asks.flatAmount, draft.flatAmount),
    pricingTiers: asks.tiers ? draft.tiers.map(tierBodyOf) : undefined,
    meterId: draft.model === "USAGE" ? draft.meterId : undefined,
  };
}

const tierBodyOf = ({ minQty, maxQty, unitAmount, flatAmount }: DraftTier) => ({
  minQty: minQty ?? "",
  maxQty,
  unitAmount,
  flatAmount: flatAmount || "0",
});

export const priceForm = formTree.pipe(raw).transform((values, context): CreatePricingBody => {
  const draft = draftOf(values);
  const faults = faultsOf(draft);
  for (const { path, message } of faults) context.issues.push({ code: "custom", path, message, input: values });
  return faults.length > 0 ? z.NEVER : bodyOf(draft);
});

import { z } from "zod";
import { decimal, decimalText as textOf } from "@/lib/domain/decimal";
import {
  BILLING_MODES,
  PRICE_INTERVAL_COUNT_MAX,
  PRICE_INTERVALS,
  PRICING_DESCRIPTION_MAX,
  PRICING_MODELS,
  PRICING_NAME_MAX,
  PRICING_TIERS_MAX,
  PRODUCT_NAME_MAX,
  type Pricing,
  TIERINGS,
} from "@/lib/domain/pricing";
import { faultsOfPricing, priceFieldsOf } from "@/lib/domain/pricing-form";
import { faultsOfTierOrder, tierTextsOf } from "@/lib/domain/pricing-tiers";
import { acrossFields, decimalString, decimalText, instant, integer, text, uuid } from "./fields";
import { cursorWithoutOffset, oneOf, pageOf, pagingParameters } from "./paging";

const WHOLE_NUMBER = /^(0|[1-9][0-9]{0,11})$/;

const wholeQuantity = z
  .string()
  .regex(WHOLE_NUMBER, "must be a whole number as a string, with at most 12 digits")
  .transform((written) => decimal(written))
  .meta({ pattern: WHOLE_NUMBER.source, examples: ["1"] });

const pricingTier = z.strictObject({
  minQty: wholeQuantity,
  maxQty: wholeQuantity
    .nullable()
    .optional()
    .transform((maxQty) => maxQty ?? null)
    .meta({ description: "Inclusive. Null or absent: open." }),
  unitAmount: decimalString,
  flatAmount: decimalString
    .optional()
    .transform((flatAmount) => flatAmount ?? decimal(0))
    .meta({ description: "Added once when the tier is reached.", examples: ["0"] }),
});

/** Tiers that hold every quantity once. */
export const pricingTiers = z
  .array(pricingTier)
  .min(1, "must have at least one tier")
  .max(PRICING_TIERS_MAX, `must have at most ${PRICING_TIERS_MAX} tiers`)
  .superRefine(
    (tiers, context) => {
      for (const { path, message } of faultsOfTierOrder(tiers))
        context.addIssue({ code: "custom", path: [...path], message, input: tiers });
    },
    // A tier with a fault is left as it was sent: its edges may be no decimals.
    { when: ({ issues }) => issues.length === 0 },
  );

export const createPricingBody = acrossFields(
  z.strictObject({
    name: text({ min: 1, max: PRICING_NAME_MAX }),
    description: text({ max: PRICING_DESCRIPTION_MAX }).optional(),
    productId: uuid.optional(),
    productName: text({ min: 1, max: PRODUCT_NAME_MAX }).optional(),
    productDescription: text({ max: PRICING_DESCRIPTION_MAX }).optional(),
    model: z.enum(PRICING_MODELS),
    billingMode: z.enum(BILLING_MODES),
    priceInterval: z.enum(PRICE_INTERVALS).optional(),
    priceIntervalCount: integer(1, PRICE_INTERVAL_COUNT_MAX).optional(),
    tiering: z.enum(TIERINGS).default("NONE"),
    unitAmount: decimalString.optional(),
    flatAmount: decimalString.optional(),
    packageSize: decimalString.refine((size) => size.gt(0), { message: "must be more than 0" }).optional(),
    pricingTiers: pricingTiers.optional(),
    meterId: uuid.optional(),
  }),
  faultsOfPricing,
).meta({
  examples: [
    {
      name: "API calls",
      productName: "API",
      model: "USAGE",
      billingMode: "RECURRING",
      priceInterval: "MONTH",
      tiering: "GRADUATED",
      meterId: "1d3a6f0e-5b7c-4e21-8d94-2f6b8c0a7e35",
      pricingTiers: [
        { minQty: "1", maxQty: "100", unitAmount: "0.1" },
        { minQty: "101", unitAmount: "0.08", flatAmount: "5" },
      ],
    },
  ],
});

export const listPricingQuery = z
  .strictObject({ productId: uuid.optional(), meterId: uuid.optional(), ...pagingParameters(50) })
  .refine(cursorWithoutOffset.check, cursorWithoutOffset.fault);

export const pricingTiersJson = z.array(
  z.strictObject({
    unitAmount: decimalText,
    minQty: decimalText,
    maxQty: decimalText.nullable(),
    flatAmount: decimalText,
  }),
);

export const pricingJson = z
  .strictObject({
    id: uuid,
    productId: uuid,
    productName: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    model: z.enum(PRICING_MODELS),
    billingMode: z.enum(BILLING_MODES),
    tiering: z.enum(TIERINGS),
    unitAmount: decimalText.nullable(),
    flatAmount: decimalText.nullable(),
    packageSize: decimalText.nullable(),
    priceInterval: z.enum(PRICE_INTERVALS).nullable(),
    priceIntervalCount: z.int().nullable(),
    meterId: uuid.nullable(),
    pricingTiers: pricingTiersJson.nullable(),
    createdAt: instant,
  })
  .meta({
    id: "Pricing",
    examples: [
      {
        id: "3e77c1d2-9a40-4b8f-a6e5-1c2d3f4a5b60",
        productId: "a0c4b5d6-7e8f-4a1b-9c2d-3e4f5a6b7c80",
        productName: "API",
        name: "API calls",
        description: null,
        model: "USAGE",
        billingMode: "RECURRING",
        tiering: "GRADUATED",
        unitAmount: null,
        flatAmount: null,
        packageSize: null,
        priceInterval: "MONTH",
        priceIntervalCount: 1,
        meterId: "1d3a6f0e-5b7c-4e21-8d94-2f6b8c0a7e35",
        pricingTiers: [
          { unitAmount: "0.1", minQty: "1", maxQty: "100", flatAmount: "0" },
          { unitAmount: "0.08", minQty: "101", maxQty: null, flatAmount: "5" },
        ],
        createdAt: "2026-02-27T10:00:00.000Z",
      },
    ],
  });

export const pricingAnswer = oneOf(pricingJson);
export const pricingPage = pageOf(pricingJson);

export type PricingJson = z.output<typeof pricingJson>;
export type CreatePricingBody = z.input<typeof createPricingBody>;

export function pricingJsonOf(pricing: Pricing): PricingJson {
  const { unitAmount, flatAmount, packageSize, pricingTiers: tiers, ...form } = priceFieldsOf(pricing);
  return {
    id: pricing.id,
    productId: pricing.productId,
    productName: pricing.productName,
    name: pricing.name,
    description: pricing.description,
    ...form,
    billingMode: pricing.billingInterval ? "RECURRING" : "ONE_TIME",
    unitAmount: unitAmount && textOf(unitAmount),
    flatAmount: flatAmount && textOf(flatAmount),
    packageSize: packageSize && textOf(packageSize),
    priceInterval: pricing.billingInterval?.interval ?? null,
    priceIntervalCount: pricing.billingInterval?.count ?? null,
    pricingTiers: tiers && tierTextsOf(tiers),
    createdAt: pricing.createdAt.toISOString(),
  };
}

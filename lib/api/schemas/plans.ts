import { z } from "zod";
import { isCurrencyCode } from "@/lib/domain/currency";
import { ExactNumber } from "@/lib/domain/exact-number";
import {
  faultsOfRepeatedItems,
  ITEM_QUANTITY_MAX,
  NET_TERMS_DEFAULT,
  NET_TERMS_MAX,
  PLAN_DESCRIPTION_MAX,
  PLAN_ITEMS_MAX,
  PLAN_NAME_MAX,
  type Plan,
} from "@/lib/domain/plan";
import { PRICE_INTERVALS } from "@/lib/domain/pricing";
import { creditSettings, creditSettingsJson, grantCents } from "./credit-amounts";
import { exactNumber, instant, integer, text, uuid } from "./fields";
import { cursorWithoutOffset, oneOf, pageOf, pagingParameters } from "./paging";

/** Days between an invoice's date and its due date. */
export const netTerms = integer(0, NET_TERMS_MAX);

const planItem = z.strictObject({
  pricingId: uuid,
  quantity: integer(1, ITEM_QUANTITY_MAX)
    .default(1)
    .meta({ description: "With `USAGE` pricing only 1: its meter counts the quantity." }),
});

const items = z
  .array(planItem)
  .min(1, "must have at least one item")
  .max(PLAN_ITEMS_MAX, `must have at most ${PLAN_ITEMS_MAX} items`)
  .superRefine((list, context) => {
    for (const { path, message } of faultsOfRepeatedItems(list))
      context.addIssue({ code: "custom", path: [...path], message, input: list });
  });

const currency = z
  .string()
  .refine(isCurrencyCode, { message: "must be the ISO 4217 code of a currency with a minor unit, like USD" });

const fields = {
  description: text({ max: PLAN_DESCRIPTION_MAX }).nullable().optional(),
  netTerms: netTerms.optional().meta({ description: `Days until an invoice is due; ${NET_TERMS_DEFAULT} by default.` }),
  creditGrantCents: grantCents
    .nullable()
    .optional()
    .meta({ description: "An allowance in the minor unit, granted once per contract and not invoiced." }),
  creditSettings: creditSettings.nullable().optional().meta({ description: "What a credit is worth, in cents." }),
  currency: currency.optional().meta({ description: "`USD` by default.", examples: ["USD"] }),
};

const name = text({ min: 1, max: PLAN_NAME_MAX });
const PRICING_ID = "3e77c1d2-9a40-4b8f-a6e5-1c2d3f4a5b60";

export const createPlanBody = z
  .strictObject({ name, items, ...fields })
  .meta({ examples: [{ name: "Pro", items: [{ pricingId: PRICING_ID }], creditGrantCents: 5000 }] });

export const changePlanBody = z
  .strictObject({ name: name.optional(), items: items.optional(), ...fields })
  .refine((body) => Object.keys(body).length > 0, { message: "must have at least one field" })
  .meta({ examples: [{ name: "Pro 2026", netTerms: 14 }] });

export const PLAN_STATUSES = ["active", "archived"] as const;

export const listPlansQuery = z
  .strictObject({ status: z.enum([...PLAN_STATUSES, "all"]).default("active"), ...pagingParameters(50) })
  .refine(cursorWithoutOffset.check, cursorWithoutOffset.fault);

export const planJson = z
  .strictObject({
    id: uuid,
    name: z.string(),
    description: z.string().nullable(),
    status: z.enum(PLAN_STATUSES),
    netTerms: z.int(),
    items: z.array(z.strictObject({ pricingId: uuid, quantity: z.int() })),
    billingInterval: z.strictObject({ interval: z.enum(PRICE_INTERVALS), count: z.int() }),
    creditGrantCents: exactNumber.nullable(),
    creditSettings: creditSettingsJson.nullable(),
    currency: z.string(),
    archivedAt: instant.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({
    id: "Plan",
    examples: [
      {
        id: "c9b2e8f7-6d5c-4b3a-8190-7f6e5d4c3b2a",
        name: "Pro",
        description: null,
        status: "active",
        netTerms: 30,
        items: [{ pricingId: PRICING_ID, quantity: 1 }],
        billingInterval: { interval: "MONTH", count: 1 },
        creditGrantCents: 5000,
        creditSettings: null,
        currency: "USD",
        archivedAt: null,
        createdAt: "2026-02-27T10:00:00.000Z",
        updatedAt: "2026-02-27T10:00:00.000Z",
      },
    ],
  });

export const planAnswer = oneOf(planJson);
export const planPage = pageOf(planJson);

export type PlanJson = z.output<typeof planJson>;
export type CreatePlanBody = z.input<typeof createPlanBody>;
export type ChangePlanBody = z.input<typeof changePlanBody>;

export function planJsonOf(plan: Plan): z.input<typeof planJson> {
  return {
    id: plan.id,
    name: plan.name,
    description: plan.description,
    status: plan.archivedAt === null ? "active" : "archived",
    netTerms: plan.netTerms,
    items: plan.items.map(({ pricingId, quantity }) => ({ pricingId, quantity })),
    billingInterval: { interval: plan.billingInterval.interval, count: plan.billingInterval.count },
    creditGrantCents: plan.creditGrantCents === null ? null : new ExactNumber(plan.creditGrantCents),
    creditSettings: plan.creditSettings && { creditRateCents: new ExactNumber(plan.creditSettings.creditRateCents) },
    currency: plan.currency,
    archivedAt: plan.archivedAt?.toISOString() ?? null,
    createdAt: plan.createdAt.toISOString(),
    updatedAt: plan.updatedAt.toISOString(),
  };
}

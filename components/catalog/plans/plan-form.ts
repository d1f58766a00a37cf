// What the forms about a plan accept, in the words of a form. The server checks everything again.
import { z } from "zod";
import { formTree } from "@/components/ui/form-tree";
import { optionalText, requiredText, typedDecimal, wholeBetween } from "@/components/ui/typed-values";
import type { CreatePlanBody } from "@/lib/api/schemas/plans";
import type { PricingJson } from "@/lib/api/schemas/pricing";
import { isCurrencyCode, minorUnitExponent } from "@/lib/domain/currency";
import { decimal } from "@/lib/domain/decimal";
import {
  CREDIT_DECIMAL_PLACES_MAX,
  CREDIT_GRANT_CENTS_MAX,
  CURRENCY_DEFAULT,
  ITEM_QUANTITY_MAX,
  NET_TERMS_MAX,
  PLAN_DESCRIPTION_MAX,
  PLAN_NAME_MAX,
} from "@/lib/domain/plan";
import { centsOfAmount } from "@/lib/money-format";
import { everyWords } from "../prices/price-words";

export type Pricings = ReadonlyMap<string, PricingJson>;

const details = z
  .object({
    name: requiredText(PLAN_NAME_MAX, "Enter a name."),
    description: optionalText(PLAN_DESCRIPTION_MAX),
    currency: z.string().refine(isCurrencyCode, "Choose a currency."),
    netTerms: wholeBetween(0, NET_TERMS_MAX),
    creditGrant: typedDecimal,
    creditRate: typedDecimal,
  })
  .superRefine(checkCredit, { when: () => true });

type Credit = { creditGrant: string; creditRate: string; currency: string };
type DetailsBody = Omit<CreatePlanBody, "items">;

/** Beside other faults, so that all of them are told at once. */
function checkCredit({ creditGrant, creditRate, currency }: Credit, context: z.core.$RefinementCtx<unknown>): void {
  if (!isCurrencyCode(currency)) return;
  const credit = { creditGrant, creditRate, currency };
  for (const [field, value] of [
    ["creditGrant", typedDecimal.safeParse(creditGrant).success ? grantOf(credit) : null],
    ["creditRate", typedDecimal.safeParse(creditRate).success ? rateOf(credit) : null],
  ] as const) {
    if (typeof value === "string") context.addIssue({ code: "custom", path: [field], message: value, input: value });
  }
}

const detailsBody = details.transform(({ creditGrant, creditRate, ...rest }): DetailsBody => {
  const grant = grantOf({ creditGrant, creditRate, currency: rest.currency });
  const rate = rateOf({ creditGrant, creditRate, currency: rest.currency });
  return {
    ...rest,
    creditGrantCents: typeof grant === "number" ? grant : null,
    creditSettings: typeof rate === "number" ? { creditRateCents: rate } : null,
  };
});

/** The minor units, or what is wrong with the amount. */
function grantOf({ creditGrant, currency }: Credit): number | string | null {
  if (creditGrant === "") return null;
  const cents = centsOfAmount(creditGrant, currency);
  if (cents === null) return `${currency} has ${minorUnitExponent(currency)} digits after the point.`;
  return cents > BigInt(CREDIT_GRANT_CENTS_MAX) ? "This is more than can be granted." : Number(cents);
}

/** The minor units that a credit is worth, or what is wrong with the amount. */
function rateOf({ creditRate, currency }: Credit): number | string | null {
  if (creditRate === "") return null;
  const cents = decimal(creditRate).shiftedBy(minorUnitExponent(currency));
  if (cents.isZero()) return "A credit is worth more than 0.";
  if ((cents.decimalPlaces() ?? 0) > CREDIT_DECIMAL_PLACES_MAX) {
    return `Use at most ${CREDIT_DECIMAL_PLACES_MAX + minorUnitExponent(currency)} digits after the point.`;
  }
  return cents.toNumber();
}

const itemRow = z.object({ pricingId: z.string().default(""), quantity: z.string().trim().default("1") });
const itemRows = z.record(z.string(), itemRow).default({});
type ItemRows = z.output<typeof itemRows>;

/** The items of a plan, which fit together only as all of these prices allow. */
const itemsOf = (pricings: Pricings) =>
  itemRows.transform((rows, context): CreatePlanBody["items"] => {
    const faults = faultsOfItems(rows, pricings);
    for (const { path, message } of faults) context.issues.push({ code: "custom", path, message, input: rows });
    if (faults.length > 0) return z.NEVER;
    return Object.values(rows).map((row) => ({ pricingId: row.pricingId, quantity: quantityOf(row, pricings) }));
  });

/** A meter counts the quantity of usage. */
const quantityOf = ({ pricingId, quantity }: ItemRows[string], pricings: Pricings): number =>
  pricings.get(pricingId)?.model === "USAGE" ? 1 : Number(quantity);

type Fault = { path: string[]; message: string };

function faultsOfItems(rows: ItemRows, pricings: Pricings): Fault[] {
  const entries = Object.entries(rows);
  const recurring = entries.flatMap(([, { pricingId }]) => billedEvery(pricings.get(pricingId)) ?? []);
  const faults = entries.flatMap(([number, row], at) => {
    const pricing = pricings.get(row.pricingId);
    const fault = (field: string, message: string): Fault[] => [{ path: [number, field], message }];
    if (!pricing) return fault("pricingId", "Choose a price.");
    if (entries.findIndex(([, { pricingId }]) => pricingId === row.pricingId) < at)
      return fault("pricingId", "This price is in the plan already.");
    const every = billedEvery(pricing);
    if (every && every !== recurring[0])
      return fault(
        "pricingId",
        `${every}, but the first recurring price ${recurring[0]?.toLowerCase()}. All must share one interval.`,
      );
    if (pricing.model === "USAGE") return [];
    const quantity = wholeBetween(1, ITEM_QUANTITY_MAX).safeParse(row.quantity).error?.issues[0];
    return quantity ? fault("quantity", quantity.message) : [];
  });
  const [first] = entries;
  if (faults.length === 0 && recurring.length === 0 && first)
    return [{ path: [first[0], "pricingId"], message: "At least one price of a plan is recurring." }];
  return faults;
}

function billedEvery(pricing: PricingJson | undefined): string | null {
  if (!pricing?.priceInterval) return null;
  return everyWords({ interval: pricing.priceInterval, count: pricing.priceIntervalCount ?? 1 });
}

export const planDetailsForm = formTree.pipe(detailsBody);

export const planItemsForm = (pricings: Pricings) => formTree.pipe(z.object({ items: itemsOf(pricings) }));

/** Both parts, with the faults of both at once. */
export const planForm = (pricings: Pricings) =>
  formTree.transform((tree, context): CreatePlanBody => {
    const about = detailsBody.safeParse(tree);
    const items = z.object({ items: itemsOf(pricings) }).safeParse(tree);
    for (const { path, message } of [...(about.error?.issues ?? []), ...(items.error?.issues ?? [])])
      context.issues.push({ code: "custom", path, message, input: tree });
    return about.success && items.success ? { ...about.data, ...items.data } : z.NEVER;
  });

const someText = z.string().trim().catch("");

const draft = z.object({
  currency: z.string().refine(isCurrencyCode).catch(CURRENCY_DEFAULT),
  netTerms: someText,
  creditGrant: someText,
  creditRate: someText,
  items: itemRows.catch({}),
});

export type PlanDraft = Omit<z.output<typeof draft>, "items"> & {
  items: readonly { pricing: PricingJson; quantity: string }[];
};

/** What the form says so far; items without a price yet are left out. */
export function planDraftOf(values: Readonly<Record<string, unknown>>, pricings: Pricings): PlanDraft {
  const { items, ...rest } = formTree.pipe(draft).parse(values);
  const chosen = Object.values(items).flatMap(({ pricingId, quantity }) => {
    const pricing = pricings.get(pricingId);
    return pricing ? [{ pricing, quantity }] : [];
  });
  return { ...rest, items: chosen };
}

// What the form that creates a contract accepts, in the words of a form. The server checks everything again.
import { z } from "zod";
import { formTree } from "@/components/ui/form-tree";
import { wholeBetween } from "@/components/ui/typed-values";
import type { CreateContractBody } from "@/lib/api/schemas/contracts";
import type { ContractPlan } from "@/lib/client/contract-plan";
import { faultsOfContractDates } from "@/lib/domain/contract";
import { type Day, dayOf } from "@/lib/domain/day";
import { NET_TERMS_MAX } from "@/lib/domain/plan";
import { typedCents, typedCreditNumber } from "../credits/grant-form";
import { metadataRows } from "../metadata-form";
import { overridesOf } from "./override-form";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const CREDIT_CHOICES = ["plan", "own", "none"] as const;
export type CreditChoice = (typeof CREDIT_CHOICES)[number];

const netTerms = z
  .string()
  .trim()
  .transform((text) => (text === "" ? undefined : text))
  .pipe(wholeBetween(0, NET_TERMS_MAX).optional());

/** The form on this plan; before one is chosen, only that one has to be. */
export function contractForm(plan: ContractPlan | undefined, now: Date): z.ZodType<CreateContractBody> {
  const fields = z.object({
    customerId: z.string().regex(UUID, "Choose a customer."),
    planId: z.string().regex(UUID, "Choose a plan."),
    startDate: z.string().regex(DAY, "Choose a day."),
    endDate: z.union([z.literal(""), z.string().regex(DAY, "Choose a day, or leave it empty.")]),
    netTerms,
    credits: creditsOf(plan?.currency ?? "USD"),
    overrides: overridesOf(plan?.pricings ?? []),
    metadata: metadataRows,
  });
  const dated = fields.superRefine(({ startDate, endDate }, context) => {
    for (const { path, message } of faultsOfContractDates({ startDate, endDate: endDate || undefined }, dayOf(now)))
      context.addIssue({ code: "custom", path: [path], message: dateWords(message) });
  });
  return formTree.pipe(dated.transform(bodyOf));
}

/** The domain's sentence about a date, in the words of the form. */
const dateWords = (message: string): string =>
  `${message
    .replace(/^startDate/, "The start")
    .replace(/^endDate/, "The end")
    .replaceAll("startDate", "the start")}.`;

function creditsOf(currency: string) {
  const typedRate = typedCreditNumber("").transform((text) => (text === "" ? null : Number(text)));
  return z
    .discriminatedUnion("choice", [
      z.object({ choice: z.literal("plan") }),
      z.object({ choice: z.literal("none") }),
      z.object({ choice: z.literal("own"), amount: typedCents(currency), rate: typedRate }),
    ])
    .default({ choice: "plan" })
    .transform((credits): Credits => {
      if (credits.choice === "plan") return {};
      if (credits.choice === "none") return { creditGrantCents: null };
      const { amount, rate } = credits;
      return { creditGrantCents: amount, creditSettings: rate === null ? null : { creditRateCents: rate } };
    });
}

type Credits = Pick<CreateContractBody, "creditGrantCents" | "creditSettings">;
type Fields = Omit<CreateContractBody, keyof Credits> & { credits: Credits };

function bodyOf({ endDate, netTerms: days, credits, overrides, metadata, ...rest }: Fields): CreateContractBody {
  return {
    ...rest,
    ...(endDate && { endDate }),
    ...(days !== undefined && { netTerms: days }),
    ...(overrides && overrides.length > 0 && { overrides }),
    ...(metadata && Object.keys(metadata).length > 0 && { metadata }),
    ...credits,
  };
}

/** What the form says so far of days and terms; null where it says nothing yet. */
export type ContractDraft = {
  readonly startDate: Day | null;
  readonly endDate: Day | null;
  readonly netTerms: number | null;
};

export function draftOf(values: Readonly<Record<string, unknown>>): ContractDraft {
  const day = (value: unknown) => (typeof value === "string" && DAY.test(value) && value >= "2" ? value : null);
  const days = String(values.netTerms ?? "").trim();
  return {
    startDate: day(values.startDate),
    endDate: day(values.endDate),
    netTerms: /^\d{1,3}$/.test(days) && Number(days) <= NET_TERMS_MAX ? Number(days) : null,
  };
}

// What the dialog that grants credits accepts, in the words of a form. The server checks everything again.
import { z } from "zod";
import { optionalText, requiredDecimal } from "@/components/ui/typed-values";
import type { GrantCreditBody } from "@/lib/api/schemas/credits";
import { CREDIT_DESCRIPTION_MAX, GRANT_EXTERNAL_ID_MAX } from "@/lib/domain/credit-grant";
import { minorUnitExponent } from "@/lib/domain/currency";
import { dayOf, startOfDay } from "@/lib/domain/day";
import { decimal } from "@/lib/domain/decimal";
import { CREDIT_DECIMAL_PLACES_MAX, CREDIT_GRANT_CENTS_MAX } from "@/lib/domain/plan";
import { centsOfAmount, moneyOfCents } from "@/lib/money-format";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** A floating point number holds any decimal of this many digits. */
const DIGITS_MAX = 15;

export type GrantMode = "money" | "credits";

/** An amount of money typed in major units, as the minor units that the API takes. */
export const typedCents = (currency: string) =>
  requiredDecimal("Enter an amount.").transform((text, context) => {
    const refuse = (message: string) => {
      context.issues.push({ code: "custom", message, input: text });
      return z.NEVER;
    };
    // An earlier check has found its fault already.
    if (!/^\d+(\.\d+)?$/.test(text)) return z.NEVER;
    const cents = centsOfAmount(text, currency);
    if (cents === null) return refuse(decimalsFault(currency));
    if (cents > CREDIT_GRANT_CENTS_MAX)
      return refuse(`Enter at most ${moneyOfCents(CREDIT_GRANT_CENTS_MAX, currency)}.`);
    return Number(cents);
  });

function decimalsFault(currency: string): string {
  const places = minorUnitExponent(currency);
  return places === 0 ? `${currency} has no decimals.` : `${currency} has at most ${places} decimals.`;
}

/** A number of credits, or the minor units that one is worth: the API takes numbers with at most six decimals. */
export const typedCreditNumber = (missing: string) =>
  requiredDecimal(missing)
    .refine((text) => text === "" || decimalPlaces(text) <= CREDIT_DECIMAL_PLACES_MAX, {
      message: `Use at most ${CREDIT_DECIMAL_PLACES_MAX} decimals.`,
    })
    .refine((text) => text.replace(".", "").length <= DIGITS_MAX, `Use at most ${DIGITS_MAX} digits.`);

const decimalPlaces = (text: string): number => text.split(".")[1]?.length ?? 0;

const isPositive = (text: string): boolean => /[1-9]/.test(text);

/** The body of a grant in money or in credits. */
export function grantForm(mode: GrantMode, currency: string, now: Date): z.ZodType<GrantCreditBody> {
  const rest = {
    expiresOn: z
      .string()
      .refine((day) => DAY.test(day), "Choose a day.")
      .refine((day) => !DAY.test(day) || day > dayOf(now), "Choose a day after today (UTC)."),
    description: optionalText(CREDIT_DESCRIPTION_MAX),
    externalId: optionalText(GRANT_EXTERNAL_ID_MAX),
  };
  if (mode === "money")
    return z
      .object({ amount: typedCents(currency), ...rest })
      .transform(({ amount, ...facts }) => ({ amountCents: amount, ...factsOf(facts) }));
  return z
    .object({
      creditAmount: typedCreditNumber("Enter how many credits.").refine(isPositive, "Enter more than 0."),
      creditRate: typedCreditNumber("Enter what one credit is worth."),
      ...rest,
    })
    .transform(({ creditAmount, creditRate, ...facts }) => ({
      creditAmount: Number(creditAmount),
      creditRateCents: Number(creditRate),
      ...factsOf(facts),
    }));
}

type Facts = { expiresOn: string; description: string | null; externalId: string | null };

const factsOf = ({ expiresOn, description, externalId }: Facts) => ({
  expiresAt: startOfDay(expiresOn).toISOString(),
  ...(description !== null && { description }),
  ...(externalId !== null && { externalId }),
});

/** What the credits come to, while they are typed; null until both numbers are there. */
export function worthOf(credits: string, rateCents: string, currency: string): string | null {
  const isNumber = (text: string) => /^\d{1,12}(\.\d{1,6})?$/.test(text.trim());
  if (!isNumber(credits) || !isNumber(rateCents)) return null;
  return moneyOfCents(decimal(credits.trim()).times(decimal(rateCents.trim())).decimalPlaces(0), currency);
}

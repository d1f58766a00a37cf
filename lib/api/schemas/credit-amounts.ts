// Credits and what they are worth, as callers send them: JSON numbers, read as the decimals that their digits write.
import { z } from "zod";
import { decimal } from "@/lib/domain/decimal";
import { CREDIT_DECIMAL_PLACES_MAX, CREDIT_GRANT_CENTS_MAX } from "@/lib/domain/plan";
import { exactNumber, integer } from "./fields";

/** A double holds any decimal of this many digits; of a longer one it may hold a neighbour. */
const DIGITS_MAX = 15;
const CREDIT_NUMBER_MAX = 1_000_000_000_000;

/** An amount of the minor unit that is granted. */
export const grantCents = integer(0, CREDIT_GRANT_CENTS_MAX).transform((cents) => BigInt(cents));

/** A number of credits, or the cents that one is worth, with at most six decimals. */
export function creditNumber({ allowZero }: { allowZero: boolean }) {
  const bounds = `${allowZero ? "from" : "above"} 0 up to ${CREDIT_NUMBER_MAX}`;
  return z
    .number()
    .refine((value) => (allowZero ? value >= 0 : value > 0) && value <= CREDIT_NUMBER_MAX, {
      message: `must be a number ${bounds}`,
      abort: true,
    })
    .transform((value) => decimal(String(value)))
    .refine((value) => (value.decimalPlaces() ?? 0) <= CREDIT_DECIMAL_PLACES_MAX && value.precision() <= DIGITS_MAX, {
      message: `must have at most ${CREDIT_DECIMAL_PLACES_MAX} decimals and ${DIGITS_MAX} digits`,
    })
    .meta({ type: "number", ...(allowZero ? { minimum: 0 } : { exclusiveMinimum: 0 }), maximum: CREDIT_NUMBER_MAX });
}

/** What a credit is worth in the minor unit. */
export const creditSettings = z.strictObject({ creditRateCents: creditNumber({ allowZero: false }) });

export const creditSettingsJson = z.strictObject({ creditRateCents: exactNumber });

// Credits and what they are worth, as callers send them: JSON numbers, read as the decimals that they were written as.
import { z } from "zod";
import { type Decimal, decimal } from "@/lib/domain/decimal";
import { CREDIT_DECIMAL_PLACES_MAX, CREDIT_GRANT_CENTS_MAX } from "@/lib/domain/plan";
import { WrittenNumber } from "@/lib/domain/property-value";
import { exactNumber, integer } from "./fields";

const CREDIT_NUMBER_MAX = 1_000_000_000_000;

/** An amount of the minor unit that is granted. */
export const grantCents = integer(0, CREDIT_GRANT_CENTS_MAX).transform((cents) => BigInt(cents));

/** A number of credits, or the cents that one is worth. Whole to the last digit where the body is read with exact numbers. */
export function creditNumber({ allowZero }: { allowZero: boolean }) {
  const isInRange = (value: Decimal) => value.lte(CREDIT_NUMBER_MAX) && (allowZero ? value.gte(0) : value.gt(0));
  return z
    .custom<number | WrittenNumber>((value) => typeof value === "number" || value instanceof WrittenNumber, {
      error: ({ input }) => (input === undefined ? "is required" : "must be a number"),
      abort: true,
    })
    .transform((given) => decimal(given instanceof WrittenNumber ? given.text : String(given)))
    .refine(isInRange, {
      message: `must be a number ${allowZero ? "from" : "above"} 0 up to ${CREDIT_NUMBER_MAX}`,
      abort: true,
    })
    .refine((value) => (value.decimalPlaces() ?? 0) <= CREDIT_DECIMAL_PLACES_MAX, {
      message: `must have at most ${CREDIT_DECIMAL_PLACES_MAX} decimals`,
    })
    .meta({ type: "number", ...(allowZero ? { minimum: 0 } : { exclusiveMinimum: 0 }), maximum: CREDIT_NUMBER_MAX });
}

/** What a credit is worth in the minor unit. */
export const creditSettings = z.strictObject({ creditRateCents: creditNumber({ allowZero: false }) });

export const creditSettingsJson = z.strictObject({ creditRateCents: exactNumber });

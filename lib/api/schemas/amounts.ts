// Amounts that are told in a currency, or in credits when the caller says what a credit is worth.
import { z } from "zod";

/** Minor units per credit. */
export const creditRateCents = z
  .int()
  .min(1, "must be at least 1")
  .meta({ description: "Minor units per credit. With it amounts are told in credits." });

/** An answer of amounts in either unit. */
export const inCurrencyOrCredits = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.discriminatedUnion("unit", [
    z.strictObject({ ...shape, currency: z.string(), unit: z.literal("currency") }),
    z.strictObject({ ...shape, creditRateCents: z.int(), unit: z.literal("credits") }),
  ]);

export type UnitJson =
  | { readonly currency: string; readonly unit: "currency" }
  | { readonly creditRateCents: number; readonly unit: "credits" };

export const unitJsonOf = (currency: string, rate: number | undefined): UnitJson =>
  rate === undefined ? { currency, unit: "currency" } : { creditRateCents: rate, unit: "credits" };

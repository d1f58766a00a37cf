// What fields of forms accept, in the words of a form. The server checks everything again.
import { z } from "zod";
import { containsSecret } from "@/lib/domain/api-key-secret";
import { lengthInCodePoints } from "@/lib/domain/text";

/** Text that everybody in the organization can read. */
export const typedText = (max: number) =>
  z
    .string()
    .trim()
    .refine((value) => lengthInCodePoints(value) <= max, `Use at most ${max} characters.`)
    .refine((value) => !containsSecret(value), {
      message: "This contains a secret key. Everyone in the organization can read this field.",
    });

/** Text that must be there; `missing` asks for it: "Enter a name." */
export const requiredText = (max: number, missing: string) => typedText(max).refine((value) => value !== "", missing);

/** Null when the field is empty. */
export const optionalText = (max: number) => typedText(max).transform((value) => (value === "" ? null : value));

const DECIMAL = /^(0|[1-9][0-9]{0,11})(\.[0-9]{1,12})?$/;
const WHOLE = /^(0|[1-9][0-9]{0,11})$/;

const isEmptyOr = (pattern: RegExp) => (value: string) => value === "" || pattern.test(value);

/** Decimal text as the API takes it, kept as text: a number would lose digits. */
export const typedDecimal = z
  .string()
  .trim()
  .refine(isEmptyOr(DECIMAL), "Write a decimal like 0.008: digits and one point, at most 12 on each side.");

export const requiredDecimal = (missing: string) => typedDecimal.refine((value) => value !== "", missing);

/** Undefined when the field is empty. */
export const optionalDecimal = typedDecimal.transform((value) => (value === "" ? undefined : value));

/** A whole number as text, of at most 12 digits. */
export const typedWhole = z.string().trim().refine(isEmptyOr(WHOLE), "Write a whole number of at most 12 digits.");

/** A whole number between two small ones. */
export const wholeBetween = (min: number, max: number) =>
  z
    .string()
    .trim()
    .refine((value) => WHOLE.test(value) && Number(value) >= min && Number(value) <= max, {
      message: `Write a whole number from ${min} to ${max}.`,
    })
    .transform(Number);

// Field schemas used by many resources. Their messages are predicates: the name is put in front by whoever reports the fault.
import { z } from "zod";
import { containsSecret } from "@/lib/domain/api-key-secret";
import { decimal } from "@/lib/domain/decimal";
import type { FieldFault } from "@/lib/domain/errors";
import { ExactNumber } from "@/lib/domain/exact-number";
import { faultOfText, isBlank, lengthInCodePoints } from "@/lib/domain/text";

type TextRules = { min?: number; max: number };

/** Text counted in code points. With a minimum, white space alone does not count. */
export function text({ min = 0, max }: TextRules) {
  return z
    .string()
    .check((context) => {
      const fault = faultOfLength(context.value, min, max) ?? faultOfText(context.value);
      if (fault) context.issues.push({ code: "custom", message: fault, input: context.value });
    })
    .meta({ minLength: min, maxLength: max });
}

/** A text that everybody in the organization can read: a whole secret in it is a slip that would leak. */
export function publicText(rules: TextRules) {
  return text(rules).refine((value) => !containsSecret(value), {
    message: "contains a secret key. Everyone in the organization can read this field.",
  });
}

export const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, "must be a UUID")
  .meta({ format: "uuid" });

// RFC 3339 with an offset. The parts are checked one by one, because Date would roll 31 February over and take 24:00.
const TIMESTAMP = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?([Zz]|[+-](\d{2}):(\d{2}))$/;

/** An instant, cut to the millisecond. */
export const timestamp = z
  .string()
  .transform((written, context) => {
    const instant = parseTimestamp(written);
    if (instant) return instant;
    context.issues.push({
      code: "custom",
      message: "must be an RFC 3339 timestamp with an offset, like 2026-02-27T10:00:00Z",
      input: written,
    });
    return z.NEVER;
  })
  .meta({ format: "date-time" });

/** What an answer says of an instant. */
export const instant = z.string().meta({ format: "date-time", examples: ["2026-02-27T10:00:00.000Z"] });

/** A number of an answer, written digit by digit. The handler gives an `ExactNumber`, whoever reads the answer a number. */
export const exactNumber = z
  .custom<ExactNumber>((value) => value instanceof ExactNumber || typeof value === "number")
  .transform((value) => Number(value instanceof ExactNumber ? value.text : value))
  .meta({ type: "number" });

/** A JSON number without a fraction. */
export function integer(min: number, max: number) {
  return z
    .number()
    .refine((value) => Number.isInteger(value) && value >= min && value <= max, {
      message: `must be a whole number between ${min} and ${max}`,
    })
    .meta({ type: "integer", minimum: min, maximum: max });
}

/**
 * Adds a rule across the fields of an object. It runs beside other faults, so that all of them are told at once; a field it
 * is given may therefore hold anything.
 */
export function acrossFields<Schema extends z.ZodType>(
  schema: Schema,
  faultsOf: (given: Readonly<Record<string, unknown>>) => readonly FieldFault[],
): Schema {
  const check = (value: unknown, context: z.core.$RefinementCtx<unknown>) => {
    if (typeof value !== "object" || value === null) return;
    for (const { path, message } of faultsOf({ ...value }))
      context.addIssue({ code: "custom", path: [...path], message, input: value });
  };
  return schema.superRefine(check, { when: () => true });
}

const DECIMAL_TEXT = /^(0|[1-9][0-9]{0,11})(\.[0-9]{1,12})?$/;

/** An amount or quantity that comes in: text, because a JSON number may already have lost digits. */
export const decimalString = z
  .string()
  .regex(DECIMAL_TEXT, "must be a decimal string like 0.008, with at most 12 digits before and 12 after the point")
  .transform((written) => decimal(written))
  .meta({ format: "decimal", pattern: DECIMAL_TEXT.source, examples: ["0.008"] });

/** What an answer says of an exact amount: a decimal without trailing zeros. */
export const decimalText = z
  .string()
  .meta({ format: "decimal", pattern: "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$", examples: ["0.008"] });

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A real UTC day, as text. */
export const day = z
  .string()
  .refine((written) => isRealDay(written), "must be a real day, like 2026-02-27")
  .meta({ format: "date" });

/** A timestamp, or a day that means its first instant. */
export const timeParameter = z
  .string()
  .transform((written, context) => {
    const instant = isRealDay(written) ? new Date(`${written}T00:00:00Z`) : parseTimestamp(written);
    if (instant) return instant;
    context.issues.push({
      code: "custom",
      message: "must be a day like 2026-02-27, or an RFC 3339 timestamp with an offset",
      input: written,
    });
    return z.NEVER;
  })
  .meta({ examples: ["2026-02-27"] });

function isRealDay(written: string): boolean {
  const [, year, month, date] = (DAY.exec(written) ?? []).map(Number);
  if (year === undefined || month === undefined || date === undefined) return false;
  const utc = new Date(0);
  utc.setUTCFullYear(year, month - 1, date);
  return utc.getUTCMonth() === month - 1 && utc.getUTCDate() === date;
}

function parseTimestamp(written: string): Date | null {
  const parts = TIMESTAMP.exec(written);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second, fraction = "", zone = "Z", offsetHour = "0", offsetMinute = "0"] =
    parts;
  const numbers = [year, month, day, hour, minute, second].map(Number);
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = numbers;
  if (h > 23 || mi > 59 || s > 59 || Number(offsetHour) > 23 || Number(offsetMinute) > 59) return null;
  const utc = new Date(0);
  utc.setUTCFullYear(y, mo - 1, d);
  if (utc.getUTCMonth() !== mo - 1 || utc.getUTCDate() !== d) return null;
  utc.setUTCHours(h, mi, s, Number(fraction.padEnd(3, "0").slice(0, 3)));
  const offsetMinutes = Number(offsetHour) * 60 + Number(offsetMinute);
  const sign = zone.startsWith("-") ? 1 : -1;
  const instant = new Date(utc.getTime() + sign * offsetMinutes * 60_000);
  // An offset can leave the years that a timestamp can be written in.
  const isWritable = instant.getUTCFullYear() >= 0 && instant.getUTCFullYear() <= 9999;
  return isWritable ? instant : null;
}

function faultOfLength(value: string, min: number, max: number): string | null {
  const length = lengthInCodePoints(value);
  if (length > max || length < min)
    return min === 0 ? `must have at most ${max} characters` : `must have ${min} to ${max} characters`;
  return min > 0 && isBlank(value) ? "must not be blank" : null;
}

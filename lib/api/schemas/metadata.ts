import { z } from "zod";
import { METADATA_KEY_LENGTH_MAX, METADATA_KEYS_MAX, METADATA_TEXT_MAX, type Metadata } from "@/lib/domain/contract";
import { WrittenNumber } from "@/lib/domain/property-value";
import { faultOfText, isBlank, lengthInCodePoints } from "@/lib/domain/text";

const VALUE = `must be a string of at most ${METADATA_TEXT_MAX} characters, a finite number, true or false`;

/**
 * Facts of the caller's own. Read member by member into an object of its own: a record would leave out a member called
 * `__proto__`, and an assignment would make it a prototype.
 */
export const metadata = z
  .custom<Readonly<Record<string, unknown>>>(isObject, {
    error: ({ input }) => (input === undefined ? "is required" : "must be an object"),
  })
  .transform((given, context): Metadata => {
    const members = Object.entries(given).map(([key, value]) => [key, plainOf(value)] as const);
    const refuse = (message: string, ...path: string[]) =>
      context.issues.push({ code: "custom", message, path, input: given });
    if (members.length > METADATA_KEYS_MAX) refuse(`must have at most ${METADATA_KEYS_MAX} keys`);
    for (const [key, value] of members.slice(0, METADATA_KEYS_MAX)) {
      const fault = faultOfKey(key) ?? (isValue(value) ? faultOfValue(value) : VALUE);
      if (fault) refuse(fault, key);
    }
    return Object.fromEntries(members.flatMap(([key, value]) => (isValue(value) ? [[key, value]] : [])));
  })
  .meta({
    type: "object",
    maxProperties: METADATA_KEYS_MAX,
    propertyNames: { minLength: 1, maxLength: METADATA_KEY_LENGTH_MAX },
    additionalProperties: {
      anyOf: [{ type: "string", maxLength: METADATA_TEXT_MAX }, { type: "number" }, { type: "boolean" }],
    },
    examples: [{ costCenter: "42", pilot: true }],
  });

/** What an answer says of metadata. */
export const metadataJson = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
  .meta({ examples: [{ costCenter: "42", pilot: true }] });

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// A long number of a body that is read with exact numbers.
const plainOf = (value: unknown): unknown => (value instanceof WrittenNumber ? Number(value.text) : value);

const isValue = (value: unknown): value is Metadata[string] =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

function faultOfKey(key: string): string | null {
  const length = lengthInCodePoints(key);
  if (length < 1 || length > METADATA_KEY_LENGTH_MAX)
    return `must have a name of 1 to ${METADATA_KEY_LENGTH_MAX} characters`;
  return isBlank(key) ? "must have a name that is not blank" : faultOfText(key);
}

function faultOfValue(value: Metadata[string]): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? null : VALUE;
  if (typeof value === "boolean") return null;
  return lengthInCodePoints(value) > METADATA_TEXT_MAX ? VALUE : faultOfText(value);
}

import { z } from "zod";
import { KEY_NAME_MAX, KEY_NOTE_MAX } from "@/lib/domain/api-key";
import { containsSecret } from "@/lib/domain/api-key-secret";
import { faultOfText, isBlank, lengthInCodePoints } from "@/lib/domain/text";
import { faultOfChoice } from "./expiry";
import { checkIpRules } from "./ip-rule-lines";
import { RESOURCES } from "./scope-levels";

const CHOOSE = "Choose what this key may do.";
const HOLDS_SECRET = "This contains a secret key. Everyone in the organization can read this field.";

// `continue`: all faults are shown at once, also those of a check that looks at several fields.
const faultOf = (message: string, input: unknown) => ({ code: "custom" as const, message, input, continue: true });

export const nameInput = z.string().check(({ value, issues }) => {
  const fault = isBlank(value) ? "Enter a name." : faultOfPublicText(value, KEY_NAME_MAX);
  if (fault) issues.push(faultOf(fault, value));
});

export const noteInput = z.string().check(({ value, issues }) => {
  const fault = faultOfPublicText(value, KEY_NOTE_MAX);
  if (fault) issues.push(faultOf(fault, value));
});

export const allowedIpsInput = z.string().check(({ value, issues }) => {
  const [first] = checkIpRules(value).faults;
  if (first) issues.push(faultOf(first.message, value));
});

// There only while "Custom" is chosen.
export const lastDayInput = z
  .string()
  .optional()
  .check(({ value, issues }) => {
    const fault = value === undefined ? null : faultOfChoice(value === "" ? "day" : value, new Date());
    if (fault) issues.push(faultOf(fault, value));
  });

/** The radio of a preset is the field `scopes`. */
export const accessInput = z.string(CHOOSE);

/** Under *Custom* the matrix has to name something. */
export function checkMatrix({ value, issues }: z.core.ParsePayload<Record<string, unknown>>): void {
  const isEmpty = RESOURCES.every((resource) => value[`level-${resource}`] === "none");
  if (value.scopes === "custom" && isEmpty)
    issues.push({ code: "custom", message: CHOOSE, path: ["scopes"], input: value });
}

function faultOfPublicText(value: string, max: number): string | null {
  if (containsSecret(value)) return HOLDS_SECRET;
  if (lengthInCodePoints(value) > max) return `Use at most ${max} characters.`;
  return faultOfText(value) ? "This contains characters that cannot be stored." : null;
}

import type { z } from "zod";
import { maskSecrets } from "@/lib/domain/api-key-secret";
import type { ErrorDetail } from "@/lib/domain/errors";

type Place = "body" | "query";

const NAME_LENGTH_MAX = 100;

/** How a schema must parse for `faultsOf` to tell what is missing from what is wrong. */
export const FOR_FAULTS = { reportInput: true } as const;

/**
 * Every fault of an input with its path. Messages of our schemas are predicates ("must be …"); the name comes from the path.
 * `under`: where in the whole input the part stands that was parsed.
 */
export function faultsOf(error: z.ZodError, place: Place, under: readonly PropertyKey[] = []): ErrorDetail[] {
  return error.issues.flatMap((issue) => faultsOfIssue(issue, [...under, ...issue.path], place));
}

/** A fault at a place of the body, in the words of all others. */
export function faultAt(segments: readonly PropertyKey[], predicate: string): ErrorDetail {
  const path = pathOf(segments);
  return { path, message: `${path === "" ? "Request body" : path} ${predicate}` };
}

/** `contacts[0].email` */
export function pathOf(segments: readonly PropertyKey[]): string {
  return segments.reduce<string>((path, segment) => {
    if (typeof segment === "number") return `${path}[${segment}]`;
    return path === "" ? shownName(String(segment)) : `${path}.${shownName(String(segment))}`;
  }, "");
}

function faultsOfIssue(issue: z.core.$ZodIssue, segments: readonly PropertyKey[], place: Place): ErrorDetail[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const path = pathOf([...segments, key]);
      return { path, message: `${path} is not a known ${place === "query" ? "parameter" : "field"}` };
    });
  }
  return [faultAt(segments, predicateOf(issue))];
}

function predicateOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type")
    return isAbsent(issue) ? "is required" : `must be ${EXPECTED[issue.expected] ?? "of another type"}`;
  if (issue.code === "invalid_value") {
    return isAbsent(issue)
      ? "is required"
      : `must be ${issue.values.length > 1 ? "one of " : ""}${issue.values.join(", ")}`;
  }
  if (issue.code === "invalid_union") return "has a form that is not allowed here";
  return issue.message;
}

const isAbsent = (issue: z.core.$ZodIssue): boolean =>
  issue.message.endsWith("received undefined") || issue.input === undefined;

const EXPECTED: Record<string, string> = {
  string: "a string",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  null: "null",
};

// A caller chooses these names: they are cut, and a key in one is masked.
const shownName = (name: string): string => maskSecrets(name).slice(0, NAME_LENGTH_MAX);

import type { Exchange } from "@/lib/api/exchange";
import { validationError } from "@/lib/domain/errors";

/** The version a change was made on, from `If-Match: "3"`; null when the caller does not mind what it overwrites. */
export function expectedVersionOf({ facts }: Exchange): number | null {
  const given = facts.header("if-match");
  if (given === undefined || given === "*") return null;
  const [, version] = /^"([1-9][0-9]{0,8})"$/.exec(given) ?? [];
  if (version === undefined)
    throw validationError([{ path: "if-match", message: 'if-match must be a version in quotes, like "3"' }]);
  return Number(version);
}

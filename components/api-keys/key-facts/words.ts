import type { KeyAttention } from "@/lib/dashboard-api/schemas/api-keys";
import type { ApiKeyStatus, RevocationReason } from "@/lib/domain/api-key";
import { FULL_ACCESS, PRESETS, type Scope } from "@/lib/domain/scope";
import { count } from "@/lib/format";

export const STATUS_WORDS: Record<ApiKeyStatus, string> = {
  active: "Active",
  expiring: "Expiring soon",
  rotating: "Rotating",
  expired: "Expired",
  revoked: "Revoked",
};

export const REASON_WORDS: Record<RevocationReason, string> = {
  UNUSED: "No longer needed",
  REPLACED: "Replaced",
  LEAKED: "Leaked or suspected leak",
  PERSON_LEFT: "Person left",
  OTHER: "Other",
};

/** The things to cure, as a filter is called: "unused for 90 days". */
export const ATTENTION_WORDS: Record<KeyAttention, string> = {
  unused: "unused for 90 days",
  rotation: "due for rotation",
  expiring: "expires within 14 days",
  "full-access": "with full access",
};

/** "2 unused for 90 days", "1 expires within 14 days". */
export function attentionSentence(attention: KeyAttention, keys: number): string {
  if (attention === "expiring" && keys !== 1) return `${keys} expire within 14 days`;
  return `${keys} ${ATTENTION_WORDS[attention]}`;
}

/** "Full access", "Read only", or "customers read, usage write +2". */
export function scopesInBrief(scopes: readonly Scope[]): string {
  if (scopes.includes(FULL_ACCESS)) return "Full access";
  const readOnly = PRESETS["read-only"];
  if (scopes.length === readOnly.length && readOnly.every((scope) => scopes.includes(scope))) return "Read only";
  const shown = scopes.slice(0, SCOPES_IN_BRIEF).map(scopeInWords).join(", ");
  return scopes.length > SCOPES_IN_BRIEF ? `${shown} +${scopes.length - SCOPES_IN_BRIEF}` : shown;
}

export const scopeInWords = (scope: Scope): string => (scope === FULL_ACCESS ? "Full access" : scope.replace(":", " "));

/** "3 production keys": what a button that changes an environment has to name. */
export const keysOf = (environment: string, keys: number): string => count(keys, `${environment} key`);

const SCOPES_IN_BRIEF = 2;

import { type ApiKey, type ApiKeyChanges, changeKey, changesAccess } from "@/lib/domain/api-key";
import { type Actor, differenceOf } from "@/lib/domain/audit";
import type { Tenant } from "@/lib/domain/environment";
import { DomainError } from "@/lib/domain/errors";
import { canonicalScopes } from "@/lib/domain/scope";
import { announcedKeyChange, type ChangedKey } from "./announced-key-change";
import { auditFactsOf, keyTarget } from "./api-key-audit";
import { requireExpiry } from "./create-api-key";

/** Throws when the caller may not make this change; runs while the key is locked, so it judges the state that is changed. */
export type KeyChangeGuard = (before: ApiKey, after: ApiKey) => void;

/** Edits a key. When this returns, every server goes by the new scopes, address rules and end. */
export async function changeApiKey(
  tenant: Tenant,
  actor: Actor,
  keyId: string,
  changes: ApiKeyChanges,
  now: Date,
  guard: KeyChangeGuard,
  expectedVersion: number | null = null,
): Promise<ChangedKey> {
  return announcedKeyChange(tenant, actor, keyId, now, (key) => {
    if (expectedVersion !== null && expectedVersion !== key.version) throw changedMeanwhile(key, now);
    if (changes.expiresAt !== undefined && changes.expiresAt?.getTime() !== key.expiresAt?.getTime())
      requireExpiry(changes.expiresAt, now);
    const asked = { ...changes, ...(changes.scopes && { scopes: canonicalScopes(changes.scopes) }) };
    const changed = changeKey(key, asked, now);
    guard(key, changed);
    const { before, after } = differenceOf(auditFactsOf(key), auditFactsOf(changed));
    if (Object.keys(after).length === 0) return { key, audit: null, announce: false };
    return {
      key: changed,
      audit: { action: "api_key.changed", target: keyTarget(changed), before, after },
      announce: changesAccess(changes),
    };
  });
}

function changedMeanwhile(key: ApiKey, now: Date): DomainError {
  const seconds = Math.max(0, Math.round((now.getTime() - key.changedAt.getTime()) / 1000));
  const ago = seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
  return new DomainError("CONFLICT", `${key.changedByName} changed this key ${ago} ago. Review the changes.`, [
    { path: "if-match", message: `The key is at version ${key.version}` },
  ]);
}

import { type ApiKey, extendRotation, finishRotation, rollBackRotation } from "@/lib/domain/api-key";
import type { Actor, AuditAction, JsonObject } from "@/lib/domain/audit";
import type { Tenant } from "@/lib/domain/environment";
import { announcedKeyChange, type ChangedKey } from "./announced-key-change";
import { keyTarget, secretFactsOf } from "./api-key-audit";
import type { KeyChangeGuard } from "./change-api-key";

/** When this returns, no server accepts the old secret. */
export function finishApiKeyRotation(
  tenant: Tenant,
  actor: Actor,
  keyId: string,
  now: Date,
  guard: KeyChangeGuard,
): Promise<ChangedKey> {
  return changeRotation(tenant, actor, keyId, now, guard, "api_key.rotation_finished", (key) =>
    finishRotation(key, now),
  );
}

/** Gives the old secret more time. */
export function extendApiKeyRotation(
  tenant: Tenant,
  actor: Actor,
  keyId: string,
  gracePeriodSeconds: number,
  now: Date,
  guard: KeyChangeGuard,
): Promise<ChangedKey> {
  const extend = (key: ApiKey) => extendRotation(key, gracePeriodSeconds, now);
  return changeRotation(tenant, actor, keyId, now, guard, "api_key.rotation_extended", extend, { gracePeriodSeconds });
}

/** When this returns, no server accepts the new secret; the old one goes on. */
export function rollBackApiKeyRotation(
  tenant: Tenant,
  actor: Actor,
  keyId: string,
  now: Date,
  guard: KeyChangeGuard,
): Promise<ChangedKey> {
  return changeRotation(tenant, actor, keyId, now, guard, "api_key.rotation_rolled_back", (key) =>
    rollBackRotation(key, now),
  );
}

function changeRotation(
  tenant: Tenant,
  actor: Actor,
  keyId: string,
  now: Date,
  guard: KeyChangeGuard,
  action: AuditAction,
  decide: (key: ApiKey) => ApiKey,
  details: JsonObject = {},
): Promise<ChangedKey> {
  return announcedKeyChange(tenant, actor, keyId, now, (key) => {
    const changed = decide(key);
    guard(key, changed);
    return {
      key: changed,
      announce: true,
      audit: { action, target: keyTarget(key), before: secretFactsOf(key), after: secretFactsOf(changed), details },
    };
  });
}

import type { ApiKey, Receipt } from "@/lib/domain/api-key";
import type { AuditTarget, JsonObject } from "@/lib/domain/audit";

export const keyTarget = (key: ApiKey): AuditTarget => ({ kind: "api_key", id: key.id, name: key.name });

/** What the audit log tells of a key: everything that decides what it may do, and no digest. */
export function auditFactsOf(key: ApiKey): JsonObject {
  return {
    name: key.name,
    note: key.note,
    scopes: [...key.scopes],
    allowedIps: [...key.allowedIps],
    expiresAt: key.expiresAt?.toISOString() ?? null,
  };
}

/** What the audit log tells of a key's secrets: hints and ends. */
export function secretFactsOf(key: ApiKey): JsonObject {
  return {
    secrets: key.secrets.map((secret) => ({ hint: secret.hint, endsAt: secret.endsAt?.toISOString() ?? null })),
  };
}

/** The receipt of a change that servers need not hear of. */
export const NOTHING_TO_CONFIRM: Receipt = {
  effectiveAt: null,
  serversConfirmed: 0,
  serversExpected: 0,
  elapsedMs: 0,
  confirmedMs: 0,
};

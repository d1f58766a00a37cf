import { currentSecret, EXPIRING_WITHIN_MS, HYGIENE_AGE_MS, type Receipt, statusOf } from "@/lib/domain/api-key";
import type { Environment } from "@/lib/domain/environment";
import { FULL_ACCESS } from "@/lib/domain/scope";
import type { SecretUse } from "@/lib/store/api-key-rows";
import type { ApiKeyWithUse } from "@/lib/store/api-keys";
import type { ApiKeyJson, ChangeReceiptJson, KeyAttention, RevocationReceiptJson } from "./schemas/api-keys";

/** The wire form of a key at an instant. Holds hints, never a secret or a digest. */
export function keyJsonOf(environment: Environment, { key, uses }: ApiKeyWithUse, now: Date): ApiKeyJson {
  const [lastUse] = uses;
  const current = currentSecret(key);
  return {
    id: key.id,
    name: key.name,
    note: key.note,
    environment,
    hint: current.hint,
    scopes: [...key.scopes],
    allowedIps: [...key.allowedIps],
    status: statusOf(key, now),
    attention: attentionOf({ key, uses }, now),
    createdAt: key.createdAt.toISOString(),
    createdBy: key.createdBy,
    expiresAt: key.expiresAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
    revokedBy: key.revokedByName === null ? null : { name: key.revokedByName },
    revocationReason: key.revocationReason,
    firstUsedAt: firstUseOf(uses)?.toISOString() ?? null,
    lastUsed: lastUse ? { ...useJsonOf(lastUse), secretId: lastUse.secretId } : null,
    secrets: key.secrets.map((secret) => {
      const use = uses.find(({ secretId }) => secretId === secret.id);
      return {
        id: secret.id,
        hint: secret.hint,
        createdAt: secret.createdAt.toISOString(),
        expiresAt: secret.endsAt?.toISOString() ?? null,
        endReason: secret.endReason,
        lastUsedAt: use?.at.toISOString() ?? null,
        lastUsed: use ? useJsonOf(use) : null,
      };
    }),
    version: key.version,
    changedAt: key.changedAt.toISOString(),
    changedBy: { name: key.changedByName },
  };
}

export function changeReceiptJsonOf(receipt: Receipt, now: Date): ChangeReceiptJson {
  const { effectiveAt, ...counts } = receipt;
  return { effectiveAt: (effectiveAt ?? now).toISOString(), ...counts };
}

export function revocationReceiptJsonOf(receipt: Receipt, now: Date): RevocationReceiptJson {
  const { effectiveAt, ...counts } = receipt;
  return { revokedAt: (effectiveAt ?? now).toISOString(), ...counts };
}

function attentionOf({ key, uses }: ApiKeyWithUse, now: Date): KeyAttention[] {
  const status = statusOf(key, now);
  if (status === "revoked" || status === "expired") return [];
  const isOld = (since: Date) => now.getTime() - since.getTime() >= HYGIENE_AGE_MS;
  const expiresSoon = key.expiresAt !== null && key.expiresAt.getTime() <= now.getTime() + EXPIRING_WITHIN_MS;
  return [
    ...(isOld(uses[0]?.at ?? key.createdAt) ? ["unused" as const] : []),
    ...(isOld(currentSecret(key).createdAt) ? ["rotation" as const] : []),
    ...(expiresSoon ? ["expiring" as const] : []),
    ...(key.scopes.includes(FULL_ACCESS) ? ["full-access" as const] : []),
  ];
}

function firstUseOf(uses: readonly SecretUse[]): Date | null {
  return uses.reduce<Date | null>(
    (first, { firstUsedAt }) => (first && first <= firstUsedAt ? first : firstUsedAt),
    null,
  );
}

function useJsonOf({ at, ip, route, status, userAgent }: SecretUse) {
  return { at: at.toISOString(), ip, route, status, userAgent };
}

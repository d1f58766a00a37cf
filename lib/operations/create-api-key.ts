import { randomBytes, randomUUID } from "node:crypto";
import { type ApiKey, faultOfExpiry, LIVE_KEYS_PER_TENANT_MAX } from "@/lib/domain/api-key";
import { formatSecret, hintOf, SECRET_RANDOM_BYTES } from "@/lib/domain/api-key-secret";
import type { Actor } from "@/lib/domain/audit";
import type { Environment, Tenant } from "@/lib/domain/environment";
import { DomainError, validationError } from "@/lib/domain/errors";
import { canonicalScopes, type Scope } from "@/lib/domain/scope";
import { insertApiKey, lockLiveKeyCount } from "@/lib/store/api-keys";
import type { Idempotency } from "@/lib/store/idempotent-answers";
import { recordedTransaction } from "@/lib/store/recorded-transaction";
import { auditFactsOf, keyTarget } from "./api-key-audit";

export type CreateApiKeyInput = {
  readonly name: string;
  readonly note: string;
  readonly scopes: readonly Scope[];
  readonly allowedIps: readonly string[];
  readonly expiresAt: Date | null;
};

/** What a call that mints returns: the only place where the secret exists outside its owner's hands. */
export type MintedKey = { readonly key: ApiKey; readonly secret: string };

export type DigestSecret = (secret: string) => Buffer;

/** Mints a key. Its secret is returned once; only its digest is stored. */
export async function createApiKey(
  tenant: Tenant,
  actor: Actor,
  input: CreateApiKeyInput,
  now: Date,
  digestSecret: DigestSecret,
  idempotency: Idempotency<MintedKey> | null = null,
): Promise<MintedKey> {
  requireExpiry(input.expiresAt, now);
  const fresh = mintSecret(tenant.environment);
  const key: ApiKey = {
    ...input,
    id: randomUUID(),
    scopes: canonicalScopes(input.scopes),
    createdAt: now,
    createdBy: { id: actor.kind === "member" ? actor.id : null, name: actor.name },
    revokedAt: null,
    revokedByName: null,
    revocationReason: null,
    secrets: [{ id: fresh.id, hint: fresh.hint, createdAt: now, endsAt: null, endReason: null }],
    version: 1,
    changedAt: now,
    changedByName: actor.name,
  };
  const work = async (tx: Parameters<typeof insertApiKey>[1]) => {
    if ((await lockLiveKeyCount(tenant, tx, now)) >= LIVE_KEYS_PER_TENANT_MAX) {
      throw new DomainError("CONFLICT", `There are ${LIVE_KEYS_PER_TENANT_MAX} live keys already. Revoke one first`);
    }
    await insertApiKey(tenant, tx, key, digestSecret(fresh.secret));
    return {
      result: { key, secret: fresh.secret },
      audit: [
        { action: "api_key.created", target: keyTarget(key), after: auditFactsOf(key), details: { hint: fresh.hint } },
      ] as const,
    };
  };
  return recordedTransaction(tenant, actor, now, work, idempotency);
}

/** A new secret of this environment, and what may be known of it. */
export function mintSecret(environment: Environment): { id: string; secret: string; hint: string } {
  const secret = formatSecret(environment, randomBytes(SECRET_RANDOM_BYTES));
  return { id: randomUUID(), secret, hint: hintOf(secret) };
}

/** Throws `VALIDATION_ERROR` on `expiresAt` when the end asked for is too near or too far. */
export function requireExpiry(expiresAt: Date | null, now: Date): void {
  const fault = faultOfExpiry(expiresAt, now);
  if (fault) throw validationError([{ path: "expiresAt", message: `expiresAt ${fault}` }]);
}

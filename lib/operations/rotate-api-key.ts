import { type ApiKey, rotateKey } from "@/lib/domain/api-key";
import type { Actor } from "@/lib/domain/audit";
import type { Tenant } from "@/lib/domain/environment";
import { insertSecret } from "@/lib/store/api-keys";
import type { Idempotency } from "@/lib/store/idempotent-answers";
import { announcedKeyChange, type ChangedKey } from "./announced-key-change";
import { keyTarget, secretFactsOf } from "./api-key-audit";
import type { KeyChangeGuard } from "./change-api-key";
import { type DigestSecret, mintSecret } from "./create-api-key";

/** Adds a secret, returned once, and gives the old one its end. With no grace, no server accepts the old one when this returns. */
export async function rotateApiKey(
  tenant: Tenant,
  actor: Actor,
  keyId: string,
  gracePeriodSeconds: number,
  now: Date,
  guard: KeyChangeGuard,
  digestSecret: DigestSecret,
  idempotency: Idempotency<ApiKey> | null = null,
): Promise<ChangedKey & { secret: string }> {
  const { secret, ...fresh } = mintSecret(tenant.environment);
  const changed = await announcedKeyChange(
    tenant,
    actor,
    keyId,
    now,
    (key) => {
      const rotated = rotateKey(key, fresh, gracePeriodSeconds, now);
      guard(key, rotated);
      return {
        key: rotated,
        announce: true,
        alsoStore: (tx, stored) => insertSecret(tenant, tx, stored, digestSecret(secret)),
        audit: {
          action: "api_key.rotated",
          target: keyTarget(key),
          before: secretFactsOf(key),
          after: secretFactsOf(rotated),
          details: { gracePeriodSeconds },
        },
      };
    },
    idempotency,
  );
  return { ...changed, secret };
}

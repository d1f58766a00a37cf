import { timingSafeEqual } from "node:crypto";
import type { SecretEndReason } from "@/lib/domain/api-key";
import type { Environment } from "@/lib/domain/environment";
import type { Scope } from "@/lib/domain/scope";
import { environmentStore } from "./connections";
import { rowOf } from "./sql";

/** Everything a request needs to know of the key behind a secret. */
export type FoundSecret = {
  readonly secretId: string;
  readonly keyId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly name: string;
  readonly hint: string;
  readonly scopes: readonly Scope[];
  readonly allowedIps: readonly string[];
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly secretEndsAt: Date | null;
  readonly secretEndReason: SecretEndReason | null;
};

/** Below the lease: an answer that comes later may be older than a change that servers have stopped waiting for. */
const READ_TIMEOUT_MS = 1_500;

/** The one read that precedes the tenant: it finds out whose request this is. */
export async function findSecretByDigestAcrossTenants(
  environment: Environment,
  digest: Buffer,
): Promise<FoundSecret | null> {
  const { pool } = environmentStore(environment);
  const row = await rowOf<FoundSecret & { digest: Buffer }>(pool, FIND, [digest], READ_TIMEOUT_MS);
  if (!row || !timingSafeEqual(row.digest, digest)) return null;
  const { digest: _, ...found } = row;
  return found;
}

const FIND = `
  SELECT s.digest, s.id AS "secretId", k.id AS "keyId", k.organization_id AS "organizationId", o.name AS "organizationName", k.name, s.hint,
         k.scopes, k.allowed_ips AS "allowedIps", k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt",
         s.ends_at AS "secretEndsAt", s.end_reason AS "secretEndReason"
  FROM api_key_secrets s
  JOIN api_keys k ON k.organization_id = s.organization_id AND k.id = s.key_id
  JOIN organizations o ON o.id = k.organization_id
  WHERE s.digest = $1`;

import type { ApiKey, ApiKeySecret, RevocationReason, SecretEndReason } from "@/lib/domain/api-key";
import type { Scope } from "@/lib/domain/scope";

/** When, where and by what a secret was used; the key's last use is its secrets' newest. */
export type SecretUse = {
  readonly secretId: string;
  readonly firstUsedAt: Date;
  readonly at: Date;
  readonly ip: string | null;
  readonly route: string;
  readonly status: number;
  readonly userAgent: string | null;
};

export type ApiKeyRow = {
  id: string;
  name: string;
  note: string;
  scopes: Scope[];
  allowed_ips: string[];
  expires_at: Date | null;
  created_at: Date;
  created_by_id: string | null;
  created_by_name: string;
  revoked_at: Date | null;
  revoked_by_name: string | null;
  revocation_reason: RevocationReason | null;
  version: number;
  changed_at: Date;
  changed_by_name: string;
};

export type SecretRow = {
  id: string;
  key_id: string;
  hint: string;
  created_at: Date;
  ends_at: Date | null;
  end_reason: SecretEndReason | null;
};

export type SecretUseRow = {
  secret_id: string;
  key_id: string;
  first_used_at: Date;
  last_used_at: Date;
  ip: string | null;
  route: string;
  status: number;
  user_agent: string | null;
};

export function keyFromRows(row: ApiKeyRow, secrets: readonly SecretRow[]): ApiKey {
  return {
    id: row.id,
    name: row.name,
    note: row.note,
    scopes: row.scopes,
    allowedIps: row.allowed_ips,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    createdBy: { id: row.created_by_id, name: row.created_by_name },
    revokedAt: row.revoked_at,
    revokedByName: row.revoked_by_name,
    revocationReason: row.revocation_reason,
    secrets: secrets.map(secretFromRow),
    version: row.version,
    changedAt: row.changed_at,
    changedByName: row.changed_by_name,
  };
}

export function useFromRow(row: SecretUseRow): SecretUse {
  return {
    secretId: row.secret_id,
    firstUsedAt: row.first_used_at,
    at: row.last_used_at,
    ip: row.ip,
    route: row.route,
    status: row.status,
    userAgent: row.user_agent,
  };
}

function secretFromRow(row: SecretRow): ApiKeySecret {
  return { id: row.id, hint: row.hint, createdAt: row.created_at, endsAt: row.ends_at, endReason: row.end_reason };
}

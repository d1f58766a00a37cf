import type { ApiKey, Receipt } from "@/lib/domain/api-key";
import type { Tenant } from "@/lib/domain/environment";
import { notFound } from "@/lib/domain/errors";
import {
  type ApiKeyRow,
  keyFromRows,
  type SecretRow,
  type SecretUse,
  type SecretUseRow,
  useFromRow,
} from "./api-key-rows";
import { environmentStore } from "./connections";
import { type Queryable, rowOf, rowsOf, type Transaction } from "./sql";

export type ApiKeyWithUse = { readonly key: ApiKey; readonly uses: readonly SecretUse[] };

export async function findApiKey(tenant: Tenant, keyId: string): Promise<ApiKeyWithUse | null> {
  const { pool } = environmentStore(tenant.environment);
  const row = await rowOf<ApiKeyRow>(
    pool,
    `SELECT ${KEY_COLUMNS} FROM api_keys k WHERE organization_id = $1 AND id = $2`,
    [tenant.organizationId, keyId],
  );
  return row ? ((await withSecrets(tenant, pool, [row]))[0] ?? null) : null;
}

export async function getApiKey(tenant: Tenant, keyId: string): Promise<ApiKeyWithUse> {
  const found = await findApiKey(tenant, keyId);
  if (!found) throw notFound("API key");
  return found;
}

/** Two people changing one key come one after the other, each on the state the other left. */
export async function lockApiKey(tenant: Tenant, tx: Transaction, keyId: string): Promise<ApiKey> {
  const row = await rowOf<ApiKeyRow>(
    tx,
    `SELECT ${KEY_COLUMNS} FROM api_keys k WHERE organization_id = $1 AND id = $2 FOR UPDATE`,
    [tenant.organizationId, keyId],
  );
  if (!row) throw notFound("API key");
  return keyFromRows(row, await secretRows(tenant, tx, [keyId]));
}

/** How many keys could still be used. The organization's row is locked until the transaction ends, so two creations cannot share the last place. */
export async function lockLiveKeyCount(tenant: Tenant, tx: Transaction, now: Date): Promise<number> {
  await rowsOf(tx, "SELECT FROM organizations WHERE id = $1 FOR UPDATE", [tenant.organizationId]);
  const row = await rowOf<{ live: number }>(
    tx,
    `SELECT count(*)::int AS live FROM api_keys
     WHERE organization_id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)`,
    [tenant.organizationId, now],
  );
  return row?.live ?? 0;
}

export async function insertApiKey(tenant: Tenant, tx: Transaction, key: ApiKey, digest: Buffer): Promise<void> {
  await rowsOf(
    tx,
    `INSERT INTO api_keys (organization_id, id, name, note, scopes, allowed_ips, expires_at, created_at, created_by_id, created_by_name,
                           version, changed_at, changed_by_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      tenant.organizationId,
      key.id,
      key.name,
      key.note,
      key.scopes,
      key.allowedIps,
      key.expiresAt,
      key.createdAt,
      key.createdBy.id,
      key.createdBy.name,
      key.version,
      key.changedAt,
      key.changedByName,
    ],
  );
  await insertSecret(tenant, tx, key, digest);
}

/** Stores the newest secret of a key; the others are there already. */
export async function insertSecret(tenant: Tenant, tx: Transaction, key: ApiKey, digest: Buffer): Promise<void> {
  const [newest] = key.secrets;
  if (!newest) throw new Error("Invariant broken: a key has a secret");
  await rowsOf(
    tx,
    "INSERT INTO api_key_secrets (organization_id, key_id, id, digest, hint, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
    [tenant.organizationId, key.id, newest.id, digest, newest.hint, newest.createdAt],
  );
}

/** Writes a changed key and the ends of its secrets, and raises its version. */
export async function saveApiKey(
  tenant: Tenant,
  tx: Transaction,
  key: ApiKey,
  changedByName: string,
  now: Date,
): Promise<ApiKey> {
  const saved = { ...key, version: key.version + 1, changedAt: now, changedByName };
  await rowsOf(
    tx,
    `UPDATE api_keys SET name = $3, note = $4, scopes = $5, allowed_ips = $6, expires_at = $7, revoked_at = $8, revoked_by_name = $9,
       revocation_reason = $10, version = $11, changed_at = $12, changed_by_name = $13
     WHERE organization_id = $1 AND id = $2`,
    [
      tenant.organizationId,
      key.id,
      key.name,
      key.note,
      key.scopes,
      key.allowedIps,
      key.expiresAt,
      key.revokedAt,
      key.revokedByName,
      key.revocationReason,
      saved.version,
      now,
      changedByName,
    ],
  );
  for (const secret of key.secrets) {
    await rowsOf(
      tx,
      `UPDATE api_key_secrets SET ends_at = $4, end_reason = $5
       WHERE organization_id = $1 AND key_id = $2 AND id = $3 AND (ends_at, end_reason) IS DISTINCT FROM ($4, $5)`,
      [tenant.organizationId, key.id, secret.id, secret.endsAt, secret.endReason],
    );
  }
  return saved;
}

/** Keeps the receipt of a revocation, so that every call returns the same one: the first that is kept. */
export async function keepRevocationReceipt(tenant: Tenant, keyId: string, receipt: Receipt): Promise<Receipt> {
  const row = await rowOf<ReceiptRow>(
    environmentStore(tenant.environment).pool,
    `UPDATE api_keys SET revocation_receipt = coalesce(revocation_receipt, $3) WHERE organization_id = $1 AND id = $2
     RETURNING revocation_receipt AS receipt`,
    [tenant.organizationId, keyId, JSON.stringify(receipt)],
  );
  return receiptFromRow(row) ?? receipt;
}

export async function findRevocationReceipt(tenant: Tenant, keyId: string): Promise<Receipt | null> {
  const row = await rowOf<ReceiptRow>(
    environmentStore(tenant.environment).pool,
    "SELECT revocation_receipt AS receipt FROM api_keys WHERE organization_id = $1 AND id = $2",
    [tenant.organizationId, keyId],
  );
  return receiptFromRow(row);
}

type ReceiptRow = { receipt: (Omit<Receipt, "effectiveAt"> & { effectiveAt: string | null }) | null };

function receiptFromRow(row: ReceiptRow | null): Receipt | null {
  if (!row?.receipt) return null;
  return { ...row.receipt, effectiveAt: row.receipt.effectiveAt ? new Date(row.receipt.effectiveAt) : null };
}

/** The keys of these rows with all their secrets and uses, in the order of the rows. */
export async function withSecrets(tenant: Tenant, on: Queryable, rows: readonly ApiKeyRow[]): Promise<ApiKeyWithUse[]> {
  const ids = rows.map((row) => row.id);
  const secrets = await secretRows(tenant, on, ids);
  const uses = await rowsOf<SecretUseRow>(
    on,
    `SELECT secret_id, key_id, first_used_at, last_used_at, ip, route, status, user_agent FROM api_key_secret_uses
     WHERE organization_id = $1 AND key_id = ANY($2) ORDER BY last_used_at DESC`,
    [tenant.organizationId, ids],
  );
  return rows.map((row) => ({
    key: keyFromRows(
      row,
      secrets.filter((secret) => secret.key_id === row.id),
    ),
    uses: uses.filter((use) => use.key_id === row.id).map(useFromRow),
  }));
}

export const KEY_COLUMNS = `k.id, k.name, k.note, k.scopes, k.allowed_ips, k.expires_at, k.created_at, k.created_by_id, k.created_by_name,
  k.revoked_at, k.revoked_by_name, k.revocation_reason, k.version, k.changed_at, k.changed_by_name`;

function secretRows(tenant: Tenant, on: Queryable, keyIds: readonly string[]): Promise<SecretRow[]> {
  return rowsOf<SecretRow>(
    on,
    `SELECT id, key_id, hint, created_at, ends_at, end_reason FROM api_key_secrets
     WHERE organization_id = $1 AND key_id = ANY($2) ORDER BY created_at DESC, id DESC`,
    [tenant.organizationId, keyIds],
  );
}

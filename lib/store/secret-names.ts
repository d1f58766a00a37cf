import type { Environment, Tenant } from "@/lib/domain/environment";
import { environmentStore } from "./connections";
import { rowsOf } from "./sql";

/** How a key is told in a list of something else. The hint is of the secret that was shown. */
export type SecretName = {
  readonly secretId: string;
  readonly keyId: string;
  readonly name: string;
  readonly hint: string;
};

const HINTS_MAX = 1_000;

/** The names of these secrets by their ids. Keys stay listed for good, so none that was ever used is missing. */
export async function findSecretNames(
  tenant: Tenant,
  secretIds: readonly string[],
): Promise<ReadonlyMap<string, SecretName>> {
  if (secretIds.length === 0) return new Map();
  const rows = await rowsOf<SecretName>(environmentStore(tenant.environment).pool, BY_ID, [
    tenant.organizationId,
    secretIds,
  ]);
  return new Map(rows.map((row) => [row.secretId, row]));
}

/** The organization's secrets of one environment by their hints, the newest 1 000. */
export async function findSecretsByHint(
  tenant: Tenant,
  environment: Environment,
): Promise<ReadonlyMap<string, SecretName>> {
  const rows = await rowsOf<SecretName>(environmentStore(environment).pool, NEWEST, [tenant.organizationId, HINTS_MAX]);
  return new Map(rows.map((row) => [row.hint, row]));
}

const NAMES = `
  SELECT s.id AS "secretId", k.id AS "keyId", k.name, s.hint FROM api_key_secrets s
  JOIN api_keys k ON k.organization_id = s.organization_id AND k.id = s.key_id
  WHERE s.organization_id = $1`;
const BY_ID = `${NAMES} AND s.id = ANY($2::uuid[])`;
const NEWEST = `${NAMES} ORDER BY s.created_at DESC LIMIT $2`;

import type { Environment } from "@/lib/domain/environment";
import { environmentStore } from "./connections";
import { rowsOf } from "./sql";

/** One use of a secret; instants as Unix milliseconds. */
export type UseToRecord = {
  readonly secretId: string;
  readonly organizationId: string;
  readonly keyId: string;
  readonly atMs: number;
  readonly ip: string | null;
  readonly route: string;
  readonly status: number;
  readonly userAgent: string | null;
};

/** Writes the newest use of many secrets in one statement; an older one never overwrites a newer one of another server. */
export async function recordSecretUsesAcrossTenants(
  environment: Environment,
  uses: readonly UseToRecord[],
): Promise<void> {
  const column = <Value>(pick: (use: UseToRecord) => Value): Value[] => uses.map(pick);
  await rowsOf(environmentStore(environment).pool, RECORD, [
    column((use) => use.secretId),
    column((use) => use.organizationId),
    column((use) => use.keyId),
    column((use) => new Date(use.atMs)),
    column((use) => use.ip),
    column((use) => use.route),
    column((use) => use.status),
    column((use) => use.userAgent),
  ]);
}

const RECORD = `
  INSERT INTO api_key_secret_uses (secret_id, organization_id, key_id, first_used_at, last_used_at, ip, route, status, user_agent)
  SELECT secret_id, organization_id, key_id, at, at, ip, route, status, user_agent
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[], $6::text[], $7::int[], $8::text[])
    AS new (secret_id, organization_id, key_id, at, ip, route, status, user_agent)
  ORDER BY secret_id
  ON CONFLICT (secret_id) DO UPDATE SET
    last_used_at = excluded.last_used_at, ip = excluded.ip, route = excluded.route, status = excluded.status, user_agent = excluded.user_agent
  WHERE excluded.last_used_at >= api_key_secret_uses.last_used_at`;

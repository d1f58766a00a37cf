import { type ApiKeyStatus, EXPIRING_WITHIN_MS, HYGIENE_AGE_MS } from "@/lib/domain/api-key";
import type { Tenant } from "@/lib/domain/environment";
import type { Scope } from "@/lib/domain/scope";
import type { ApiKeyRow } from "./api-key-rows";
import { type ApiKeyWithUse, KEY_COLUMNS, withSecrets } from "./api-keys";
import { environmentStore } from "./connections";
import { decodeCursor, encodeCursor, idAt, instantAt, type Position, textAt } from "./cursor";
import { likePattern, type Page } from "./page";
import { rowOf, rowsOf } from "./sql";

export type KeyAttention = "unused" | "rotation" | "expiring" | "full-access";
export type KeySort = "createdAt" | "name" | "lastUsedAt" | "expiresAt";

export type ApiKeyFilter = {
  readonly status?: readonly ApiKeyStatus[] | undefined;
  readonly scope?: readonly Scope[] | undefined;
  /** Member ids; null: made on the command line. */
  readonly createdBy?: readonly (string | null)[] | undefined;
  readonly attention?: KeyAttention | undefined;
  /** A canonical CIDR network that a last use came from. */
  readonly usedFrom?: string | undefined;
  readonly search?: string | undefined;
};

export type ApiKeyOrder = { readonly by: KeySort; readonly descending: boolean };

/** One page of keys with their secrets. Rows without the sorted value come last, whatever the direction. */
export async function listApiKeys(
  tenant: Tenant,
  filter: ApiKeyFilter,
  order: ApiKeyOrder,
  page: { limit: number; cursor?: string | undefined },
  now: Date,
): Promise<Page<ApiKeyWithUse>> {
  const { pool } = environmentStore(tenant.environment);
  const filters = [filter, order];
  const after = page.cursor === undefined ? null : decodeCursor(page.cursor, filters, 2);
  const values = filterValues(tenant, filter, now);
  const [rows, counted] = await Promise.all([
    rowsOf<ApiKeyRow & { sorted: Date | string | null }>(pool, listText(order, after), [
      ...values,
      ...positionValues(order, after),
      page.limit + 1,
    ]),
    rowOf<{ total: number }>(pool, `${DERIVED} SELECT count(*)::int AS total FROM derived d WHERE ${MATCHING}`, values),
  ]);
  const items = await withSecrets(tenant, pool, rows.slice(0, page.limit));
  const last = rows[page.limit - 1];
  const hasMore = rows.length > page.limit;
  return {
    items,
    hasMore,
    total: counted?.total ?? 0,
    nextCursor: hasMore && last ? encodeCursor(positionOf(last), filters) : null,
  };
}

export type ApiKeyOverview = {
  readonly counts: Record<ApiKeyStatus, number>;
  readonly attention: Record<KeyAttention, number>;
  readonly creators: readonly { id: string | null; name: string; keys: number }[];
  readonly scopes: readonly { scope: Scope; keys: number }[];
};

/** Counts over all keys of the tenant, for filters and for what needs attention. */
export async function findApiKeyOverview(tenant: Tenant, now: Date): Promise<ApiKeyOverview> {
  const { pool } = environmentStore(tenant.environment);
  const values = baseValues(tenant, now);
  const [statuses, attention, creators, scopes] = await Promise.all([
    rowsOf<{ status: ApiKeyStatus; keys: number }>(
      pool,
      `${DERIVED} SELECT status, count(*)::int AS keys FROM derived d GROUP BY status`,
      values.slice(0, 3),
    ),
    rowOf<Record<"unused" | "rotation" | "expiring" | "full_access", number>>(pool, ATTENTION_COUNTS, values),
    rowsOf<{ id: string | null; name: string; keys: number }>(pool, CREATORS, [tenant.organizationId]),
    rowsOf<{ scope: Scope; keys: number }>(pool, SCOPES, [tenant.organizationId]),
  ]);
  const counts = { active: 0, expiring: 0, rotating: 0, expired: 0, revoked: 0 };
  for (const { status, keys } of statuses) counts[status] = keys;
  return {
    counts,
    attention: {
      unused: attention?.unused ?? 0,
      rotation: attention?.rotation ?? 0,
      expiring: attention?.expiring ?? 0,
      "full-access": attention?.full_access ?? 0,
    },
    creators,
    scopes,
  };
}

// The same derivation as the domain's statusOf, over many rows at once; a test holds the two together.
const DERIVED = `
  WITH secrets AS (
    SELECT key_id, count(*) FILTER (WHERE ends_at IS NULL OR ends_at > $2) AS live,
           max(created_at) FILTER (WHERE end_reason IS DISTINCT FROM 'ROLLED_BACK') AS newest_at, string_agg(hint, ' ') AS hints
    FROM api_key_secrets WHERE organization_id = $1 GROUP BY key_id
  ), uses AS (
    SELECT key_id, max(last_used_at) AS last_used_at, array_agg(ip) AS ips FROM api_key_secret_uses WHERE organization_id = $1 GROUP BY key_id
  ), derived AS (
    SELECT k.*, s.newest_at, s.hints, u.last_used_at, u.ips,
      CASE WHEN k.revoked_at IS NOT NULL THEN 'revoked' WHEN k.expires_at <= $2 THEN 'expired' WHEN s.live = 2 THEN 'rotating'
           WHEN k.expires_at <= $3 THEN 'expiring' ELSE 'active' END AS status,
      k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > $2) AS is_live
    FROM api_keys k JOIN secrets s ON s.key_id = k.id LEFT JOIN uses u ON u.key_id = k.id WHERE k.organization_id = $1
  )`;

const NEEDS = {
  unused: "is_live AND coalesce(last_used_at, created_at) <= $4",
  rotation: "is_live AND newest_at <= $4",
  expiring: "is_live AND expires_at <= $3",
  full_access: "is_live AND '*' = ANY(scopes)",
} as const;

const ATTENTION_COUNTS = `${DERIVED} SELECT ${Object.entries(NEEDS)
  .map(([name, condition]) => `count(*) FILTER (WHERE ${condition})::int AS ${name}`)
  .join(", ")} FROM derived`;

const CREATORS = `SELECT created_by_id AS id, max(created_by_name) AS name, count(*)::int AS keys FROM api_keys WHERE organization_id = $1
  GROUP BY created_by_id ORDER BY keys DESC, name LIMIT 200`;

const SCOPES = `SELECT scope, count(*)::int AS keys FROM api_keys, unnest(scopes) AS scope WHERE organization_id = $1 GROUP BY scope ORDER BY scope`;

const MATCHING = `
  ($5::text[] IS NULL OR d.status = ANY($5))
  AND ($6::text[] IS NULL OR d.scopes && $6)
  AND ($7::uuid[] IS NULL OR d.created_by_id = ANY($7) OR ($8 AND d.created_by_id IS NULL))
  AND ($9::text IS NULL OR CASE $9 WHEN 'unused' THEN ${NEEDS.unused} WHEN 'rotation' THEN ${NEEDS.rotation}
         WHEN 'expiring' THEN ${NEEDS.expiring} ELSE ${NEEDS.full_access} END)
  AND ($10::inet IS NULL OR EXISTS (SELECT FROM unnest(d.ips) AS seen WHERE seen::inet <<= $10))
  AND ($11::text IS NULL OR d.name ILIKE $11 OR d.note ILIKE $11 OR d.hints ILIKE $11)`;

const SORTED = {
  createdAt: { column: "d.created_at", type: "timestamptz" },
  name: { column: "lower(d.name)", type: "text" },
  lastUsedAt: { column: "d.last_used_at", type: "timestamptz" },
  expiresAt: { column: "d.expires_at", type: "timestamptz" },
} as const satisfies Record<KeySort, { column: string; type: string }>;

function listText({ by, descending }: ApiKeyOrder, after: Position | null): string {
  const { column, type } = SORTED[by];
  const direction = descending ? "DESC" : "ASC";
  const beyond = descending ? "<" : ">";
  const isAfter =
    after?.[0] === null
      ? `(${column} IS NULL AND d.id ${beyond} $13 AND $12::text IS NULL)`
      : `($12::${type} IS NULL OR ${column} IS NULL OR (${column}, d.id) ${beyond} ($12::${type}, $13::uuid))`;
  return `${DERIVED} SELECT ${KEY_COLUMNS.replaceAll("k.", "d.")}, ${column} AS sorted FROM derived d
    WHERE ${MATCHING} AND ${isAfter} ORDER BY ${column} ${direction} NULLS LAST, d.id ${direction} LIMIT $14`;
}

function positionValues({ by }: ApiKeyOrder, after: Position | null): unknown[] {
  if (!after) return [null, null];
  const value = after[0] === null ? null : SORTED[by].type === "text" ? textAt(after, 0) : instantAt(after, 0);
  return [value, idAt(after, 1)];
}

function positionOf(row: ApiKeyRow & { sorted: Date | string | null }): Position {
  return [row.sorted instanceof Date ? row.sorted.toISOString() : row.sorted, row.id];
}

const baseValues = (tenant: Tenant, now: Date): unknown[] => [
  tenant.organizationId,
  now,
  new Date(now.getTime() + EXPIRING_WITHIN_MS),
  new Date(now.getTime() - HYGIENE_AGE_MS),
];

const filterValues = (tenant: Tenant, filter: ApiKeyFilter, now: Date): unknown[] => [
  ...baseValues(tenant, now),
  filter.status ?? null,
  filter.scope ?? null,
  filter.createdBy?.filter((id) => id !== null) ?? null,
  filter.createdBy?.includes(null) ?? false,
  filter.attention?.replace("-", "_") ?? null,
  filter.usedFrom ?? null,
  filter.search === undefined ? null : likePattern(filter.search),
];

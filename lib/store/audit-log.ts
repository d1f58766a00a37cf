import { CHAIN_START, type Json } from "@/lib/domain/audit";
import type { Tenant } from "@/lib/domain/environment";
import { hashOf, type StoredAuditEntry } from "./audit-events";
import { controlStore, environmentStore } from "./connections";
import { decodeCursor, encodeCursor, sequenceAt } from "./cursor";
import { likePattern, type Page } from "./page";
import { rowOf, rowsOf } from "./sql";

/** `environment`: the log beside this environment's data. `organization`: the one beside people and sessions. */
export type AuditChainName = "environment" | "organization";

export type AuditFilter = {
  readonly chain: AuditChainName;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly target?: string | undefined;
  readonly search?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
};

export type AuditVerification = {
  readonly entries: number;
  readonly brokenAt: { readonly sequence: number; readonly id: string | null } | null;
};

const VERIFY_BATCH = 1_000;

/** Newest first. */
export async function listAuditEntries(
  tenant: Tenant,
  filter: AuditFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<Page<StoredAuditEntry>> {
  const { pool } = storeOf(tenant, filter.chain);
  const values = filterValues(tenant, filter);
  const after = page.cursor === undefined ? null : decodeCursor(page.cursor, values, 1);
  const [rows, counted] = await Promise.all([
    rowsOf<AuditRow>(pool, LIST, [...values, after && sequenceAt(after, 0), page.limit + 1]),
    rowOf<{ total: number }>(pool, COUNT, values),
  ]);
  const items = rows.slice(0, page.limit).map(fromRow);
  const last = items.at(-1);
  const hasMore = rows.length > page.limit;
  return {
    items,
    hasMore,
    total: counted?.total ?? 0,
    nextCursor: hasMore && last ? encodeCursor([last.sequence], values) : null,
  };
}

/** Every matching entry, newest first, read in batches: a long log never stands in memory as a whole. */
export async function* eachAuditEntry(tenant: Tenant, filter: AuditFilter): AsyncGenerator<StoredAuditEntry> {
  const { pool } = storeOf(tenant, filter.chain);
  const values = filterValues(tenant, filter);
  for (let after: number | null = null; ; ) {
    const rows: AuditRow[] = await rowsOf<AuditRow>(pool, LIST, [...values, after, VERIFY_BATCH]);
    yield* rows.map(fromRow);
    const last = rows.at(-1);
    if (!last || rows.length < VERIFY_BATCH) return;
    after = last.sequence;
  }
}

export type AuditFacets = { actors: { id: string; name: string; kind: string }[]; actions: string[] };

/** What the log can be filtered by. */
export async function findAuditFacets(tenant: Tenant, chain: AuditChainName): Promise<AuditFacets> {
  const { pool } = storeOf(tenant, chain);
  const [actors, actions] = await Promise.all([
    rowsOf<{ id: string; name: string; kind: string }>(
      pool,
      `SELECT DISTINCT ON (coalesce(actor->>'id', actor->>'name')) coalesce(actor->>'id', actor->>'name') AS id, actor->>'name' AS name, actor->>'kind' AS kind
       FROM audit_events WHERE organization_id = $1 ORDER BY coalesce(actor->>'id', actor->>'name'), sequence DESC LIMIT 500`,
      [tenant.organizationId],
    ),
    rowsOf<{ action: string }>(
      pool,
      "SELECT DISTINCT action FROM audit_events WHERE organization_id = $1 ORDER BY action LIMIT 100",
      [tenant.organizationId],
    ),
  ]);
  return { actors, actions: actions.map(({ action }) => action) };
}

/**
 * Recomputes the chain from its start to its newest link. Finds an edited, inserted, removed or reordered entry, and a log
 * that was cut at its end.
 */
export async function verifyAuditChain(tenant: Tenant, chain: AuditChainName): Promise<AuditVerification> {
  const { pool, auditKey } = storeOf(tenant, chain);
  const head = await findHead(tenant, chain);
  let previous = { sequence: 0, hash: CHAIN_START };
  while (previous.sequence < head.sequence) {
    const rows = await rowsOf<AuditRow>(pool, OLDEST_FIRST, [tenant.organizationId, previous.sequence, VERIFY_BATCH]);
    // Entries that were added after the newest link was read are for the next verification.
    for (const entry of rows.map(fromRow).filter(({ sequence }) => sequence <= head.sequence)) {
      const follows = entry.sequence === previous.sequence + 1 && entry.previousHash === previous.hash;
      if (!follows || hashOf(auditKey, entryWithoutHash(entry)) !== entry.hash) {
        return { entries: previous.sequence, brokenAt: { sequence: entry.sequence, id: entry.id } };
      }
      previous = { sequence: entry.sequence, hash: entry.hash };
    }
    if (rows.length < VERIFY_BATCH) break;
  }
  const brokenAt = (sequence: number) => ({ entries: previous.sequence, brokenAt: { sequence, id: null } });
  if (previous.sequence < head.sequence) return brokenAt(previous.sequence + 1);
  if (previous.hash !== head.hash) return brokenAt(previous.sequence);
  if (head.newest > head.sequence) return brokenAt(head.sequence + 1);
  return { entries: previous.sequence, brokenAt: null };
}

type Head = { sequence: number; hash: string; newest: number };

/** The newest link, and the newest entry of the same moment: beyond the link there is nothing but what somebody put there. */
async function findHead(tenant: Tenant, chain: AuditChainName): Promise<Head> {
  const head = await rowOf<Head>(storeOf(tenant, chain).pool, HEAD, [tenant.organizationId, CHAIN_START]);
  return head ?? { sequence: 0, hash: CHAIN_START, newest: 0 };
}

const HEAD = `SELECT coalesce(c.sequence, 0) AS sequence, coalesce(c.hash, $2) AS hash, coalesce(e.newest, 0) AS newest
  FROM (SELECT max(sequence) AS newest FROM audit_events WHERE organization_id = $1) e LEFT JOIN audit_chains c ON c.organization_id = $1`;

type AuditRow = {
  organization_id: string;
  sequence: number;
  id: string;
  occurred_at: Date;
  action: string;
  actor: Json;
  target: Json;
  before: Json;
  after: Json;
  details: Json;
  previous_hash: string;
  hash: string;
};

const COLUMNS =
  "organization_id, sequence, id, occurred_at, action, actor, target, before, after, details, previous_hash, hash";

const MATCHING = `organization_id = $1
  AND ($2::text IS NULL OR actor->>'id' = $2 OR actor->>'name' = $2)
  AND ($3::text IS NULL OR action = $3)
  AND ($4::text IS NULL OR target->>'id' = $4)
  AND ($5::text IS NULL OR target->>'name' ILIKE $5 OR actor->>'name' ILIKE $5 OR action ILIKE $5 OR details::text ILIKE $5)
  AND ($6::timestamptz IS NULL OR occurred_at >= $6) AND ($7::timestamptz IS NULL OR occurred_at < $7)`;

const LIST = `SELECT ${COLUMNS} FROM audit_events WHERE ${MATCHING} AND ($8::int IS NULL OR sequence < $8) ORDER BY sequence DESC LIMIT $9`;
const COUNT = `SELECT count(*)::int AS total FROM audit_events WHERE ${MATCHING}`;
const OLDEST_FIRST = `SELECT ${COLUMNS} FROM audit_events WHERE organization_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3`;

const filterValues = (tenant: Tenant, filter: AuditFilter) => [
  tenant.organizationId,
  filter.actor ?? null,
  filter.action ?? null,
  filter.target ?? null,
  filter.search === undefined ? null : likePattern(filter.search),
  filter.from ?? null,
  filter.to ?? null,
];

function storeOf(tenant: Tenant, chain: AuditChainName) {
  return chain === "organization" ? controlStore() : environmentStore(tenant.environment);
}

function fromRow(row: AuditRow): StoredAuditEntry {
  const { organization_id: organizationId, occurred_at: occurredAt, previous_hash: previousHash, ...rest } = row;
  return { organizationId, occurredAt, previousHash, ...rest };
}

function entryWithoutHash({ hash: _, ...entry }: StoredAuditEntry) {
  return entry;
}

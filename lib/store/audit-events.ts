import { createHmac, randomUUID } from "node:crypto";
import type { Actor, AuditEntry, AuditEvent, Json, JsonObject } from "@/lib/domain/audit";
import { auditEntryText, CHAIN_START } from "@/lib/domain/audit";
import { type Queryable, rowOf, rowsOf } from "./sql";

export type StoredAuditEntry = AuditEntry & { readonly hash: string };

/** The newest link of a chain. */
export type ChainEnd = { readonly sequence: number; readonly hash: string };

/** What one change tells the log. */
export type AuditedChange = { readonly actor: Actor; readonly now: Date; readonly audit: readonly AuditEvent[] };

/**
 * Appends to the organization's chain and returns its new end. The chain's row is locked until the transaction ends, so
 * two changes never claim one predecessor; callers append last, to hold that lock for the commit alone.
 * `remembered` is where the caller believes the chain to end: it saves the look when it is right, and costs one when it is not.
 */
export async function appendAuditEvents(
  tx: Queryable,
  auditKey: Buffer,
  organizationId: string,
  changes: readonly AuditedChange[],
  remembered: ChainEnd | null = null,
): Promise<ChainEnd> {
  const linkTo = (end: ChainEnd) => link(tx, organizationId, end, entriesOf(auditKey, organizationId, end, changes));
  const end = remembered ?? (await lockChain(tx, organizationId));
  return (await linkTo(end)) ?? (await linkTo(await lockChain(tx, organizationId))) ?? broken(organizationId);
}

/** Each entry hashed over the one before, the first over `end`. */
function entriesOf(
  auditKey: Buffer,
  organizationId: string,
  end: ChainEnd,
  changes: readonly AuditedChange[],
): StoredAuditEntry[] {
  const entries: StoredAuditEntry[] = [];
  let last = end;
  for (const { actor, now, audit } of changes) {
    for (const event of audit) {
      const entry = entryOf(organizationId, last, actor, now, event);
      last = { sequence: entry.sequence, hash: hashOf(auditKey, entry) };
      entries.push({ ...entry, hash: last.hash });
    }
  }
  return entries;
}

/** The chain's new end, or null when the chain ends elsewhere than at `end`. */
async function link(
  tx: Queryable,
  organizationId: string,
  end: ChainEnd,
  entries: readonly StoredAuditEntry[],
): Promise<ChainEnd | null> {
  const { sequence, hash } = entries.at(-1) ?? end;
  const linked = await rowOf(tx, APPEND, [
    organizationId,
    end.sequence,
    end.hash,
    sequence,
    hash,
    JSON.stringify(entries),
  ]);
  return linked && { sequence, hash };
}

function broken(organizationId: string): never {
  throw new Error(`Invariant broken: a locked audit chain does not move (${organizationId})`);
}

export function hashOf(auditKey: Buffer, entry: AuditEntry): string {
  return createHmac("sha256", auditKey).update(auditEntryText(entry)).digest("hex");
}

const APPEND = `
  WITH link AS (
    UPDATE audit_chains SET sequence = $4::int, hash = $5
    WHERE organization_id = $1::uuid AND sequence = $2::int AND hash = $3 RETURNING 1
  ), entries AS (
    INSERT INTO audit_events (organization_id, sequence, id, occurred_at, action, actor, target, before, after, details, previous_hash, hash)
    SELECT $1::uuid, sequence, id, "occurredAt", action, actor, target, before, after, details, "previousHash", hash
    FROM link, json_to_recordset($6::json) AS entry (
      sequence int, id uuid, "occurredAt" timestamptz, action text,
      actor jsonb, target jsonb, before jsonb, after jsonb, details jsonb, "previousHash" text, hash text
    )
  )
  SELECT FROM link`;

async function lockChain(tx: Queryable, organizationId: string): Promise<ChainEnd> {
  const lock = () =>
    rowOf<ChainEnd>(tx, "SELECT sequence, hash FROM audit_chains WHERE organization_id = $1::uuid FOR UPDATE", [
      organizationId,
    ]);
  const found = await lock();
  if (found) return found;
  await rowsOf(
    tx,
    "INSERT INTO audit_chains (organization_id, sequence, hash) VALUES ($1::uuid, 0, $2) ON CONFLICT DO NOTHING",
    [organizationId, CHAIN_START],
  );
  return (await lock()) ?? { sequence: 0, hash: CHAIN_START };
}

function entryOf(organizationId: string, previous: ChainEnd, actor: Actor, now: Date, event: AuditEvent): AuditEntry {
  const { sampleWrittenAt, ...who } = actor;
  return {
    organizationId,
    sequence: previous.sequence + 1,
    id: randomUUID(),
    occurredAt: sampleWrittenAt ?? now,
    action: event.action,
    actor: who,
    target: { ...event.target },
    before: plain(event.before),
    after: plain(event.after),
    details: plain(event.details),
    previousHash: previous.hash,
  };
}

// Through JSON once, so that what is hashed is exactly what the column gives back (no undefined, no -0).
const plain = (value: JsonObject | undefined): Json => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

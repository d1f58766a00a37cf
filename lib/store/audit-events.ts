import { createHmac, randomUUID } from "node:crypto";
import type { Actor, AuditEntry, AuditEvent, Json, JsonObject } from "@/lib/domain/audit";
import { auditEntryText, CHAIN_START } from "@/lib/domain/audit";
import { type Queryable, rowOf, rowsOf } from "./sql";

export type StoredAuditEntry = AuditEntry & { readonly hash: string };

/** The newest link of a chain. */
export type ChainEnd = { readonly sequence: number; readonly hash: string };

/**
 * Appends to the organization's chain and returns its new end. The chain's row is locked until the transaction ends, so
 * two changes never claim one predecessor; callers append last, to hold that lock for the commit alone.
 * `remembered` is where the caller believes the chain to end: it saves the look when it is right, and costs one when it is not.
 */
export async function appendAuditEvents(
  tx: Queryable,
  auditKey: Buffer,
  organizationId: string,
  actor: Actor,
  now: Date,
  events: readonly AuditEvent[],
  remembered: ChainEnd | null = null,
): Promise<ChainEnd> {
  let end = remembered ?? (await lockChain(tx, organizationId));
  for (const event of events) {
    const linkTo = (chainEnd: ChainEnd) => link(tx, auditKey, entryOf(organizationId, chainEnd, actor, now, event));
    end = (await linkTo(end)) ?? (await linkTo(await lockChain(tx, organizationId))) ?? broken(organizationId);
  }
  return end;
}

/** The chain's new end, or null when the chain ends elsewhere than the entry says. */
async function link(tx: Queryable, auditKey: Buffer, entry: AuditEntry): Promise<ChainEnd | null> {
  const hash = hashOf(auditKey, entry);
  const linked = await rowOf(tx, APPEND, [
    entry.organizationId,
    entry.sequence,
    entry.id,
    entry.occurredAt,
    entry.action,
    JSON.stringify(entry.actor),
    JSON.stringify(entry.target),
    jsonOrNull(entry.before),
    jsonOrNull(entry.after),
    jsonOrNull(entry.details),
    entry.previousHash,
    hash,
  ]);
  return linked && { sequence: entry.sequence, hash };
}

function broken(organizationId: string): never {
  throw new Error(`Invariant broken: a locked audit chain does not move (${organizationId})`);
}

export function hashOf(auditKey: Buffer, entry: AuditEntry): string {
  return createHmac("sha256", auditKey).update(auditEntryText(entry)).digest("hex");
}

const APPEND = `
  WITH link AS (
    UPDATE audit_chains SET sequence = $2, hash = $12
    WHERE organization_id = $1::uuid AND sequence = $2 - 1 AND hash = $11 RETURNING 1
  )
  INSERT INTO audit_events (organization_id, sequence, id, occurred_at, action, actor, target, before, after, details, previous_hash, hash)
  SELECT $1::uuid, $2, $3::uuid, $4, $5, $6::jsonb, $7::jsonb, $8::jsonb, $9::jsonb, $10::jsonb, $11, $12 FROM link
  RETURNING sequence`;

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

const jsonOrNull = (value: Json): string | null => (value === null ? null : JSON.stringify(value));

import { createHmac, randomUUID } from "node:crypto";
import type { Actor, AuditEntry, AuditEvent, Json, JsonObject } from "@/lib/domain/audit";
import { auditEntryText, CHAIN_START } from "@/lib/domain/audit";
import { type Queryable, rowOf, rowsOf } from "./sql";

export type StoredAuditEntry = AuditEntry & { readonly hash: string };

/**
 * Appends to the organization's chain. The chain's row is locked until the transaction ends, so two changes never
 * claim one predecessor; callers append last, to hold that lock for the commit alone.
 */
export async function appendAuditEvents(
  tx: Queryable,
  auditKey: Buffer,
  organizationId: string,
  actor: Actor,
  now: Date,
  events: readonly AuditEvent[],
): Promise<void> {
  let { sequence, hash } = await lockChain(tx, organizationId);
  for (const event of events) {
    sequence += 1;
    const entry = entryOf(organizationId, sequence, hash, actor, now, event);
    hash = hashOf(auditKey, entry);
    await rowsOf(tx, APPEND, [
      organizationId,
      sequence,
      entry.id,
      now,
      entry.action,
      JSON.stringify(entry.actor),
      JSON.stringify(entry.target),
      jsonOrNull(entry.before),
      jsonOrNull(entry.after),
      jsonOrNull(entry.details),
      entry.previousHash,
      hash,
    ]);
  }
}

export function hashOf(auditKey: Buffer, entry: AuditEntry): string {
  return createHmac("sha256", auditKey).update(auditEntryText(entry)).digest("hex");
}

const APPEND = `
  WITH link AS (UPDATE audit_chains SET sequence = $2, hash = $12 WHERE organization_id = $1::uuid)
  INSERT INTO audit_events (organization_id, sequence, id, occurred_at, action, actor, target, before, after, details, previous_hash, hash)
  VALUES ($1::uuid, $2, $3::uuid, $4, $5, $6::jsonb, $7::jsonb, $8::jsonb, $9::jsonb, $10::jsonb, $11, $12)`;

async function lockChain(tx: Queryable, organizationId: string): Promise<{ sequence: number; hash: string }> {
  const lock = () =>
    rowOf<{ sequence: number; hash: string }>(
      tx,
      "SELECT sequence, hash FROM audit_chains WHERE organization_id = $1::uuid FOR UPDATE",
      [organizationId],
    );
  const found = await lock();
  if (found) return found;
  await rowsOf(
    tx,
    "INSERT INTO audit_chains (organization_id, sequence, hash) VALUES ($1::uuid, 0, $2) ON CONFLICT DO NOTHING",
    [organizationId, CHAIN_START],
  );
  return (await lock()) ?? { sequence: 0, hash: CHAIN_START };
}

function entryOf(
  organizationId: string,
  sequence: number,
  previousHash: string,
  actor: Actor,
  now: Date,
  event: AuditEvent,
): AuditEntry {
  return {
    organizationId,
    sequence,
    id: randomUUID(),
    occurredAt: now,
    action: event.action,
    actor: { ...actor },
    target: { ...event.target },
    before: plain(event.before),
    after: plain(event.after),
    details: plain(event.details),
    previousHash,
  };
}

// Through JSON once, so that what is hashed is exactly what the column gives back (no undefined, no -0).
const plain = (value: JsonObject | undefined): Json => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

const jsonOrNull = (value: Json): string | null => (value === null ? null : JSON.stringify(value));

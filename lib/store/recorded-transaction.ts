import type { Actor, AuditEvent } from "@/lib/domain/audit";
import type { Tenant } from "@/lib/domain/environment";
import { appendAuditEvents, type ChainEnd } from "./audit-events";
import { environmentStore } from "./connections";
import { claimIdempotencyKey, type Idempotency, keepAnswer } from "./idempotent-answers";
import { insertSampleObjects } from "./sample-objects";
import { inTransaction, type Transaction } from "./sql";

type Recorded<Result> = { result: Result; audit: readonly [AuditEvent, ...AuditEvent[]] | readonly [] };

/**
 * Data, audit row and (for a creating call) the kept answer are stored together or not at all.
 * Leaving out the audit event does not compile; an empty list says that nothing was changed.
 */
export async function recordedTransaction<Result>(
  tenant: Tenant,
  actor: Actor,
  now: Date,
  work: (tx: Transaction) => Promise<Recorded<Result>>,
  idempotency: Idempotency<Result> | null = null,
): Promise<Result> {
  const { pool, auditKey, auditTurns } = environmentStore(tenant.environment);
  const { organizationId } = tenant;
  const turn = auditTurns.of(organizationId);
  let chainEnd: ChainEnd | null = null;
  try {
    const { result, end } = await inTransaction(pool, async (tx) => {
      if (idempotency) await claimIdempotencyKey(tenant, tx, idempotency, now);
      const { result, audit } = await work(tx);
      if (idempotency) await keepAnswer(tenant, tx, idempotency, result, now);
      if (audit.length === 0) return { result, end: null };
      if (actor.sampleWrittenAt) await insertSampleObjects(tenant, tx, audit);
      const remembered = await turn.take();
      return { result, end: await appendAuditEvents(tx, auditKey, organizationId, actor, now, audit, remembered) };
    });
    chainEnd = end;
    return result;
  } finally {
    turn.over(chainEnd);
  }
}

import type { Actor } from "@/lib/domain/audit";
import type { Tenant } from "@/lib/domain/environment";
import { ChangeQueues } from "./change-queues";
import { commitAlone, commitTogether } from "./commit-together";
import { type EnvironmentStore, environmentStore } from "./connections";
import type { Idempotency } from "./idempotent-answers";
import { type Recorded, settled } from "./pending-change";
import type { Transaction } from "./sql";

type Work<Result> = (tx: Transaction) => Promise<Recorded<Result>>;

/**
 * Data, audit row and (for a creating call) the kept answer are stored together or not at all.
 * Leaving out the audit event does not compile; an empty list says that nothing was changed.
 */
export function recordedTransaction<Result>(
  tenant: Tenant,
  actor: Actor,
  now: Date,
  work: Work<Result>,
  idempotency: Idempotency<Result> | null = null,
): Promise<Result> {
  return settled(tenant, { actor, now, work, idempotency }, (change) => commitAlone(tenant, change));
}

/**
 * The same for work of which much comes at once: what one organization has waiting is committed by one transaction, each piece
 * stored or refused as if it had been alone. Only for work that inserts and decides nothing on rows that it read, because
 * pieces of one transaction are not kept apart by locks. `work` runs again when that transaction is not committed.
 */
export function sharedRecordedTransaction<Result>(
  tenant: Tenant,
  actor: Actor,
  now: Date,
  work: Work<Result>,
  idempotency: Idempotency<Result> | null = null,
): Promise<Result> {
  const queues = queuesOf(environmentStore(tenant.environment));
  return settled(tenant, { actor, now, work, idempotency }, (change) => {
    queues.add(tenant.organizationId, change, (changes) => commitTogether(tenant, changes));
    return undefined;
  });
}

const queuesByStore = new WeakMap<EnvironmentStore, ChangeQueues>();

const queuesOf = (store: EnvironmentStore): ChangeQueues => {
  const queues = queuesByStore.get(store) ?? new ChangeQueues();
  queuesByStore.set(store, queues);
  return queues;
};

import type { ApiKey, Receipt } from "@/lib/domain/api-key";
import type { Actor, AuditEvent } from "@/lib/domain/audit";
import type { Tenant } from "@/lib/domain/environment";
import { lockApiKey, saveApiKey } from "@/lib/store/api-keys";
import type { Idempotency } from "@/lib/store/idempotent-answers";
import { announceKeyChange, awaitKeyChange } from "@/lib/store/key-changes";
import { recordedTransaction } from "@/lib/store/recorded-transaction";
import type { Transaction } from "@/lib/store/sql";

/** What a decision over a locked key comes to. No audit event: nothing is written and nobody is told. */
export type KeyDecision = {
  readonly key: ApiKey;
  readonly audit: AuditEvent | null;
  /** Whether servers must confirm before the change is in force. */
  readonly announce: boolean;
  /** What else belongs into the same transaction. */
  readonly alsoStore?: (tx: Transaction, key: ApiKey) => Promise<void>;
};

export type ChangedKey = { readonly key: ApiKey; readonly receipt: Receipt | null };

/**
 * The silhouette of every change to a key: lock, decide, save, announce, record; then wait until no server can act on
 * what it knew before. A null receipt: nobody had to be told.
 */
export async function announcedKeyChange(
  tenant: Tenant,
  actor: Actor,
  keyId: string,
  now: Date,
  decide: (key: ApiKey) => KeyDecision,
  idempotency: Idempotency<ApiKey> | null = null,
): Promise<ChangedKey> {
  const startedMs = performance.now();
  let generation: bigint | null = null;
  const work = async (tx: Transaction) => {
    const decision = decide(await lockApiKey(tenant, tx, keyId));
    if (!decision.audit) return { result: decision.key, audit: [] as const };
    await decision.alsoStore?.(tx, decision.key);
    const key = await saveApiKey(tenant, tx, decision.key, actor.name, now);
    if (decision.announce) generation = await announceKeyChange(tenant, tx, keyId);
    return { result: key, audit: [decision.audit] as const };
  };
  const key = await recordedTransaction(tenant, actor, now, work, idempotency);
  return { key, receipt: generation === null ? null : await awaitKeyChange(tenant, generation, now, startedMs) };
}

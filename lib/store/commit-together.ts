// One commit, one new end of the audit chain and one write of kept answers for several changes of an organization.
// All of them are stored or none, and then whoever failed is done again alone: nobody is refused for what another did.
import type { Tenant } from "@/lib/domain/environment";
import { DomainError } from "@/lib/domain/errors";
import { appendAuditEvents, type ChainEnd } from "./audit-events";
import type { AuditTurn } from "./audit-turns";
import { environmentStore } from "./connections";
import { claimIdempotencyKeys, keepAnswers } from "./idempotent-answers";
import type { PendingChange, Performed } from "./pending-change";
import { failedToLock, inTransaction, isUnavailable, rowsOf, sent, type Transaction } from "./sql";

type Refused = { readonly change: PendingChange; readonly refusal: unknown };
type Done = { readonly change: PendingChange; readonly performed: Performed };
type Outcome = {
  readonly done: readonly Done[];
  /** Their refusal stands. */
  readonly refused: readonly Refused[];
  /** Nothing was stored. These are to be done again, each on its own … */
  readonly alone: readonly PendingChange[];
  /** … and these once more together. */
  readonly rest: readonly PendingChange[];
};

/** Settles the change by a transaction of its own, which waits for other transactions where it must. */
export async function commitAlone(tenant: Tenant, change: PendingChange): Promise<void> {
  await settleAll(tenant, [change], false);
}

/** Settles every change. Answers whether the database could be used: when not, all were refused for that. */
export function commitTogether(tenant: Tenant, changes: readonly PendingChange[]): Promise<boolean> {
  return settleAll(tenant, changes, true);
}

async function settleAll(tenant: Tenant, changes: readonly PendingChange[], isShared: boolean): Promise<boolean> {
  const { done, refused, alone, rest } = await attempt(tenant, changes, isShared);
  for (const { performed } of done) performed.resolve();
  for (const { change, refusal } of refused) change.reject(refusal);
  for (const change of alone) void commitAlone(tenant, change);
  if (rest.length > 0) return settleAll(tenant, rest, isShared);
  return !refused.some(({ refusal }) => isUnavailable(refusal));
}

async function attempt(tenant: Tenant, changes: readonly PendingChange[], isShared: boolean): Promise<Outcome> {
  const { pool, auditTurns } = environmentStore(tenant.environment);
  const turn = auditTurns.of(tenant.organizationId);
  let end: ChainEnd | null = null;
  let isCommitting = false;
  try {
    const committed = await inTransaction(pool, async (tx) => {
      // One that would have to wait for somebody else's transaction must not make others wait.
      const limited = isShared && sent(rowsOf(tx, "SET LOCAL lock_timeout = '100ms'"));
      const performed = await performAll(tenant, tx, changes);
      await limited;
      // The end of the audit chain is worth the wait: whoever holds it is at its commit.
      const unlimited = isShared && sent(rowsOf(tx, "SET LOCAL lock_timeout TO DEFAULT"));
      const newEnd = await record(tenant, tx, turn, performed.done);
      await unlimited;
      isCommitting = true;
      return { ...performed, newEnd };
    });
    end = committed.newEnd;
    return { ...committed, alone: [], rest: [] };
  } catch (error) {
    // Not again after an attempt to commit: it may have succeeded without our hearing of it.
    const isFinal = !isShared || isCommitting || isUnavailable(error) || (changes.length === 1 && !failedToLock(error));
    return isFinal ? refusedAll(changes, error) : doneAgain(changes, error);
  } finally {
    turn.over(end);
  }
}

const refusedAll = (changes: readonly PendingChange[], refusal: unknown): Outcome => ({
  done: [],
  refused: changes.map((change) => ({ change, refusal })),
  alone: [],
  rest: [],
});

/** The changes that were refused in a transaction that they shared. Their refusal may rest on what was undone with it. */
class Spoiled extends Error {
  constructor(readonly by: ReadonlySet<PendingChange>) {
    super("A change was refused");
  }
}

function doneAgain(changes: readonly PendingChange[], error: unknown): Outcome {
  const isAlone = (change: PendingChange) => !(error instanceof Spoiled) || error.by.has(change);
  return {
    done: [],
    refused: [],
    alone: changes.filter(isAlone),
    rest: changes.filter((change) => !isAlone(change)),
  };
}

async function performAll(
  tenant: Tenant,
  tx: Transaction,
  changes: readonly PendingChange[],
): Promise<{ done: Done[]; refused: Refused[] }> {
  const refused = await refusedByKey(tenant, tx, changes);
  const isRefused = new Set(refused.map(({ change }) => change));
  const running = changes.filter((change) => !isRefused.has(change));
  // Until all have settled, not until the first fails: a statement after the ROLLBACK would be a transaction of its own.
  const outcomes = await Promise.allSettled(running.map((change) => change.perform(tx)));
  const done: Done[] = [];
  const failures: Refused[] = [];
  for (const [at, change] of running.entries()) {
    const outcome = outcomes[at];
    if (outcome?.status === "fulfilled") done.push({ change, performed: outcome.value });
    else failures.push({ change, refusal: outcome?.reason });
  }
  if (failures.length > 0) throw spoiling(failures, changes.length);
  return { done, refused };
}

function spoiling(failures: readonly Refused[], together: number): unknown {
  const [first] = failures;
  const refusals = failures.map(({ refusal }) => refusal);
  const decisive = refusals.find(isUnavailable) ?? refusals.find((refusal) => !(refusal instanceof DomainError));
  // What the database refuses fails every statement after it, so that nobody knows who would have succeeded.
  if (decisive || together === 1) return decisive ?? first?.refusal;
  return new Spoiled(new Set(failures.map(({ change }) => change)));
}

async function refusedByKey(tenant: Tenant, tx: Transaction, changes: readonly PendingChange[]): Promise<Refused[]> {
  const called = changes.flatMap((change) => (change.call ? [{ change, call: change.call, now: change.now }] : []));
  const refusals = await claimIdempotencyKeys(tenant, tx, called);
  return called.flatMap(({ change }, at) => {
    const refusal = refusals[at];
    return refusal ? [{ change, refusal }] : [];
  });
}

async function record(
  tenant: Tenant,
  tx: Transaction,
  turn: AuditTurn,
  done: readonly Done[],
): Promise<ChainEnd | null> {
  const answers = done.flatMap(({ performed: { answer } }) => answer ?? []);
  const kept = sent(keepAnswers(tenant, tx, answers));
  const audited = done.map(({ change: { actor, now }, performed: { audit } }) => ({ actor, now, audit }));
  const { auditKey } = environmentStore(tenant.environment);
  const end = audited.some(({ audit }) => audit.length > 0)
    ? await appendAuditEvents(tx, auditKey, tenant.organizationId, audited, await turn.take())
    : null;
  await kept;
  return end;
}

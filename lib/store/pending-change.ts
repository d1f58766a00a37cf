import type { Actor, AuditEvent } from "@/lib/domain/audit";
import type { Tenant } from "@/lib/domain/environment";
import { exactJsonText } from "@/lib/domain/exact-number";
import type { AnswerToKeep, CallIdentity, Idempotency } from "./idempotent-answers";
import { insertSampleObjects } from "./sample-objects";
import type { Transaction } from "./sql";

export type Recorded<Result> = { result: Result; audit: readonly [AuditEvent, ...AuditEvent[]] | readonly [] };

export type Change<Result> = {
  readonly actor: Actor;
  readonly now: Date;
  readonly work: (tx: Transaction) => Promise<Recorded<Result>>;
  readonly idempotency: Idempotency<Result> | null;
};

/** A change whose caller waits: for `resolve` of what was performed, once that is committed, or for `reject`. */
export type PendingChange = {
  readonly actor: Actor;
  readonly now: Date;
  readonly call: CallIdentity | null;
  /** Does the work in this transaction. Once more in another one, when this one is not committed. */
  readonly perform: (tx: Transaction) => Promise<Performed>;
  readonly reject: (error: unknown) => void;
};

export type Performed = {
  readonly audit: readonly AuditEvent[];
  readonly answer: AnswerToKeep | null;
  readonly resolve: () => void;
};

/** Hands the change to `run`, and answers what its work answered. */
export function settled<Result>(
  tenant: Tenant,
  change: Change<Result>,
  run: (pending: PendingChange) => Promise<unknown> | undefined,
): Promise<Result> {
  const { actor, now, work, idempotency } = change;
  return new Promise((resolve, reject) => {
    const perform = async (tx: Transaction): Promise<Performed> => {
      const { result, audit } = await work(tx);
      if (actor.sampleWrittenAt) await insertSampleObjects(tenant, tx, audit);
      return { audit, answer: answerToKeep(idempotency, result, now), resolve: () => resolve(result) };
    };
    run({ actor, now, call: idempotency, perform, reject })?.catch(reject);
  });
}

function answerToKeep<Result>(idempotency: Idempotency<Result> | null, result: Result, now: Date): AnswerToKeep | null {
  if (!idempotency) return null;
  const { answerOf, ...call } = idempotency;
  const { status, body } = answerOf(result);
  return { ...call, status, answer: exactJsonText(body), now };
}

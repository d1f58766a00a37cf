import type { Tenant } from "@/lib/domain/environment";
import { DomainError } from "@/lib/domain/errors";
import { type ExactJson, exactJsonText } from "@/lib/domain/exact-number";
import { environmentStore } from "./connections";
import { rowOf, rowsOf, type Transaction } from "./sql";

/** One creating call that may be repeated: what identifies it, and how its answer reads. */
export type Idempotency<Result> = {
  readonly method: string;
  readonly path: string;
  readonly key: string;
  /** SHA-256 of the body's bytes. */
  readonly bodyDigest: Buffer;
  readonly answerOf: (result: Result) => { status: number; body: ExactJson };
};

/** Thrown out of the transaction when the call was already answered: the kept answer is the answer. */
export class ReplayedAnswer extends Error {
  constructor(
    readonly status: number,
    /** As it was sent, byte for byte. */
    readonly body: string,
  ) {
    super("Answered before");
  }
}

const KEPT_MS = 24 * 3_600_000;

/** Takes the idempotency key for this transaction, or throws what the caller is told instead. */
export async function claimIdempotencyKey<Result>(
  tenant: Tenant,
  tx: Transaction,
  call: Idempotency<Result>,
  now: Date,
): Promise<void> {
  const claim = await rowOf<Claim>(tx, "SELECT * FROM claim_idempotency_key($1, $2, $3, $4, $5)", [
    tenant.organizationId,
    call.method,
    call.path,
    call.key,
    new Date(now.getTime() - KEPT_MS),
  ]);
  if (!claim?.claimed) {
    throw new DomainError("CONFLICT", "The first request with this Idempotency-Key is still running", [], {
      retryAfterSeconds: 1,
    });
  }
  if (claim.kept_digest === null) return;
  if (!claim.kept_digest.equals(call.bodyDigest)) {
    throw new DomainError("IDEMPOTENCY_CONFLICT", "Idempotency-Key was already used with a different request");
  }
  throw new ReplayedAnswer(claim.kept_status, claim.kept_answer);
}

type Claim = { claimed: boolean } & (
  | { kept_digest: null }
  | { kept_digest: Buffer; kept_status: number; kept_answer: string }
);

export async function keepAnswer<Result>(
  tenant: Tenant,
  tx: Transaction,
  call: Idempotency<Result>,
  result: Result,
  now: Date,
): Promise<void> {
  const { status, body } = call.answerOf(result);
  await rowsOf(
    tx,
    `INSERT INTO idempotent_answers (organization_id, method, path, idempotency_key, body_digest, status, answer, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (organization_id, method, path, idempotency_key)
     DO UPDATE SET body_digest = $5, status = $6, answer = $7, created_at = $8`,
    [tenant.organizationId, call.method, call.path, call.key, call.bodyDigest, status, exactJsonText(body), now],
  );
}

/** Forgets answers that no repeat can ask for any more. */
export async function deleteOldAnswersAcrossTenants(environment: Tenant["environment"], now: Date): Promise<void> {
  await rowsOf(environmentStore(environment).pool, "DELETE FROM idempotent_answers WHERE created_at <= $1", [
    new Date(now.getTime() - KEPT_MS),
  ]);
}

import type { Tenant } from "@/lib/domain/environment";
import { DomainError } from "@/lib/domain/errors";
import type { ExactJson } from "@/lib/domain/exact-number";
import { environmentStore } from "./connections";
import { rowsOf, type Transaction } from "./sql";

/** One creating call that may be repeated: what identifies it, and how its answer reads. */
export type Idempotency<Result> = CallIdentity & {
  readonly answerOf: (result: Result) => { status: number; body: ExactJson };
};

export type CallIdentity = {
  readonly method: string;
  readonly path: string;
  readonly key: string;
  /** SHA-256 of the body's bytes. */
  readonly bodyDigest: Buffer;
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

/** What the caller of a repeated call is told while the first one runs. */
export const stillRunning = (): DomainError =>
  new DomainError("CONFLICT", "The first request with this Idempotency-Key is still running", [], {
    retryAfterSeconds: 1,
  });

/**
 * Takes the idempotency keys of these calls for this transaction. For each: null when the call is to be run, else what its
 * caller is told instead. No two of the calls may have one key.
 */
export async function claimIdempotencyKeys(
  tenant: Tenant,
  tx: Transaction,
  called: readonly { readonly call: CallIdentity; readonly now: Date }[],
): Promise<(Error | null)[]> {
  const [first] = called;
  if (!first) return [];
  const calls = called.map(({ call }) => call);
  const claims = await rowsOf<Claim>(tx, CLAIM, [
    tenant.organizationId,
    calls.map(({ method }) => method),
    calls.map(({ path }) => path),
    calls.map(({ key }) => key),
    new Date(first.now.getTime() - KEPT_MS),
  ]);
  return calls.map((call, at) => answerInstead(call, claims[at]));
}

const CLAIM = `
  SELECT claim.* FROM unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS call (method, path, key, place)
  CROSS JOIN LATERAL claim_idempotency_key($1::uuid, call.method, call.path, call.key, $5::timestamptz) AS claim
  ORDER BY call.place`;

type Claim = { claimed: boolean } & (
  | { kept_digest: null }
  | { kept_digest: Buffer; kept_status: number; kept_answer: string }
);

function answerInstead(call: CallIdentity, claim: Claim | undefined): Error | null {
  if (!claim?.claimed) return stillRunning();
  if (claim.kept_digest === null) return null;
  if (claim.kept_digest.equals(call.bodyDigest)) return new ReplayedAnswer(claim.kept_status, claim.kept_answer);
  return new DomainError("IDEMPOTENCY_CONFLICT", "Idempotency-Key was already used with a different request");
}

/** One call's answer, as a repeat will get it. */
export type AnswerToKeep = CallIdentity & { readonly status: number; readonly answer: string; readonly now: Date };

export async function keepAnswers(tenant: Tenant, tx: Transaction, answers: readonly AnswerToKeep[]): Promise<void> {
  if (answers.length === 0) return;
  await rowsOf(tx, KEEP, [
    tenant.organizationId,
    answers.map(({ method }) => method),
    answers.map(({ path }) => path),
    answers.map(({ key }) => key),
    answers.map(({ bodyDigest }) => bodyDigest),
    answers.map(({ status }) => status),
    answers.map(({ answer }) => answer),
    answers.map(({ now }) => now),
  ]);
}

const KEEP = `
  INSERT INTO idempotent_answers (organization_id, method, path, idempotency_key, body_digest, status, answer, created_at)
  SELECT $1::uuid, * FROM unnest($2::text[], $3::text[], $4::text[], $5::bytea[], $6::int[], $7::text[], $8::timestamptz[])
  ON CONFLICT (organization_id, method, path, idempotency_key)
  DO UPDATE SET body_digest = EXCLUDED.body_digest, status = EXCLUDED.status, answer = EXCLUDED.answer, created_at = EXCLUDED.created_at`;

/** Forgets answers that no repeat can ask for any more. */
export async function deleteOldAnswersAcrossTenants(environment: Tenant["environment"], now: Date): Promise<void> {
  await rowsOf(environmentStore(environment).pool, "DELETE FROM idempotent_answers WHERE created_at <= $1", [
    new Date(now.getTime() - KEPT_MS),
  ]);
}

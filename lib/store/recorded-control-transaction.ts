import type { Actor, AuditEvent } from "@/lib/domain/audit";
import { unavailable } from "@/lib/domain/errors";
import type { Prisma } from "@/prisma/generated/control/client";
import { appendAuditEvents } from "./audit-events";
import { controlStore } from "./connections";
import { isAway, type Queryable } from "./sql";

export type ControlTransaction = Prisma.TransactionClient;

type Recorded<Result> = { result: Result; organizationId: string; actor: Actor; audit: readonly AuditEvent[] };

/** The recorded transaction of the control database: a change to people, sessions or organizations, and its audit row. */
export function recordedControlTransaction<Result>(
  now: Date,
  work: (tx: ControlTransaction) => Promise<Recorded<Result>>,
): Promise<Result> {
  const { prisma, auditKey } = controlStore();
  return whenUp(() =>
    prisma.$transaction(async (tx) => {
      const { result, organizationId, actor, audit } = await work(tx);
      if (audit.length > 0) await appendAuditEvents(queryableOf(tx), auditKey, organizationId, [{ actor, now, audit }]);
      return result;
    }),
  );
}

/** Runs a read or write of the control database; its absence reads as `SERVICE_UNAVAILABLE`. */
export async function whenUp<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw isAway(error) || isPrismaAway(error) ? unavailable(error) : error;
  }
}

// The audit chain's statements are shared with the environment databases, so they run through Prisma's transaction as they are.
const queryableOf = (tx: ControlTransaction): Queryable => ({
  query: async ({ text, values }) => ({ rows: await tx.$queryRawUnsafe(text, ...values) }),
});

// P1001, P1002, P1008, P1017: no server, no answer in time, or a closed connection. P2024, P2028: no connection left.
const PRISMA_AWAY = /^(P1001|P1002|P1008|P1017|P2024|P2028|ECONNREFUSED)$/;

function isPrismaAway(error: unknown): boolean {
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : null;
  return typeof code === "string" && PRISMA_AWAY.test(code);
}

import type { Actor } from "@/lib/domain/audit";
import { notFound } from "@/lib/domain/errors";
import { recordedControlTransaction } from "@/lib/store/recorded-control-transaction";
import { endSessionsAcrossTenants } from "@/lib/store/sessions";

export type SessionOwner = { readonly personId: string; readonly organizationId: string; readonly actor: Actor };

/** Ends one of a person's sessions, this one or another. Throws `NOT_FOUND` when it is somebody else's or over. */
export async function endSession(owner: SessionOwner, sessionId: string, now: Date): Promise<void> {
  const ended = await end(owner, { sessionId }, now);
  if (ended === 0) throw notFound("Session");
}

/** Ends all of a person's sessions but this one. */
export function endOtherSessions(owner: SessionOwner, exceptSessionId: string, now: Date): Promise<number> {
  return end(owner, { exceptSessionId }, now);
}

function end(owner: SessionOwner, which: { sessionId?: string; exceptSessionId?: string }, now: Date): Promise<number> {
  const { personId, organizationId, actor } = owner;
  return recordedControlTransaction(now, async (tx) => {
    const ended = await endSessionsAcrossTenants(tx, { personId, ...which }, now);
    const target = { kind: "session", id: which.sessionId ?? personId, name: actor.name };
    return {
      result: ended,
      organizationId,
      actor,
      audit: ended === 0 ? [] : [{ action: "session.ended" as const, target, details: { sessions: ended } }],
    };
  });
}

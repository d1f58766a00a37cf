import { hashPassword } from "@/lib/auth/password";
import { savePasswordHashAcrossTenants } from "@/lib/store/people";
import { recordedControlTransaction } from "@/lib/store/recorded-control-transaction";
import { endSessionsAcrossTenants } from "@/lib/store/sessions";
import type { SessionOwner } from "./end-sessions";

/** Sets a new password and signs out everywhere else: whoever knew the old one is gone with it. */
export async function changePassword(
  owner: SessionOwner,
  sessionId: string,
  newPassword: string,
  now: Date,
): Promise<number> {
  const { personId, organizationId, actor } = owner;
  const passwordHash = await hashPassword(newPassword);
  return recordedControlTransaction(now, async (tx) => {
    await savePasswordHashAcrossTenants(tx, personId, passwordHash);
    const ended = await endSessionsAcrossTenants(tx, { personId, exceptSessionId: sessionId }, now);
    const target = { kind: "person", id: personId, name: actor.name };
    return {
      result: ended,
      organizationId,
      actor,
      audit: [{ action: "person.password_changed" as const, target, details: { sessionsEnded: ended } }],
    };
  });
}

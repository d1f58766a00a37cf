import { isPasswordRight } from "@/lib/auth/password";
import type { Actor } from "@/lib/domain/audit";
import { DomainError } from "@/lib/domain/errors";
import { clearPasswordFailuresAcrossTenants, reservePasswordTryAcrossTenants } from "@/lib/store/password-failures";
import { findPersonAcrossTenants } from "@/lib/store/people";
import { recordedControlTransaction } from "@/lib/store/recorded-control-transaction";
import type { SessionOwner } from "./end-sessions";

/** Checks the signed-in person's password. Throws FORBIDDEN when it is wrong, RATE_LIMITED after 5 wrong ones in 15 minutes. */
export async function requirePassword(owner: SessionOwner, password: string, now: Date): Promise<void> {
  const subject = `person ${owner.personId}`;
  const blockedUntil = await reservePasswordTryAcrossTenants(subject, now);
  if (blockedUntil) {
    throw new DomainError("RATE_LIMITED", "Rate limit exceeded. Please retry after some time.", [], {
      retryAfterSeconds: Math.max(1, Math.ceil((blockedUntil.getTime() - now.getTime()) / 1000)),
    });
  }
  const person = await findPersonAcrossTenants(owner.personId);
  if (await isPasswordRight(person?.passwordHash ?? null, password)) return clearPasswordFailuresAcrossTenants(subject);
  await recordRefusal(owner.actor, owner, now);
  throw new DomainError("FORBIDDEN", "Password is not right");
}

function recordRefusal(actor: Actor, { personId, organizationId }: SessionOwner, now: Date): Promise<void> {
  const target = { kind: "person", id: personId, name: actor.name };
  return recordedControlTransaction(now, async () => ({
    result: undefined,
    organizationId,
    actor,
    audit: [{ action: "session.password_refused" as const, target }],
  }));
}

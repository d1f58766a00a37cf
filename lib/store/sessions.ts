import { isRole, type Role } from "@/lib/domain/role";
import { controlStore } from "./connections";
import { type ControlTransaction, whenUp } from "./recorded-control-transaction";

export const SESSION_MS = 30 * 86_400_000;
const SEEN_GRAIN_MS = 60_000;

export type SignInSession = {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly organization: { readonly id: string; readonly name: string };
  readonly role: Role;
  readonly passwordConfirmedAt: Date | null;
  readonly lastSeenAt: Date;
};

export type SessionFacts = {
  readonly id: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly ip: string | null;
  readonly userAgent: string | null;
};

/** The live session with its person's present role: ending it or the membership takes effect at the next request. */
export function findLiveSessionAcrossTenants(sessionId: string, now: Date): Promise<SignInSession | null> {
  return whenUp(async () => {
    const row = await controlStore().prisma.session.findFirst({
      where: { id: sessionId, endedAt: null, expiresAt: { gt: now } },
      include: {
        person: {
          select: { id: true, name: true, email: true, memberships: { select: { organizationId: true, role: true } } },
        },
        organization: { select: { id: true, name: true } },
      },
    });
    const role = row?.person.memberships.find((membership) => membership.organizationId === row.organizationId)?.role;
    if (!row || role === undefined || !isRole(role)) return null;
    const { id, name, email } = row.person;
    return {
      id: row.id,
      person: { id, name, email },
      organization: row.organization,
      role,
      passwordConfirmedAt: row.passwordConfirmedAt,
      lastSeenAt: row.lastSeenAt,
    };
  });
}

/** Moves "last seen", at most once a minute, so that reading pages writes next to nothing. */
export async function touchSessionAcrossTenants(session: { id: string; lastSeenAt: Date }, now: Date): Promise<void> {
  if (now.getTime() - session.lastSeenAt.getTime() < SEEN_GRAIN_MS) return;
  await whenUp(() =>
    controlStore().prisma.session.updateMany({ where: { id: session.id, endedAt: null }, data: { lastSeenAt: now } }),
  );
}

export async function insertSessionAcrossTenants(
  tx: ControlTransaction,
  session: {
    id: string;
    personId: string;
    organizationId: string;
    ip: string | null;
    userAgent: string | null;
    passwordConfirmedAt: Date | null;
  },
  now: Date,
): Promise<void> {
  await tx.session.create({
    data: { ...session, startedAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + SESSION_MS) },
  });
}

export function listSessionsAcrossTenants(personId: string, now: Date): Promise<SessionFacts[]> {
  return whenUp(() =>
    controlStore().prisma.session.findMany({
      where: { personId, endedAt: null, expiresAt: { gt: now } },
      select: { id: true, startedAt: true, lastSeenAt: true, ip: true, userAgent: true },
      orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
      take: 100,
    }),
  );
}

/** Ends a person's live sessions: one, or all but one. Returns how many. */
export async function endSessionsAcrossTenants(
  tx: ControlTransaction,
  which: { personId: string; sessionId?: string; exceptSessionId?: string },
  now: Date,
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: {
      personId: which.personId,
      endedAt: null,
      ...(which.sessionId !== undefined && { id: which.sessionId }),
      ...(which.exceptSessionId !== undefined && { id: { not: which.exceptSessionId } }),
    },
    data: { endedAt: now },
  });
  return count;
}

export async function savePasswordConfirmedAcrossTenants(sessionId: string, now: Date): Promise<void> {
  await whenUp(() =>
    controlStore().prisma.session.update({ where: { id: sessionId }, data: { passwordConfirmedAt: now } }),
  );
}

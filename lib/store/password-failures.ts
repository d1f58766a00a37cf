import { createHmac } from "node:crypto";
import { controlStore } from "./connections";
import { whenUp } from "./recorded-control-transaction";

export const PASSWORD_FAILURES_MAX = 5;
export const PASSWORD_WINDOW_MS = 15 * 60_000;

/**
 * Counts a try as wrong before the password is looked at, one try of a subject after the other, so that many at once cannot
 * slip past the limit; a right password clears the count. Returns when the subject may try again, or null when this try may go on.
 */
export function reservePasswordTryAcrossTenants(
  subject: string,
  now: Date,
  max = PASSWORD_FAILURES_MAX,
): Promise<Date | null> {
  const { prisma } = controlStore();
  const digest = digestOf(subject);
  const windowStart = new Date(now.getTime() - PASSWORD_WINDOW_MS);
  const reserve = () =>
    prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${digest}, 0))::text`;
      const latest = await tx.passwordFailure.findMany({
        where: { subject: digest, occurredAt: { gt: windowStart } },
        select: { occurredAt: true },
        orderBy: { id: "desc" },
        take: max,
      });
      const oldest = latest[max - 1];
      if (oldest) return new Date(oldest.occurredAt.getTime() + PASSWORD_WINDOW_MS);
      await tx.passwordFailure.create({ data: { subject: digest, occurredAt: now } });
      return null;
    });
  return whenUp(reserve);
}

/** Takes back one try of this instant that was right, and leaves the wrong ones of others who share the subject. */
export async function forgetPasswordTryAcrossTenants(subject: string, now: Date): Promise<void> {
  const { passwordFailure } = controlStore().prisma;
  await whenUp(async () => {
    const own = await passwordFailure.findFirst({
      where: { subject: digestOf(subject), occurredAt: now },
      select: { id: true },
    });
    if (own) await passwordFailure.deleteMany({ where: { id: own.id } });
  });
}

/** Forgets what no window reaches any more. */
export async function deleteOldPasswordFailuresAcrossTenants(now: Date): Promise<void> {
  await whenUp(() =>
    controlStore().prisma.passwordFailure.deleteMany({
      where: { occurredAt: { lt: new Date(now.getTime() - PASSWORD_WINDOW_MS) } },
    }),
  );
}

export async function clearPasswordFailuresAcrossTenants(subject: string): Promise<void> {
  await whenUp(() => controlStore().prisma.passwordFailure.deleteMany({ where: { subject: digestOf(subject) } }));
}

// What people type into the email field is sometimes a password: only a keyed digest of it is kept.
const digestOf = (subject: string): string =>
  createHmac("sha256", controlStore().auditKey).update(subject).digest("base64url");

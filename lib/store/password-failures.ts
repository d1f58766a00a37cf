import { createHmac } from "node:crypto";
import { controlStore } from "./connections";
import { whenUp } from "./recorded-control-transaction";

export const PASSWORD_FAILURES_MAX = 5;
export const PASSWORD_WINDOW_MS = 15 * 60_000;

/**
 * Counts a try as wrong before the password is looked at, so that many at once cannot all slip past the limit; a right
 * password clears the count. Returns when the subject may try again, or null when this try may go on.
 */
export function reservePasswordTryAcrossTenants(
  subject: string,
  now: Date,
  max = PASSWORD_FAILURES_MAX,
): Promise<Date | null> {
  const { prisma } = controlStore();
  const digest = digestOf(subject);
  const windowStart = new Date(now.getTime() - PASSWORD_WINDOW_MS);
  return whenUp(async () => {
    const { id } = await prisma.passwordFailure.create({
      data: { subject: digest, occurredAt: now },
      select: { id: true },
    });
    const earlier = await prisma.passwordFailure.findMany({
      where: { subject: digest, occurredAt: { gt: windowStart }, id: { lt: id } },
      select: { occurredAt: true },
      orderBy: { id: "desc" },
      take: max,
    });
    const oldest = earlier[max - 1];
    if (!oldest) return null;
    await prisma.passwordFailure.delete({ where: { id } });
    return new Date(oldest.occurredAt.getTime() + PASSWORD_WINDOW_MS);
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

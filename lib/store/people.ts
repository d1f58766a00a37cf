import { isRole, type Role } from "@/lib/domain/role";
import { controlStore } from "./connections";
import { type ControlTransaction, whenUp } from "./recorded-control-transaction";

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string | null;
};
export type Membership = { readonly organization: { readonly id: string; readonly name: string }; readonly role: Role };

/** Whether anybody can sign in yet. */
export function hasPeopleAcrossTenants(): Promise<boolean> {
  return whenUp(async () => (await controlStore().prisma.person.findFirst({ select: { id: true } })) !== null);
}

export function findPersonByEmailAcrossTenants(email: string): Promise<Person | null> {
  return whenUp(() => controlStore().prisma.person.findUnique({ where: { email: canonicalEmail(email) } }));
}

export function findPersonAcrossTenants(personId: string): Promise<Person | null> {
  return whenUp(() => controlStore().prisma.person.findUnique({ where: { id: personId } }));
}

/** The organizations a person belongs to, oldest first. */
export function listMembershipsAcrossTenants(personId: string): Promise<Membership[]> {
  return whenUp(async () => {
    const rows = await controlStore().prisma.membership.findMany({
      where: { personId },
      include: { organization: { select: { id: true, name: true } } },
      orderBy: [{ createdAt: "asc" }, { organizationId: "asc" }],
      take: 100,
    });
    return rows.map(({ organization, role }) => ({ organization, role: isRole(role) ? role : "viewer" }));
  });
}

export function listOrganizationsAcrossTenants(): Promise<{ id: string; name: string }[]> {
  return whenUp(() => controlStore().prisma.organization.findMany({ select: { id: true, name: true }, take: 10_000 }));
}

export async function insertOwnerAcrossTenants(
  tx: ControlTransaction,
  owner: {
    personId: string;
    name: string;
    email: string;
    passwordHash: string;
    organizationId: string;
    organizationName: string;
  },
  now: Date,
): Promise<void> {
  const { personId, organizationId } = owner;
  await tx.organization.create({ data: { id: organizationId, name: owner.organizationName, createdAt: now } });
  await tx.person.create({
    data: {
      id: personId,
      name: owner.name,
      email: canonicalEmail(owner.email),
      passwordHash: owner.passwordHash,
      createdAt: now,
    },
  });
  await tx.membership.create({ data: { personId, organizationId, role: "owner", createdAt: now } });
}

/** Two set-ups at once come one after the other; the second then finds people. */
export async function lockSetupAcrossTenants(tx: ControlTransaction): Promise<boolean> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(7301)::text`;
  return (await tx.person.findFirst({ select: { id: true } })) === null;
}

export async function savePasswordHashAcrossTenants(
  tx: ControlTransaction,
  personId: string,
  passwordHash: string,
): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { passwordHash } });
}

/** Addresses differ in case for people only, never for two people. */
export const canonicalEmail = (email: string): string => email.trim().toLowerCase();

// Organizations, people, their sessions and keys.
import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { hashPassword } from "@/lib/auth/password";
import { secretDigester } from "@/lib/auth/secret-digest";
import { sessionCookieName } from "@/lib/auth/session-credential";
import type { Actor } from "@/lib/domain/audit";
import type { Environment, Tenant } from "@/lib/domain/environment";
import type { Role } from "@/lib/domain/role";
import { type Env, requireVariable, variablesOf } from "@/lib/env";
import { type CreateApiKeyInput, createApiKey, type MintedKey } from "@/lib/operations/create-api-key";
import { createCustomer } from "@/lib/operations/create-customer";
import { startSession } from "@/lib/operations/start-session";
import { controlStore } from "@/lib/store/connections";
import { mirrorOrganizationAcrossTenants } from "@/lib/store/organizations";

export type Organization = { readonly id: string; readonly name: string };

export type Member = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly sessionId: string;
  /** The `Cookie` header of a browser in which this person is signed in. */
  readonly cookie: string;
};

export const PASSWORD = "correct horse battery";

let passwordHash: Promise<string> | undefined;

/** No operation makes a second organization yet, so its rows are written as set-up writes them. */
export async function addOrganization(name: string): Promise<Organization> {
  const organization = { id: randomUUID(), name };
  await controlStore().prisma.organization.create({ data: { ...organization, createdAt: new Date() } });
  await mirrorOrganizationAcrossTenants(organization);
  return organization;
}

type Joining = { withPassword?: boolean; now?: Date };

/** A person of this role who is signed in. `withPassword: false`: signed in by another way than a password. */
export async function addMember(
  env: Env,
  organization: Organization,
  role: Role,
  joining: Joining = {},
): Promise<Member> {
  const { withPassword = true, now = new Date() } = joining;
  passwordHash ??= hashPassword(PASSWORD);
  const id = randomUUID();
  const person = { id, name: `${role} ${id.slice(0, 4)}`, email: `${id}@example.test` };
  const { prisma } = controlStore();
  await prisma.person.create({ data: { ...person, passwordHash: await passwordHash, createdAt: now } });
  await prisma.membership.create({
    data: { personId: person.id, organizationId: organization.id, role, createdAt: now },
  });
  return { ...person, role, ...(await signIn(env, person, withPassword, now)) };
}

/** One more browser in which a person is signed in. */
export async function signIn(env: Env, person: { id: string; name: string }, withPassword = true, now = new Date()) {
  const place = { ip: "198.51.100.1", userAgent: "tests" };
  const sessionId = await startSession(person, place, withPassword, now);
  if (sessionId === null) throw new Error("The person belongs to no organization");
  return { sessionId, cookie: await cookieOf(env, sessionId) };
}

export async function cookieOf(env: Env, sessionId: string): Promise<string> {
  const token = await encode({ token: { sessionId }, secret: requireVariable(env, "MINTKEY_SESSION_SECRET") });
  return `${sessionCookieName(env)}=${token}`;
}

export const actorNamed = (name: string, id: string | null = null): Actor => ({
  kind: id === null ? "command_line" : "member",
  id,
  name,
  ip: null,
  userAgent: null,
  requestId: null,
});

export const tenantOf = (environment: Environment, organization: Organization): Tenant => ({
  environment,
  organizationId: organization.id,
});

export type Minting = Partial<CreateApiKeyInput> & { now?: Date; by?: Actor };

/** Mints a key; with full access unless the test says otherwise. */
export function mint(env: Env, tenant: Tenant, minting: Minting = {}): Promise<MintedKey> {
  const { now = new Date(), by = actorNamed("Tests"), ...given } = minting;
  const input = { name: "test key", note: "", scopes: ["*" as const], allowedIps: [], expiresAt: null, ...given };
  return createApiKey(
    tenant,
    by,
    input,
    now,
    secretDigester(requireVariable(env, variablesOf(tenant.environment).pepper)),
  );
}

/** A key that ended long ago: minted back then, for an hour. */
export function mintExpired(env: Env, tenant: Tenant, minting: Minting = {}): Promise<MintedKey> {
  const now = new Date(Date.now() - 2 * 3_600_000);
  return mint(env, tenant, { ...minting, now, expiresAt: new Date(now.getTime() + 3_600_000) });
}

/** A well-formed secret that nobody minted. */
export const unknownSecretOf = (environment: Environment): string =>
  environment === "production"
    ? "mk_live_0123456789abcdef0123456789abcdef01234567132f784b"
    : "mk_test_0123456789abcdef0123456789abcdef0123456726b768ad";

export const addCustomer = (tenant: Tenant, name: string, externalCustomerId: string | null = null, now = new Date()) =>
  createCustomer(tenant, actorNamed("Tests"), { name, externalCustomerId }, now);

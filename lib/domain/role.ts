import type { Environment } from "./environment";
import { DomainError } from "./errors";
import { FULL_ACCESS, NAMED_SCOPES, type Scope } from "./scope";

export const ROLES = ["viewer", "developer", "admin", "owner"] as const;

/** One role per person and organization, for both environments. */
export type Role = (typeof ROLES)[number];

export function isRole(word: string): word is Role {
  return ROLES.some((role) => role === word);
}

export const hasRole = (role: Role, atLeast: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(atLeast);

/** What a sign-in session may do on the API itself. */
export function scopesOfRole(role: Role): Scope[] {
  return role === "viewer" ? NAMED_SCOPES.filter((scope) => scope.endsWith(":read")) : [FULL_ACCESS];
}

/** Whether a member may change or rotate this key: developers their own in production, any in sandbox. */
export function canChangeKey(
  member: { id: string; role: Role },
  environment: Environment,
  createdById: string | null,
): boolean {
  if (hasRole(member.role, "admin")) return true;
  if (member.role !== "developer") return false;
  return environment === "sandbox" || createdById === member.id;
}

export const canCreateKey = (role: Role): boolean => hasRole(role, "developer");
export const canRevokeKey = (role: Role): boolean => hasRole(role, "developer");
export const canRevokeInBulk = (role: Role): boolean => hasRole(role, "admin");

export const roleRefusal = (): DomainError => new DomainError("FORBIDDEN", "Your role does not allow this action");

import { actorOf, type Exchange, requirePrincipal } from "@/lib/api/exchange";
import type { SessionPrincipal } from "@/lib/auth/session-credential";
import type { ApiKey } from "@/lib/domain/api-key";
import { DomainError } from "@/lib/domain/errors";
import { tightensIpRules } from "@/lib/domain/ip-rule";
import { canChangeKey, roleRefusal } from "@/lib/domain/role";
import { addsScopes } from "@/lib/domain/scope";
import type { KeyChangeGuard } from "@/lib/operations/change-api-key";
import type { SessionOwner } from "@/lib/operations/end-sessions";

/** How long a password, once entered, stands for the person behind the keyboard. */
export const PASSWORD_CONFIRMED_MS = 10 * 60_000;

/** The signed-in person of a dashboard call. */
export function requireMember(exchange: Exchange): SessionPrincipal {
  const principal = requirePrincipal(exchange);
  if (principal.kind !== "session") throw new DomainError("UNAUTHORIZED", "Sign in to continue");
  return principal;
}

/** In production, asks for a password of the last 10 minutes: an unlocked screen must not be enough to mint a key. */
export function requireStepUp(exchange: Exchange): void {
  if (exchange.services.environment !== "production") return;
  const until = confirmedUntil(requireMember(exchange));
  if (!until || until.getTime() <= exchange.nowMs)
    throw new DomainError("FORBIDDEN", "Confirm your password to continue");
}

export function confirmedUntil({ passwordConfirmedAt }: SessionPrincipal): Date | null {
  return passwordConfirmedAt && new Date(passwordConfirmedAt.getTime() + PASSWORD_CONFIRMED_MS);
}

/** Judges an edit under the key's lock: whose key it is, and whether the change widens what it may do. */
export function guardOfChange(exchange: Exchange): KeyChangeGuard {
  return (before, after) => {
    guardOwnership(exchange, before);
    if (widens(before, after)) requireStepUp(exchange);
  };
}

/** Judges a rotation or its end; those that make a secret live on ask for the password. */
export function guardOfRotation(exchange: Exchange, asksForPassword: boolean): KeyChangeGuard {
  return (before) => {
    guardOwnership(exchange, before);
    if (asksForPassword) requireStepUp(exchange);
  };
}

/** Whose account an account operation works on. */
export function accountOf(exchange: Exchange): SessionOwner {
  const { person, organization } = requireMember(exchange);
  return { personId: person.id, organizationId: organization.id, actor: actorOf(exchange) };
}

function guardOwnership(exchange: Exchange, key: ApiKey): void {
  const { person, role } = requireMember(exchange);
  if (!canChangeKey({ id: person.id, role }, exchange.services.environment, key.createdBy.id)) throw roleRefusal();
}

function widens(before: ApiKey, after: ApiKey): boolean {
  const endsLater = before.expiresAt !== null && (after.expiresAt === null || after.expiresAt > before.expiresAt);
  return addsScopes(before.scopes, after.scopes) || !tightensIpRules(before.allowedIps, after.allowedIps) || endsLater;
}

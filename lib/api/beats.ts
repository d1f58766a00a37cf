// The beats of a request's walk, in the order in which `walk.ts` lists them. Each refuses by throwing.
import { DomainError } from "@/lib/domain/errors";
import { allowsAddress } from "@/lib/domain/ip-rule";
import type { RateLimitDecision } from "@/lib/domain/rate-limit";
import { hasRole, roleRefusal, scopesOfRole } from "@/lib/domain/role";
import { allowsScope } from "@/lib/domain/scope";
import { bucketOf } from "./client-address";
import type { Exchange } from "./exchange";
import type { RateLimitPolicy } from "./rate-limiter";

/** One step of the walk. A promise only when it really waits: a warm request stays in one turn of the event loop. */
export type Beat = (exchange: Exchange) => void | Promise<void>;

const DASHBOARD_POLICY: RateLimitPolicy = { name: "dashboard", limitPerMinute: 600 };

/** Counted before authentication, so that guessing keys costs as much as using them. */
export const spendRateLimit: Beat = (exchange) => {
  const { endpoint, services, clientAddress, nowMs } = exchange;
  if (endpoint?.limit === "exempt") return;
  const policy: RateLimitPolicy =
    endpoint?.limit === "dashboard" || comesWithSession(exchange)
      ? DASHBOARD_POLICY
      : { name: "default", limitPerMinute: services.limitPerMinute };
  const decision = services.rateLimits.spend(policy, bucketOf(clientAddress), nowMs);
  if (!(decision instanceof Promise)) return obeyRateLimit(exchange, policy, decision);
  return decision.then((decided) => obeyRateLimit(exchange, policy, decided));
};

function obeyRateLimit(exchange: Exchange, policy: RateLimitPolicy, decision: RateLimitDecision): void {
  exchange.rate = { policy, decision };
  if (decision.verdict === "admit") return;
  throw new DomainError("RATE_LIMITED", "Rate limit exceeded. Please retry after some time.", [], {
    retryAfterSeconds: decision.resetSeconds,
  });
}

/** Finds out who is calling. A key header, when there is one, decides alone. */
export const authenticate: Beat = (exchange) => {
  const { endpoint, services, facts, nowMs } = exchange;
  if (!endpoint || endpoint.credential === "none") return;
  if (endpoint.credential === "session") return requireSession(exchange);
  if (comesWithSession(exchange)) return requireSession(exchange);
  const verified = services.verifier.verify(facts.credentialHeaders(), nowMs);
  if (!(verified instanceof Promise)) {
    exchange.principal = { kind: "api_key", held: verified };
    return;
  }
  return verified.then((held) => {
    exchange.principal = { kind: "api_key", held };
  });
};

export const checkIpRules: Beat = ({ principal, clientAddress }) => {
  if (principal?.kind !== "api_key" || allowsAddress(principal.held.ipRules, clientAddress)) return;
  throw new DomainError("FORBIDDEN", "API key is not allowed from this IP address");
};

/** A missing scope is refused before any row is read, so a 403 tells nothing about rows. */
export const requireScope: Beat = ({ endpoint, principal }) => {
  if (!endpoint?.scope || !principal) return;
  const granted = principal.kind === "api_key" ? principal.held.scopes : scopesOfRole(principal.role);
  if (allowsScope(granted, endpoint.scope)) return;
  if (principal.kind === "session") throw roleRefusal();
  throw new MissingScope(endpoint.scope);
};

/** Judged before the body is read: who may not act learns nothing of what a right body looks like. */
export const requireRole: Beat = ({ endpoint, principal, services }) => {
  if (!endpoint?.role || principal?.kind !== "session") return;
  const atLeast = typeof endpoint.role === "string" ? endpoint.role : endpoint.role[services.environment];
  if (!hasRole(principal.role, atLeast)) throw roleRefusal();
};

/** A scope refusal names the scope in its header too (RFC 6750). */
export class MissingScope extends DomainError {
  constructor(readonly scope: string) {
    super("FORBIDDEN", `API key does not have the required permission: ${scope}`);
  }
}

/** A write with a cookie must come from the dashboard's own pages: the attack this stops is a form on another site. */
export const requireSameOrigin: Beat = ({ endpoint, principal, facts, services }) => {
  if (principal?.kind === "api_key" || !endpoint || endpoint.method === "get") return;
  if (services.sessions?.isOwnOrigin(facts)) return;
  throw new DomainError("FORBIDDEN", "Request origin is not allowed");
};

async function requireSession(exchange: Exchange): Promise<void> {
  const { services, facts } = exchange;
  const principal = hasKeyHeader(exchange) ? null : await services.sessions?.find(facts);
  if (!principal) throw new DomainError("UNAUTHORIZED", "Sign in to continue");
  exchange.principal = principal;
}

function comesWithSession(exchange: Exchange): boolean {
  const { services, facts, endpoint } = exchange;
  if (!services.sessions) return false;
  if (endpoint?.credential === "session") return true;
  return !hasKeyHeader(exchange) && services.sessions.hasCookie(facts);
}

const hasKeyHeader = ({ facts }: Exchange): boolean =>
  facts.header("authorization") !== undefined || facts.header("x-api-key") !== undefined;

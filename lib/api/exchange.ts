import type { SecretVerifier } from "@/lib/auth/api-key-credential";
import type { HeldSecret } from "@/lib/auth/key-cache";
import type { KeyUsage } from "@/lib/auth/key-usage";
import type { SessionDoor, SessionPrincipal } from "@/lib/auth/session-credential";
import type { Actor } from "@/lib/domain/audit";
import type { Environment, Tenant } from "@/lib/domain/environment";
import { DomainError } from "@/lib/domain/errors";
import type { RateLimitDecision } from "@/lib/domain/rate-limit";
import { userAgentOf } from "@/lib/domain/user-agent";
import type { Spool } from "@/lib/events/spool";
import type { DigestSecret } from "@/lib/operations/create-api-key";
import type { BodyBudget } from "./body-budget";
import type { MediaType } from "./body-form";
import { clientAddressOf } from "./client-address";
import type { EndpointFacts } from "./endpoint-facts";
import type { ErrorAnswer } from "./errors";
import type { RateLimitPolicy, RateLimits } from "./rate-limiter";
import type { RequestFacts } from "./request-facts";
import { requestIdOf } from "./request-id";
import type { RequestLog } from "./request-log";

export type KeyPrincipal = { readonly kind: "api_key"; readonly held: HeldSecret };

/** Who is calling, after authentication. */
export type Principal = KeyPrincipal | SessionPrincipal;

/** What an API app needs of its process. */
export type ApiServices = {
  readonly environment: Environment;
  readonly verifier: SecretVerifier;
  readonly digestSecret: DigestSecret;
  readonly usage: KeyUsage;
  readonly requestLog: RequestLog;
  readonly rateLimits: RateLimits;
  readonly limitPerMinute: number;
  readonly trustedProxyHops: number;
  readonly sessions: SessionDoor | null;
  readonly bodyBudget: BodyBudget;
  readonly spool: Spool;
};

/** A body in memory of its own. */
export type ReceivedBody = {
  readonly type: MediaType;
  /** As sent, or after gunzip. */
  readonly bytes: Uint8Array;
  /** Free bytes before it in the same memory. */
  readonly headroom: number;
  /** Says that nobody will ask for it again. */
  readonly release: () => void;
};

/** How a request was refused. */
export type RefusedExchange = { readonly error: unknown; readonly answer: ErrorAnswer };

/** One request on its way through the walk; each beat adds what it found out. */
export class Exchange {
  readonly requestId: string;
  readonly clientAddress: string | null;
  readonly nowMs = Date.now();
  readonly startedMs = performance.now();
  rate: { policy: RateLimitPolicy; decision: RateLimitDecision } | null = null;
  principal: Principal | null = null;
  body: ReceivedBody | null = null;
  refusal: RefusedExchange | null = null;
  /** Set by what takes usage events. */
  eventsAccepted = 0;

  constructor(
    readonly services: ApiServices,
    /** Null for an unknown path or method. */
    readonly endpoint: EndpointFacts | null,
    readonly facts: RequestFacts,
    readonly pathParams: Readonly<Record<string, string>>,
  ) {
    const { trustedProxyHops } = services;
    const forwardedFor = trustedProxyHops > 0 ? facts.header("x-forwarded-for") : undefined;
    this.requestId = requestIdOf(facts.header("x-request-id"));
    this.clientAddress = clientAddressOf(facts.socketAddress, forwardedFor, trustedProxyHops);
  }
}

export function requirePrincipal(exchange: Exchange): Principal {
  if (!exchange.principal) throw new DomainError("UNAUTHORIZED", "Sign in to continue");
  return exchange.principal;
}

export function tenantOf(exchange: Exchange): Tenant {
  const principal = requirePrincipal(exchange);
  const organizationId = principal.kind === "api_key" ? principal.held.organizationId : principal.organization.id;
  return { environment: exchange.services.environment, organizationId };
}

/** The caller as the audit log will name them. */
export function actorOf(exchange: Exchange): Actor {
  const principal = requirePrincipal(exchange);
  const place = {
    ip: exchange.clientAddress,
    userAgent: userAgentOf(exchange.facts.header("user-agent")),
    requestId: exchange.requestId,
  };
  if (principal.kind === "api_key")
    return { kind: "api_key", id: principal.held.keyId, name: principal.held.name, ...place };
  return { kind: "member", id: principal.person.id, name: principal.person.name, ...place };
}

import { CredentialRefusal } from "@/lib/auth/api-key-credential";
import type { HeldSecret } from "@/lib/auth/key-cache";
import { keptMessageOf } from "@/lib/domain/logged-request";
import { failedCheckOf } from "@/lib/domain/request-check";
import { MissingScope } from "./beats";
import type { Exchange, RefusedExchange } from "./exchange";

/** Longer ones are no client's name. */
const AGENT_HELD_MAX = 512;

/**
 * Hands an answered request to the log: those with a key, or with none where one is needed. What people do in the dashboard is in
 * the audit log.
 */
export function recordRequest(exchange: Exchange, status: number): void {
  const { endpoint, principal, services, refusal } = exchange;
  if (principal?.kind === "session" || (endpoint && endpoint.credential !== "key-or-session")) return;
  const credential = refusal?.error instanceof CredentialRefusal ? refusal.error : null;
  const caller = principal?.held ?? credential?.held ?? recognized(exchange);
  // Who looks for endpoints without a key is nobody's business.
  if (!caller && (!endpoint || (!hasKeyHeader(exchange) && services.sessions?.hasCookie(exchange.facts)))) return;
  services.requestLog.record({
    caller,
    foreignHint: credential?.foreignHint ?? null,
    atMs: exchange.nowMs,
    requestId: exchange.requestId,
    method: exchange.facts.method,
    route: endpoint?.path ?? "",
    scope: endpoint?.scope ?? "",
    status,
    errorCode: refusal?.answer.code ?? "",
    errorMessage: refusal ? keptMessageOf(refusal.answer.message) : "",
    failedCheck: refusal && failedCheck(exchange, refusal, credential),
    durationUs: Math.round((performance.now() - exchange.startedMs) * 1_000),
    address: exchange.clientAddress,
    userAgent: cut(exchange.facts.header("user-agent")),
    events: exchange.eventsAccepted,
  });
}

function failedCheck(
  { endpoint, principal }: Exchange,
  { error, answer }: RefusedExchange,
  credential: CredentialRefusal | null,
) {
  return failedCheckOf({
    code: answer.code,
    credential: credential?.check,
    hasEndpoint: endpoint !== null,
    isAuthenticated: principal !== null,
    missesScope: error instanceof MissingScope,
  });
}

/** Refused before anybody looked at the key: then its organization sees that too, when the key is in memory. */
function recognized({ services, facts, nowMs, principal }: Exchange): HeldSecret | null {
  return principal ? null : services.verifier.recognize(facts.credentialHeaders(), nowMs);
}

const hasKeyHeader = ({ facts }: Exchange): boolean =>
  facts.header("authorization") !== undefined || facts.header("x-api-key") !== undefined;

// Copied, because a slice would keep the whole header in memory.
const cut = (agent: string | undefined): string | null =>
  agent === undefined || agent.length <= AGENT_HELD_MAX
    ? (agent ?? null)
    : Buffer.from(agent.slice(0, AGENT_HELD_MAX)).toString();

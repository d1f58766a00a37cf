// The order of a request. The first beat that refuses answers; nothing after it runs.
import { DomainError } from "@/lib/domain/errors";
import { exactJsonText } from "@/lib/domain/exact-number";
import { ReplayedAnswer } from "@/lib/store/idempotent-answers";
import {
  authenticate,
  type Beat,
  checkIpRules,
  MissingScope,
  requireRole,
  requireSameOrigin,
  requireScope,
  spendRateLimit,
} from "./beats";
import { errorAnswerOf, errorBodyOf } from "./errors";
import type { Exchange } from "./exchange";
import { FOUND_STATUS, FoundAnswer } from "./found-answer";
import { recordRequest } from "./record-request";
import { receiveBody } from "./request-body";

/** Of a request that an endpoint serves. */
const BEATS: readonly Beat[] = [
  spendRateLimit,
  authenticate,
  checkIpRules,
  requireScope,
  requireSameOrigin,
  requireRole,
  receiveBody,
];

/** Of a request that none serves: counted like any other, so that looking for endpoints costs as much as using them. */
export const UNMATCHED: readonly Beat[] = [spendRateLimit];

/**
 * Walks a request to its answer: the beats first, then `run`, which answers or refuses. A promise only when something really
 * waits: a warm request is answered in the turn of the event loop in which it came.
 */
export function walk(
  exchange: Exchange,
  run: (exchange: Exchange) => unknown,
  beats = BEATS,
): Response | Promise<Response> {
  try {
    for (let at = 0; at < beats.length; at++) {
      const waiting = beats[at]?.(exchange);
      if (waiting) return walkOn(exchange, run, waiting, beats.slice(at + 1));
    }
    const running = run(exchange);
    if (running instanceof Promise) return walkOn(exchange, () => running);
    return settle(exchange, answer(exchange, running));
  } catch (error) {
    return settle(exchange, refusal(exchange, error));
  }
}

/** The rest of a walk that had to wait. */
async function walkOn(
  exchange: Exchange,
  run: (exchange: Exchange) => unknown,
  waiting?: Promise<void>,
  beats: readonly Beat[] = [],
): Promise<Response> {
  try {
    await waiting;
    for (const beat of beats) await beat(exchange);
    return settle(exchange, answer(exchange, await run(exchange)));
  } catch (error) {
    return settle(exchange, refusal(exchange, error));
  }
}

function settle(exchange: Exchange, response: Response): Response {
  exchange.body?.release();
  recordUse(exchange, response.status);
  recordRequest(exchange, response.status);
  return response;
}

function refusal(exchange: Exchange, error: unknown): Response {
  return error instanceof ReplayedAnswer ? replay(exchange, error) : refuse(exchange, error);
}

function answer(exchange: Exchange, body: unknown): Response {
  const headers = headersOf(exchange);
  if (body instanceof Response) {
    for (const [name, value] of Object.entries(headers)) if (!body.headers.has(name)) body.headers.set(name, value);
    return body;
  }
  if (body instanceof FoundAnswer) return new Response(exactJsonText(body.body), { status: FOUND_STATUS, headers });
  const { status = 200, headers: own } = exchange.endpoint?.answer ?? {};
  return new Response(exactJsonText(body), { status, headers: own ? { ...headers, ...own } : headers });
}

function replay(exchange: Exchange, kept: ReplayedAnswer): Response {
  const keyId = mintedKeyIdOf(kept);
  if (keyId !== null) {
    const message = "This request already created a secret; it can be shown only once";
    return refuse(exchange, new DomainError("CONFLICT", message, [{ path: "keyId", message: keyId }]));
  }
  return new Response(kept.body, {
    status: kept.status,
    headers: { ...headersOf(exchange), "Idempotency-Replayed": "true" },
  });
}

/** What is kept of a call that minted: not its answer, only which key it made. */
function mintedKeyIdOf({ body }: ReplayedAnswer): string | null {
  const answer: { mintedKeyId?: string } = JSON.parse(body);
  return answer.mintedKeyId ?? null;
}

function refuse(exchange: Exchange, error: unknown): Response {
  const answer = errorAnswerOf(error, exchange.requestId);
  exchange.refusal = { error, answer };
  const asProblem = (exchange.facts.header("accept") ?? "").includes("application/problem+json");
  const headers = { ...headersOf(exchange), ...answer.headers };
  if (asProblem) headers["Content-Type"] = "application/problem+json";
  const challenge = challengeOf(error, answer.status, answer.message);
  if (challenge) headers["WWW-Authenticate"] = challenge;
  const allow = allowOf(error);
  if (allow) headers.Allow = allow;
  return new Response(errorBodyOf(answer, exchange.requestId, asProblem), { status: answer.status, headers });
}

/** RFC 6750: tells a client whether it lacks a credential, a better one, or a scope. */
function challengeOf(error: unknown, status: number, message: string): string | null {
  if (error instanceof MissingScope)
    return `Bearer realm="mintkey", error="insufficient_scope", scope="${error.scope}"`;
  if (status !== 401) return null;
  if (message === "Sign in to continue") return 'Session realm="mintkey"';
  if (message.startsWith("Missing")) return 'Bearer realm="mintkey"';
  return `Bearer realm="mintkey", error="invalid_token", error_description="${message}"`;
}

/** A refusal of the method carries what would be allowed as its cause. */
function allowOf(error: unknown): string | null {
  if (!(error instanceof Error) || typeof error.cause !== "object" || error.cause === null) return null;
  return "allow" in error.cause && typeof error.cause.allow === "string" ? error.cause.allow : null;
}

function headersOf({ requestId, rate }: Exchange): Record<string, string> {
  const headers: Record<string, string> = {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Request-Id": requestId,
  };
  if (rate) {
    headers["RateLimit-Policy"] = `"${rate.policy.name}";q=${rate.policy.limitPerMinute};w=60`;
    headers.RateLimit = `"${rate.policy.name}";r=${rate.decision.remaining};t=${rate.decision.resetSeconds}`;
  }
  return headers;
}

// Refused requests are not use: otherwise whoever found a revoked key's neighbour could make a key look alive.
function recordUse(exchange: Exchange, status: number): void {
  const { principal, endpoint, services } = exchange;
  if (principal?.kind !== "api_key" || !endpoint || status === 401 || status === 403) return;
  services.usage.record({
    secretId: principal.held.secretId,
    keyId: principal.held.keyId,
    organizationId: principal.held.organizationId,
    atMs: exchange.nowMs,
    ip: exchange.clientAddress,
    route: `${endpoint.method.toUpperCase()} ${endpoint.path}`,
    status,
    userAgent: exchange.facts.header("user-agent") ?? null,
  });
}

// Every refusal that an endpoint can answer with, in the words it uses.
import { type ErrorDetail, validationError } from "@/lib/domain/errors";
import { MissingScope } from "./beats";
import { type BodyForm, JSON_BODY, sizeMessage, typeMessageOf } from "./body-form";
import type { EndpointFacts } from "./endpoint-facts";
import { errorBodyOf, STATUS_BY_CODE } from "./errors";
import { FOR_FAULTS, faultsOf } from "./faults";
import type { NamedExamples, ResponseObject } from "./schemas/openapi";

type Refusal = {
  readonly name: string;
  readonly summary: string;
  readonly code: keyof typeof STATUS_BY_CODE | "INTERNAL_ERROR";
  readonly message: string;
  readonly details?: readonly ErrorDetail[];
};

/** The responses of an endpoint's refusals by status, each with its exact bodies. */
export function refusalResponsesOf(endpoint: EndpointFacts): Record<string, ResponseObject> {
  const byStatus = new Map<number, Refusal[]>();
  for (const refusal of refusalsOf(endpoint)) {
    const status = statusOf(refusal);
    byStatus.set(status, [...(byStatus.get(status) ?? []), refusal]);
  }
  const statuses = [...byStatus].sort(([one], [other]) => one - other);
  return Object.fromEntries(statuses.map(([status, refusals]) => [status, responseOf(status, refusals, endpoint)]));
}

function responseOf(status: number, refusals: readonly Refusal[], endpoint: EndpointFacts): ResponseObject {
  const bodies = (asProblem: boolean): NamedExamples =>
    Object.fromEntries(
      refusals.map((refusal) => [refusal.name, { summary: refusal.summary, value: bodyOf(refusal, asProblem) }]),
    );
  return {
    description: DESCRIPTIONS[status] ?? "Refused",
    headers: headersOf(status, endpoint),
    content: {
      "application/json": { schema: { $ref: "#/components/schemas/Error" }, examples: bodies(false) },
      "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" }, examples: bodies(true) },
    },
  };
}

/** The headers of an answer with this status. */
export function headersOf(
  status: number,
  { limit, idempotent, answer }: EndpointFacts,
): Record<string, { $ref: string }> {
  const names = [
    "X-Request-Id",
    ...(limit === "exempt" ? [] : ["RateLimit", "RateLimit-Policy"]),
    ...(status === 401 || status === 403 ? ["WWW-Authenticate"] : []),
    ...(status === 405 ? ["Allow"] : []),
    ...(status === 429 || status === 503 ? ["Retry-After"] : []),
    ...(status < 300 && idempotent ? ["Idempotency-Replayed"] : []),
    ...(status < 300 ? Object.keys(answer.headers ?? {}) : []),
  ];
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

function bodyOf(refusal: Refusal, asProblem: boolean): unknown {
  const answer = { ...refusal, status: statusOf(refusal), details: refusal.details ?? [], headers: {} };
  return JSON.parse(errorBodyOf(answer, "req_9f2c4b1e7a60d385", asProblem));
}

const statusOf = ({ code }: Refusal): number => (code === "INTERNAL_ERROR" ? 500 : STATUS_BY_CODE[code]);

function refusalsOf(endpoint: EndpointFacts): Refusal[] {
  const { credential, scope, limit, noun, pathParams, body, bodyForm = JSON_BODY, idempotent, conflict } = endpoint;
  return [
    invalidInputOf(endpoint),
    ...(credential === "none" ? [] : CREDENTIAL_REFUSALS),
    ...(scope === null ? [] : [missingScope(scope)]),
    ...(pathParams.length > 0 ? [missingObject(noun ?? "Object")] : []),
    ...(conflict === undefined ? [] : [{ ...CONFLICT, message: conflict }]),
    ...(idempotent ? IDEMPOTENCY_REFUSALS : []),
    ...(body ? bodyRefusalsOf(bodyForm) : []),
    ...(limit === "exempt" ? [] : [RATE_LIMITED]),
    METHOD_NOT_ALLOWED,
    ...SERVER_REFUSALS,
  ];
}

// What the endpoint's own schema says of an input that it cannot take.
function invalidInputOf({ query, body }: EndpointFacts): Refusal {
  const place = body ? "body" : "query";
  const schema = body ?? query;
  const details = [{}, { limit: "0" }, { colour: "blue" }].flatMap((input) => {
    const parsed = schema?.safeParse(input, FOR_FAULTS);
    return parsed?.error ? [faultsOf(parsed.error, place)] : [];
  })[0] ?? [{ path: "colour", message: "colour is not a known parameter" }];
  const { message } = validationError(details);
  const summary = `The ${place} has a fault; all faults are listed`;
  return { name: "invalid", summary, code: "VALIDATION_ERROR", message, details };
}

const missingScope = (scope: Parameters<typeof scopeMessage>[0]): Refusal => ({
  name: "scope",
  summary: "The key lacks the scope",
  code: "FORBIDDEN",
  message: scopeMessage(scope),
});
const scopeMessage = (scope: string): string => new MissingScope(scope).message;

const missingObject = (noun: string): Refusal => ({
  name: "missing",
  summary: "There is no such object here; another organization's or environment's answers the same",
  code: "NOT_FOUND",
  message: `${noun} not found`,
});

const CREDENTIAL_REFUSALS: readonly Refusal[] = [
  {
    name: "absent",
    summary: "No key, or a malformed header",
    code: "UNAUTHORIZED",
    message: "Missing or invalid Authorization header. Use: Authorization: Bearer <api_key>",
  },
  {
    name: "unknown",
    summary: "Wrong shape or checksum, another environment's key, or unknown",
    code: "UNAUTHORIZED",
    message: "Invalid API key",
  },
  { name: "revoked", summary: "The key was revoked", code: "UNAUTHORIZED", message: "API key has been revoked" },
  {
    name: "expired",
    summary: "The key has expired, or its secret was replaced and the grace period is over",
    code: "UNAUTHORIZED",
    message: "API key has expired",
  },
  {
    name: "address",
    summary: "The key's IP rules do not allow the caller's address",
    code: "FORBIDDEN",
    message: "API key is not allowed from this IP address",
  },
];

const CONFLICT = { name: "conflict", summary: "Something stands in the way", code: "CONFLICT" } as const;

const IDEMPOTENCY_REFUSALS: readonly Refusal[] = [
  {
    name: "reused",
    summary: "The Idempotency-Key came before, with another body",
    code: "IDEMPOTENCY_CONFLICT",
    message: "Idempotency-Key was already used with a different request",
  },
];

const bodyRefusalsOf = (form: BodyForm): readonly Refusal[] => [
  {
    name: "size",
    summary: "The body is too large",
    code: "PAYLOAD_TOO_LARGE",
    message: sizeMessage(form.bytesMax),
  },
  {
    name: "type",
    summary: "The body has another type, or none",
    code: "UNSUPPORTED_MEDIA_TYPE",
    message: typeMessageOf(form),
  },
];

const RATE_LIMITED: Refusal = {
  name: "limited",
  summary: "Too many requests from this address; wait as long as Retry-After says",
  code: "RATE_LIMITED",
  message: "Rate limit exceeded. Please retry after some time.",
};

const METHOD_NOT_ALLOWED: Refusal = {
  name: "method",
  summary: "The path exists, but not with this method",
  code: "METHOD_NOT_ALLOWED",
  message: "Method not allowed",
};

const SERVER_REFUSALS: readonly Refusal[] = [
  {
    name: "fault",
    summary: "Our mistake; the request id finds it in the server's log",
    code: "INTERNAL_ERROR",
    message: "Something went wrong on our side",
  },
  {
    name: "away",
    summary: "A store is away; wait as long as Retry-After says",
    code: "SERVICE_UNAVAILABLE",
    message: "Service is temporarily unavailable. Please retry.",
  },
];

const DESCRIPTIONS: Record<number, string> = {
  400: "The request is not valid",
  401: "The credential is missing or not valid",
  403: "The credential may not do this",
  404: "There is no such object",
  405: "The method is not allowed",
  409: "Something stands in the way",
  413: "The body is too large",
  415: "The body is of another type",
  429: "Too many requests from this address",
  500: "Something went wrong on our side",
  503: "Try again after Retry-After",
};

// The only place that knows statuses.
import { DomainError, type ErrorCode, type ErrorDetail, unavailable } from "@/lib/domain/errors";
import { SpoolAway } from "@/lib/events/spool";
import { describeError, log } from "@/lib/log";
import { isAway } from "@/lib/store/sql";

/** A code without a status does not compile. */
export const STATUS_BY_CODE = {
  VALIDATION_ERROR: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  IDEMPOTENCY_CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503,
} as const satisfies Record<ErrorCode, number>;

const TITLES: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

export type ErrorAnswer = {
  status: number;
  code: ErrorCode | "INTERNAL_ERROR";
  message: string;
  details: readonly ErrorDetail[];
  headers: Record<string, string>;
};

/** What a caller may know of any thrown value. An unknown error is logged with its request id and told as a 500 without a reason. */
export function errorAnswerOf(thrown: unknown, requestId: string): ErrorAnswer {
  const error = isAway(thrown) || thrown instanceof SpoolAway ? unavailable(thrown) : thrown;
  if (!(error instanceof DomainError)) {
    log.error("A request failed", {
      requestId,
      error: describeError(error),
      stack: error instanceof Error ? error.stack : undefined,
    });
    return {
      status: 500,
      code: "INTERNAL_ERROR",
      message: "Something went wrong on our side",
      details: [],
      headers: {},
    };
  }
  if (error.code === "SERVICE_UNAVAILABLE")
    log.warn("A request found a store away", { requestId, error: describeError(error) });
  const headers: Record<string, string> = {};
  if (error.retryAfterSeconds !== undefined) headers["Retry-After"] = String(error.retryAfterSeconds);
  return {
    status: STATUS_BY_CODE[error.code],
    code: error.code,
    message: error.message,
    details: error.details,
    headers,
  };
}

/** The body of a refusal: our own form, or RFC 9457 when the caller asked for it. */
export function errorBodyOf(answer: ErrorAnswer, requestId: string, asProblem: boolean): string {
  const { status, code, message, details } = answer;
  const pointed = details.length > 0 ? { details } : {};
  if (asProblem) {
    return JSON.stringify({
      type: "about:blank",
      title: TITLES[status] ?? "Error",
      status,
      detail: message,
      code,
      requestId,
      ...pointed,
    });
  }
  return JSON.stringify({ error: { message, code, requestId, ...pointed } });
}

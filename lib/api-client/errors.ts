import type { components } from "./schema";

/** Open, because a newer server may have more. */
export type ErrorCode = components["schemas"]["Error"]["error"]["code"] | (string & Record<never, never>);

export type ErrorDetail = { readonly path: string; readonly message: string };

type Refusal = {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
  /** Null when the answer did not come from Mintkey. */
  readonly requestId: string | null;
  readonly details: readonly ErrorDetail[];
  /** What `Retry-After` said. */
  readonly retryAfterMs: number | null;
};

/** The API answered, and it was a refusal. */
export class MintkeyError extends Error {
  override readonly name: string = "MintkeyError";
  readonly status: number;
  readonly code: ErrorCode;
  readonly requestId: string | null;
  readonly details: readonly ErrorDetail[];
  readonly retryAfterMs: number | null;

  constructor({ message, status, code, requestId, details, retryAfterMs }: Refusal) {
    super(message);
    this.status = status;
    this.code = code;
    this.requestId = requestId;
    this.details = details;
    this.retryAfterMs = retryAfterMs;
  }
}

/** 400: `details` names each fault. */
export class MintkeyValidationError extends MintkeyError {
  override readonly name = "MintkeyValidationError";
}

/** 404: there is no such object, or it belongs to another organization. */
export class MintkeyNotFoundError extends MintkeyError {
  override readonly name = "MintkeyNotFoundError";
}

/** 409: something stands in the way, and `details` names it. */
export class MintkeyConflictError extends MintkeyError {
  override readonly name = "MintkeyConflictError";
}

/** 429, still after the last retry. */
export class MintkeyRateLimitError extends MintkeyError {
  override readonly name = "MintkeyRateLimitError";
}

/** No answer came, or none that could be read. A call that changes something may have done so. */
export class MintkeyConnectionError extends Error {
  override readonly name: string = "MintkeyConnectionError";
}

/** The answer did not come in time. */
export class MintkeyTimeoutError extends MintkeyConnectionError {
  override readonly name = "MintkeyTimeoutError";
}

const CLASS_BY_STATUS: Readonly<Record<number, typeof MintkeyError>> = {
  400: MintkeyValidationError,
  404: MintkeyNotFoundError,
  409: MintkeyConflictError,
  429: MintkeyRateLimitError,
};

/** Reads a refusal, also one of a proxy in between that speaks no JSON. */
export function errorOf(status: number, body: string, retryAfterMs: number | null): MintkeyError {
  const error = fieldsOf(fieldsOf(jsonOf(body)).error);
  const refusal = {
    status,
    code: textOf(error.code) ?? "UNKNOWN",
    message: textOf(error.message) ?? `HTTP status ${status}, and the answer is not one of Mintkey`,
    requestId: textOf(error.requestId),
    details: Array.isArray(error.details) ? error.details.map(detailOf) : [],
    retryAfterMs,
  };
  return new (CLASS_BY_STATUS[status] ?? MintkeyError)(refusal);
}

const detailOf = (detail: unknown): ErrorDetail => {
  const { path, message } = fieldsOf(detail);
  return { path: textOf(path) ?? "", message: textOf(message) ?? "" };
};

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** The fields of an object; none of anything else. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

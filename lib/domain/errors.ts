export type ErrorCode =
  | "UNAUTHORIZED"
  | "FORBIDDEN"
  | "RATE_LIMITED"
  | "VALIDATION_ERROR"
  | "NOT_FOUND"
  | "METHOD_NOT_ALLOWED"
  | "CONFLICT"
  | "IDEMPOTENCY_CONFLICT"
  | "PAYLOAD_TOO_LARGE"
  | "UNSUPPORTED_MEDIA_TYPE"
  | "SERVICE_UNAVAILABLE";

export type ErrorDetail = { readonly path: string; readonly message: string };

/** A fault inside an input whose place in a request is not known here. The message is a predicate: "must be …". */
export type FieldFault = { readonly path: readonly (string | number)[]; readonly message: string };

type Extras = ErrorOptions & { retryAfterSeconds?: number };

/** A refusal that the caller may read. `message` and `details` are always safe to show; what operators need goes into `cause`. */
export class DomainError extends Error {
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: readonly ErrorDetail[] = [],
    { retryAfterSeconds, ...options }: Extras = {},
  ) {
    super(message, options);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Faults of one input, all at once. A single fault speaks for itself; several come under one heading. */
export function validationError(details: readonly ErrorDetail[]): DomainError {
  const [only] = details;
  const message = details.length === 1 && only ? only.message : "Request validation failed";
  return new DomainError("VALIDATION_ERROR", message, details.slice(0, DETAILS_MAX));
}

export const notFound = (noun: string): DomainError => new DomainError("NOT_FOUND", `${noun} not found`);

export const unavailable = (cause?: unknown): DomainError =>
  new DomainError("SERVICE_UNAVAILABLE", "Service is temporarily unavailable. Please retry.", [], {
    cause,
    retryAfterSeconds: 1,
  });

const DETAILS_MAX = 100;

/** Marks a state that cannot be. It ends the request with a 500 and tells the caller nothing. */
export function invariant(holds: boolean, says: string): asserts holds {
  if (!holds) throw new Error(`Invariant broken: ${says}`);
}

/** Makes a union exhaustive: a new member does not compile until every place handles it. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable: ${String(value)}`);
}

export type ApiErrorDetail = { readonly path: string; readonly message: string };

/** The one error that a request raises. Show it once, inline, where it happened. */
export class ApiError extends Error {
  constructor(
    /** 0 when no answer came. */
    readonly status: number,
    /** A code of the API, or `UNREACHABLE`. */
    readonly code: string,
    message: string,
    readonly details: readonly ApiErrorDetail[] = [],
    readonly requestId: string | null = null,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
    this.name = "ApiError";
  }

  /** The first fault of one field. */
  detailAt(path: string): string | undefined {
    return this.details.find((detail) => detail.path === path)?.message;
  }
}

/** Waiting may help; other refusals stay what they are. */
export function isTemporary(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  return error.code === "UNREACHABLE" || error.status === 429 || error.status >= 500;
}

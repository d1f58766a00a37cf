// When a failed attempt is repeated. 429 and 503: always, for the API has then done nothing and asks for it. Another 5xx or no answer
// at all: the call may have been done, so only where doing it twice is doing it once (a reading call, DELETE, a keyed POST). Never
// PATCH: between the two attempts somebody else may have changed the object, and the repeat would undo that. Other 4xx: never.
import { MintkeyConflictError, MintkeyError } from "./errors";

export type Timing = {
  readonly nowMs: () => number;
  /** Rejects with the signal's reason as soon as it aborts. */
  readonly sleep: (waitMs: number, signal: AbortSignal) => Promise<void>;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
};

export type Failure = {
  readonly error: unknown;
  /** How often the call was repeated before. */
  readonly retries: number;
  readonly isRepeatable: boolean;
};

export const BACKOFF_MS_FIRST = 1_000;
export const BACKOFF_MS_MAX = 8_000;
/** The API's window is 60 s. Who names a longer wait is not coming back soon: the caller decides. */
export const RETRY_AFTER_MS_MAX = 60_000;

/** How long to wait before the next attempt; null: there is none. `Retry-After` is kept to the millisecond. */
export function decideWaitMs({ error, retries, isRepeatable }: Failure, random: number): number | null {
  const retryAfterMs = error instanceof MintkeyError ? error.retryAfterMs : null;
  if (!isWorthRepeating({ error, retries, isRepeatable })) return null;
  if (retryAfterMs === null) return backoffMs(retries, random);
  return retryAfterMs <= RETRY_AFTER_MS_MAX ? retryAfterMs : null;
}

function isWorthRepeating({ error, retries, isRepeatable }: Failure): boolean {
  if (!(error instanceof MintkeyError)) return isRepeatable;
  if (error.status === 429 || error.status === 503) return true;
  if (error.status >= 500) return isRepeatable;
  // Our own attempt, given up on, still runs under the same Idempotency-Key. Its answer is a moment away.
  return error instanceof MintkeyConflictError && isRepeatable && retries > 0 && error.retryAfterMs !== null;
}

/** Full jitter below 1, 2, 4, 8, 8 … s: clients that failed together do not come back together. */
export function backoffMs(retries: number, random: number): number {
  return Math.floor(random * Math.min(BACKOFF_MS_MAX, BACKOFF_MS_FIRST * 2 ** retries));
}

/** `Retry-After` in either of its forms, seconds or a date (RFC 9110, 10.2.3); null when there is none that can be read. */
export function parseRetryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1_000;
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
}

export const systemTiming: Timing = {
  nowMs: () => Date.now(),
  random: () => Math.random(),
  sleep: (waitMs, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener("abort", stop);
        resolve();
      }, waitMs);
      signal.addEventListener("abort", stop, { once: true });
      if (signal.aborted) stop();
    }),
};

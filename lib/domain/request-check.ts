// Why a request was refused: the checks of its walk in their order, of which the first that fails answers.
import type { ErrorCode } from "./errors";

export const REQUEST_CHECKS = [
  "rate-limit",
  "endpoint",
  "header",
  "shape",
  "environment",
  "known",
  "revoked",
  "expired",
  "address",
  "scope",
  "input",
] as const;
export type RequestCheck = (typeof REQUEST_CHECKS)[number];

export type CheckOutcome = "passed" | "failed" | "not-reached";
export type CheckedStep = { readonly check: RequestCheck; readonly outcome: CheckOutcome };

export const isRequestCheck = (word: string): word is RequestCheck => REQUEST_CHECKS.some((check) => check === word);

/** Every check with what became of it. Null: none failed, whatever the request was answered with. */
export function stepsOf(failed: RequestCheck | null): CheckedStep[] {
  const failedAt = failed === null ? REQUEST_CHECKS.length : REQUEST_CHECKS.indexOf(failed);
  return REQUEST_CHECKS.map((check, at) => ({
    check,
    outcome: at < failedAt ? "passed" : at === failedAt ? "failed" : "not-reached",
  }));
}

/** What is known of a refusal without its text. */
export type Refusal = {
  readonly code: ErrorCode | "INTERNAL_ERROR";
  /** Set where the credential itself was refused. */
  readonly credential?: RequestCheck | undefined;
  readonly hasEndpoint: boolean;
  readonly isAuthenticated: boolean;
  readonly missesScope: boolean;
};

/** The check that refused; null when all passed and the request failed later, for what it found or for a fault of ours. */
export function failedCheckOf({ code, credential, ...refusal }: Refusal): RequestCheck | null {
  if (credential) return credential;
  if (code === "RATE_LIMITED") return "rate-limit";
  if (!refusal.hasEndpoint) return "endpoint";
  // Without a store nobody can say whose key it is.
  if (!refusal.isAuthenticated) return code === "SERVICE_UNAVAILABLE" ? "known" : null;
  if (refusal.missesScope) return "scope";
  if (code === "FORBIDDEN") return "address";
  return INPUT_CODES.has(code) ? "input" : null;
}

const INPUT_CODES: ReadonlySet<string> = new Set(["VALIDATION_ERROR", "PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE"]);

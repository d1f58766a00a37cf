import { decideSecret } from "@/lib/domain/api-key";
import { environmentOfSecret, hintOf } from "@/lib/domain/api-key-secret";
import type { Environment } from "@/lib/domain/environment";
import { DomainError, type ErrorDetail } from "@/lib/domain/errors";
import type { RequestCheck } from "@/lib/domain/request-check";
import type { HeldSecret, KeyCache } from "./key-cache";
import type { SecretDigester } from "./secret-digest";

/** All values of the two headers, in the order sent. */
export type CredentialHeaders = { readonly authorization: readonly string[]; readonly apiKey: readonly string[] };

export type ReadCredential =
  | { readonly kind: "secret"; readonly secret: string }
  | { readonly kind: "missing" }
  | { readonly kind: "ambiguous" };

const MISSING = "Missing or invalid Authorization header. Use: Authorization: Bearer <api_key>";
const INVALID = "Invalid API key";

/** What the headers show: one secret, nothing usable, or values that contradict one another. */
export function readCredential(headers: CredentialHeaders): ReadCredential {
  const { authorization, apiKey } = headers;
  if (authorization.length > 1) return { kind: "missing" };
  const bearer = authorization[0] === undefined ? undefined : bearerOf(authorization[0]);
  if (bearer === null) return { kind: "missing" };
  if (apiKey.length > 1) return { kind: "ambiguous" };
  const [plain] = apiKey;
  if (bearer !== undefined && plain !== undefined && bearer !== plain) return { kind: "ambiguous" };
  const secret = bearer ?? plain;
  return secret === undefined || secret === "" ? { kind: "missing" } : { kind: "secret", secret };
}

type Shown = { readonly held?: HeldSecret; readonly foreignHint?: string; readonly details?: readonly ErrorDetail[] };

/** Says to the caller no more than its message; which check refused, and whose key it was, is for its organization's log. */
export class CredentialRefusal extends DomainError {
  readonly held: HeldSecret | null;
  readonly foreignHint: string | null;

  constructor(
    readonly check: RequestCheck,
    message: string,
    { held, foreignHint, details }: Shown = {},
  ) {
    super("UNAUTHORIZED", message, details);
    this.held = held ?? null;
    this.foreignHint = foreignHint ?? null;
  }
}

/** Verifies one environment's secrets. Returns at once, without a promise, when the key is in memory. */
export class SecretVerifier {
  constructor(
    readonly environment: Environment,
    private readonly digest: SecretDigester,
    private readonly cache: KeyCache,
  ) {}

  /** The live key behind the headers. Throws `UNAUTHORIZED`, or `SERVICE_UNAVAILABLE` when no store can vouch for the key. */
  verify(headers: CredentialHeaders, nowMs: number): HeldSecret | Promise<HeldSecret> {
    const read = readCredential(headers);
    if (read.kind === "missing") throw new CredentialRefusal("header", MISSING);
    if (read.kind === "ambiguous") throw new CredentialRefusal("header", INVALID);
    const environment = environmentOfSecret(read.secret);
    if (environment !== this.environment) throw this.#foreign(read.secret, environment);
    const digest = this.digest(read.secret);
    const held = this.cache.peek(digest.toString("latin1"), nowMs);
    if (held) return this.#requireValid(held);
    return this.cache.load(digest).then((loaded) => {
      if (!loaded) throw new CredentialRefusal("known", INVALID);
      return this.#requireValid(loaded);
    });
  }

  /** Whose key the headers show, as far as this process knows without looking it up; it decides nothing. */
  recognize(headers: CredentialHeaders, nowMs: number): HeldSecret | null {
    const read = readCredential(headers);
    if (read.kind !== "secret" || environmentOfSecret(read.secret) !== this.environment) return null;
    return this.cache.peek(this.digest(read.secret).toString("latin1"), nowMs) ?? null;
  }

  #requireValid(held: HeldSecret): HeldSecret {
    const verdict = decideSecret(held, new Date());
    if (verdict === "valid") return held;
    const message = verdict === "revoked" ? "API key has been revoked" : "API key has expired";
    throw new CredentialRefusal(verdict, message, { held });
  }

  // From the text of the key alone: it tells nothing that its sender does not hold already.
  #foreign(secret: string, environment: Environment | null): CredentialRefusal {
    if (!environment) return new CredentialRefusal("shape", INVALID);
    const message = `This is a ${environment} key; this server is ${this.environment}`;
    return new CredentialRefusal("environment", INVALID, {
      foreignHint: hintOf(secret),
      details: [{ path: "authorization", message }],
    });
  }
}

/** The token of a `Bearer` header; null when it carries none or more than one word; undefined for another scheme. */
function bearerOf(header: string): string | null | undefined {
  // The usual form, without taking it apart.
  if (header.startsWith("Bearer ") && !/\s/.test(header.slice(7)) && header.length > 7) return header.slice(7);
  const [scheme = "", token, ...rest] = header.trim().split(/[ \t]+/);
  if (scheme.toLowerCase() !== "bearer") return undefined;
  return token === undefined || rest.length > 0 ? null : token;
}

import { decideSecret } from "@/lib/domain/api-key";
import { environmentOfSecret } from "@/lib/domain/api-key-secret";
import type { Environment } from "@/lib/domain/environment";
import { DomainError, type ErrorDetail } from "@/lib/domain/errors";
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
    if (read.kind === "missing") throw new DomainError("UNAUTHORIZED", MISSING);
    if (read.kind === "ambiguous") throw new DomainError("UNAUTHORIZED", INVALID);
    const environment = environmentOfSecret(read.secret);
    if (environment !== this.environment) throw new DomainError("UNAUTHORIZED", INVALID, this.#detailsOf(read.secret));
    const digest = this.digest(read.secret);
    const held = this.cache.peek(digest.toString("latin1"), nowMs);
    if (held) return this.#requireValid(held);
    return this.cache.load(digest).then((loaded) => {
      if (!loaded) throw new DomainError("UNAUTHORIZED", INVALID);
      return this.#requireValid(loaded);
    });
  }

  #requireValid(held: HeldSecret): HeldSecret {
    const verdict = decideSecret(held, new Date());
    if (verdict === "valid") return held;
    throw new DomainError("UNAUTHORIZED", verdict === "revoked" ? "API key has been revoked" : "API key has expired");
  }

  // From the text of the key alone: it tells nothing that its sender does not hold already.
  #detailsOf(secret: string): ErrorDetail[] {
    const environment = environmentOfSecret(secret);
    if (!environment) return [];
    return [{ path: "authorization", message: `This is a ${environment} key; this server is ${this.environment}` }];
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

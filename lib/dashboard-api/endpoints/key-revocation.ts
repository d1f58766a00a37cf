import { endpoint } from "@/lib/api/endpoint";
import type { Actor } from "@/lib/domain/audit";
import type { Tenant } from "@/lib/domain/environment";
import { DomainError } from "@/lib/domain/errors";
import { describeError, log } from "@/lib/log";
import { type RevokeApiKeyInput, revokeApiKey } from "@/lib/operations/revoke-api-key";
import { getApiKey } from "@/lib/store/api-keys";
import { requireStepUp } from "../guards";
import { keyJsonOf, revocationReceiptJsonOf } from "../key-json";
import {
  type RevocationReceiptJson,
  revokeApiKeyBody,
  revokeApiKeysBody,
  revokedApiKeyAnswer,
  revokedApiKeysAnswer,
} from "../schemas/api-keys";

const SESSION = { credential: "session", scope: null, limit: "per-address", tag: "API keys", method: "post" } as const;
/** How many keys of a bulk revocation are under way at once: enough to hide the waiting, few enough to leave connections to others. */
const AT_ONCE = 4;

// Never asks for the password: in an emergency nothing may stand between a member and the end of a key.
const revokeEndpoint = endpoint({
  ...SESSION,
  path: "/api-keys/{keyId}/revoke",
  summary: "Revoke a key for good",
  role: "developer",
  noun: "API key",
  body: revokeApiKeyBody,
  answer: { status: 200, schema: revokedApiKeyAnswer },
  handle: async ({ tenant, actor, params, body, now }) => {
    const { receipt } = await revokeApiKey(tenant, actor, params.keyId, body, now);
    const key = keyJsonOf(tenant.environment, await getApiKey(tenant, params.keyId), now);
    return { data: { ...key, receipt: revocationReceiptJsonOf(receipt, now) } };
  },
});

const revokeManyEndpoint = endpoint({
  ...SESSION,
  path: "/api-keys/revoke",
  summary: "Revoke several keys for good",
  role: "admin",
  body: revokeApiKeysBody,
  answer: { status: 200, schema: revokedApiKeysAnswer },
  handle: async ({ exchange, tenant, actor, body: { keyIds, all, ...input }, now }) => {
    if (all) requireStepUp(exchange);
    const results: RevokedOne[] = [];
    const waiting = [...new Set(keyIds)];
    const work = async () => {
      for (let keyId = waiting.shift(); keyId !== undefined; keyId = waiting.shift()) {
        results.push(await revokeOne(tenant, actor, keyId, input, now));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    results.sort((one, other) => keyIds.indexOf(one.keyId) - keyIds.indexOf(other.keyId));
    return { data: { receipt: latestOf(results), results } };
  },
});

type RevokedOne = {
  keyId: string;
  name: string | null;
  hint: string | null;
  receipt: RevocationReceiptJson | null;
  failure: string | null;
};

// One key that cannot be revoked must not keep the others alive.
async function revokeOne(
  tenant: Tenant,
  actor: Actor,
  keyId: string,
  input: RevokeApiKeyInput,
  now: Date,
): Promise<RevokedOne> {
  try {
    const { key, receipt } = await revokeApiKey(tenant, actor, keyId, input, now);
    return {
      keyId,
      name: key.name,
      hint: key.secrets[0]?.hint ?? null,
      receipt: revocationReceiptJsonOf(receipt, now),
      failure: null,
    };
  } catch (error) {
    if (!(error instanceof DomainError))
      log.error("A key of a bulk revocation was not revoked", { keyId, error: describeError(error) });
    const failure = error instanceof DomainError ? error.message : "Something went wrong on our side";
    return { keyId, name: null, hint: null, receipt: null, failure };
  }
}

/** One receipt for all: from when on the last of them was refused. */
function latestOf(results: readonly RevokedOne[]): RevocationReceiptJson | null {
  const receipts = results.flatMap(({ receipt }) => (receipt ? [receipt] : []));
  return receipts.sort((one, other) => other.revokedAt.localeCompare(one.revokedAt))[0] ?? null;
}

export const keyRevocationEndpoints = [revokeEndpoint, revokeManyEndpoint];

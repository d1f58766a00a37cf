import { type ApiKey, type Receipt, type RevocationReason, revokeKey } from "@/lib/domain/api-key";
import type { Actor } from "@/lib/domain/audit";
import type { Tenant } from "@/lib/domain/environment";
import { findRevocationReceipt, keepRevocationReceipt } from "@/lib/store/api-keys";
import { announcedKeyChange } from "./announced-key-change";
import { keyTarget } from "./api-key-audit";
import { confirmKeyState } from "./confirm-key-state";

export type RevokeApiKeyInput = { readonly reason: RevocationReason; readonly note: string };

/** When this returns, no server accepts any secret of the key. A second call changes nothing and returns the first receipt. */
export async function revokeApiKey(
  tenant: Tenant,
  actor: Actor,
  keyId: string,
  { reason, note }: RevokeApiKeyInput,
  now: Date,
): Promise<{ key: ApiKey; receipt: Receipt }> {
  const { key, receipt } = await announcedKeyChange(tenant, actor, keyId, now, (current) => {
    if (current.revokedAt) return { key: current, audit: null, announce: false };
    return {
      key: revokeKey(current, reason, actor.name, now),
      announce: true,
      audit: {
        action: "api_key.revoked",
        target: keyTarget(current),
        before: { status: "live" },
        after: { status: "revoked" },
        details: { reason, ...(note === "" ? {} : { note }), hints: current.secrets.map((secret) => secret.hint) },
      },
    };
  });
  // Revoked before: by a call that finished, or by one that died after its commit and never told anybody.
  const proof = receipt ?? (await findRevocationReceipt(tenant, keyId)) ?? (await confirmKeyState(tenant, keyId, now));
  return { key, receipt: await keepRevocationReceipt(tenant, keyId, proof) };
}

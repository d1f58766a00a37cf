import { expect } from "vitest";
import { type ApiKey, decideSecret, liveSecrets, rotateKey } from "@/lib/domain/api-key";

export const NOW = new Date("2026-11-22T10:00:00.000Z");
export const DAY_MS = 86_400_000;
export const from = (base: Date, ms: number) => new Date(base.getTime() + ms);
export const inMs = (ms: number) => from(NOW, ms);
export const fresh = { id: "secret-2", hint: "mk_live_9999…9999" };

export function key(facts: Partial<ApiKey> = {}): ApiKey {
  const createdAt = inMs(-DAY_MS);
  return {
    id: "key-1",
    name: "ci",
    note: "",
    scopes: ["customers:read"],
    allowedIps: [],
    expiresAt: null,
    createdAt,
    createdBy: { id: "person-1", name: "Ada" },
    revokedAt: null,
    revokedByName: null,
    revocationReason: null,
    secrets: [{ id: "secret-1", hint: "mk_live_1111…1111", createdAt, endsAt: null, endReason: null }],
    version: 1,
    changedAt: createdAt,
    changedByName: "Ada",
    ...facts,
  };
}

export const rotated = (graceSeconds: number, facts: Partial<ApiKey> = {}) =>
  rotateKey(key(facts), fresh, graceSeconds, NOW);
export const idsOf = (secrets: readonly { id: string }[]) => secrets.map(({ id }) => id);
export const idsAt = (one: ApiKey, at: Date) => idsOf(liveSecrets(one, at));
export const verdictOf = (one: ApiKey, secretId: string, at: Date) => {
  const secret = one.secrets.find(({ id }) => id === secretId);
  if (!secret) throw new Error(`${secretId} is no secret of the key`);
  const found = {
    revokedAt: one.revokedAt,
    expiresAt: one.expiresAt,
    secretEndsAt: secret.endsAt,
    secretEndReason: secret.endReason,
  };
  return decideSecret(found, at);
};

export const CONFLICT: unknown = expect.objectContaining({ code: "CONFLICT" });

import { DomainError } from "./errors";
import type { Scope } from "./scope";

export const KEY_NAME_MAX = 64;
export const KEY_NOTE_MAX = 500;
export const LIVE_KEYS_PER_TENANT_MAX = 500;
export const EXPIRY_AHEAD_MIN_MS = 60_000;
export const EXPIRY_AHEAD_MAX_YEARS = 5;
export const EXPIRING_WITHIN_MS = 14 * 86_400_000;
/** A newest secret of this age is due for rotation; a key unused this long is unused. */
export const HYGIENE_AGE_MS = 90 * 86_400_000;
export const ROTATION_MAX_MS = 30 * 86_400_000;

export const ROTATE_GRACE_SECONDS = [0, 900, 3_600, 21_600, 86_400, 604_800] as const;
export const EXTEND_GRACE_SECONDS = [900, 3_600, 21_600, 86_400, 604_800] as const;
export const REVOCATION_REASONS = ["LEAKED", "UNUSED", "REPLACED", "PERSON_LEFT", "OTHER"] as const;
export const KEY_STATUSES = ["active", "expiring", "rotating", "expired", "revoked"] as const;

export type RevocationReason = (typeof REVOCATION_REASONS)[number];
export type ApiKeyStatus = (typeof KEY_STATUSES)[number];
export type SecretEndReason = "ROTATED" | "ROLLED_BACK";

export type ApiKeySecret = {
  readonly id: string;
  readonly hint: string;
  readonly createdAt: Date;
  /** Null: it lives as long as the key. */
  readonly endsAt: Date | null;
  readonly endReason: SecretEndReason | null;
};

/** The lasting identity. Its status is derived from its times and its secrets', never stored. */
export type ApiKey = {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly scopes: readonly Scope[];
  readonly allowedIps: readonly string[];
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
  readonly createdBy: { readonly id: string | null; readonly name: string };
  readonly revokedAt: Date | null;
  readonly revokedByName: string | null;
  readonly revocationReason: RevocationReason | null;
  /** Newest first; ended ones stay. */
  readonly secrets: readonly ApiKeySecret[];
  /** Raised by every change. */
  readonly version: number;
  readonly changedAt: Date;
  readonly changedByName: string;
};

/** The proof that a change to a key is in force on every server. Null `effectiveAt`: nothing that servers know has changed. */
export type Receipt = {
  readonly effectiveAt: Date | null;
  readonly serversConfirmed: number;
  readonly serversExpected: number;
  /** From the call's start until every server had confirmed or its lease had run out. */
  readonly elapsedMs: number;
  /** From the call's start until the last confirmation; smaller than `elapsedMs` when a lease had to run out. */
  readonly confirmedMs: number;
};

export type ApiKeyChanges = Partial<Pick<ApiKey, "name" | "note" | "scopes" | "allowedIps" | "expiresAt">>;

export function statusOf(key: ApiKey, now: Date): ApiKeyStatus {
  if (key.revokedAt) return "revoked";
  if (hasPassed(key.expiresAt, now)) return "expired";
  if (liveSecrets(key, now).length === 2) return "rotating";
  if (key.expiresAt && key.expiresAt.getTime() <= now.getTime() + EXPIRING_WITHIN_MS) return "expiring";
  return "active";
}

/** What a bearer of this secret is told at this instant; `valid` is the only yes. */
export function decideSecret(
  found: {
    revokedAt: Date | null;
    expiresAt: Date | null;
    secretEndsAt: Date | null;
    secretEndReason: SecretEndReason | null;
  },
  now: Date,
): "valid" | "revoked" | "expired" {
  if (found.revokedAt || (found.secretEndReason === "ROLLED_BACK" && hasPassed(found.secretEndsAt, now)))
    return "revoked";
  if (hasPassed(found.expiresAt, now) || hasPassed(found.secretEndsAt, now)) return "expired";
  return "valid";
}

/** The secret that stands for the key: the newest that no rollback has dropped. */
export function currentSecret(key: ApiKey): ApiKeySecret {
  const current = key.secrets.find((secret) => secret.endReason !== "ROLLED_BACK");
  if (!current) throw new Error("Invariant broken: a key has a secret that no rollback dropped");
  return current;
}

/** The secrets that open something now, newest first: one normally, two while rotating. */
export function liveSecrets(key: ApiKey, now: Date): ApiKeySecret[] {
  if (key.revokedAt || hasPassed(key.expiresAt, now)) return [];
  return key.secrets.filter((secret) => !hasPassed(secret.endsAt, now));
}

/** Adds a secret and gives the old one an end, never after the key's own. */
export function rotateKey(key: ApiKey, fresh: { id: string; hint: string }, graceSeconds: number, now: Date): ApiKey {
  requireLive(key, now, "rotated");
  if (liveSecrets(key, now).length === 2) throw new DomainError("CONFLICT", "Finish the current rotation first");
  const endsAt = earlier(new Date(now.getTime() + graceSeconds * 1000), key.expiresAt);
  const secrets = key.secrets.map((secret) =>
    hasPassed(secret.endsAt, now) ? secret : { ...secret, endsAt, endReason: ROTATED },
  );
  return { ...key, secrets: [{ ...fresh, createdAt: now, endsAt: null, endReason: null }, ...secrets] };
}

/** The old secret ends now; the new one is untouched, so callers that have moved notice nothing. */
export function finishRotation(key: ApiKey, now: Date): ApiKey {
  const { old } = requireRotating(key, now);
  return withSecret(key, { ...old, endsAt: now });
}

/** The old secret ends this long from now: never earlier than it already does, never past 30 days of rotation. */
export function extendRotation(key: ApiKey, graceSeconds: number, now: Date): ApiKey {
  const { fresh, old } = requireRotating(key, now);
  const endsAt = earlier(new Date(now.getTime() + graceSeconds * 1000), key.expiresAt);
  if (old.endsAt && endsAt < old.endsAt) {
    throw new DomainError("CONFLICT", "The old secret already ends later than that", [GRACE_DETAIL]);
  }
  if (endsAt.getTime() > fresh.createdAt.getTime() + ROTATION_MAX_MS) {
    throw new DomainError("CONFLICT", "A rotation may last at most 30 days", [GRACE_DETAIL]);
  }
  return withSecret(key, { ...old, endsAt });
}

/** The new secret is dropped for good; the old one goes on as if nothing had happened. */
export function rollBackRotation(key: ApiKey, now: Date): ApiKey {
  const { fresh, old } = requireRotating(key, now);
  const restored = withSecret(key, { ...old, endsAt: null, endReason: null });
  return withSecret(restored, { ...fresh, endsAt: now, endReason: "ROLLED_BACK" });
}

/** Final, for all secrets. */
export function revokeKey(key: ApiKey, reason: RevocationReason, byName: string, now: Date): ApiKey {
  return { ...key, revokedAt: now, revokedByName: byName, revocationReason: reason };
}

/** A revoked or expired key accepts only a new name or note. */
export function changeKey(key: ApiKey, changes: ApiKeyChanges, now: Date): ApiKey {
  if (changesAccess(changes)) requireLive(key, now, "changed");
  return { ...key, ...changes };
}

/** Whether servers must hear of these changes before they are in force. */
export function changesAccess(changes: ApiKeyChanges): boolean {
  return changes.scopes !== undefined || changes.allowedIps !== undefined || changes.expiresAt !== undefined;
}

/** The fault of an end asked for at `now`, or null. */
export function faultOfExpiry(expiresAt: Date | null, now: Date): string | null {
  if (expiresAt === null) return null;
  if (expiresAt.getTime() < now.getTime() + EXPIRY_AHEAD_MIN_MS) return "must be at least 60 seconds ahead";
  const latest = new Date(now);
  latest.setUTCFullYear(latest.getUTCFullYear() + EXPIRY_AHEAD_MAX_YEARS);
  return expiresAt > latest ? "must be at most 5 years ahead" : null;
}

const ROTATED = "ROTATED" as const;
const GRACE_DETAIL = { path: "gracePeriodSeconds", message: "does not fit this rotation" };

function requireLive(key: ApiKey, now: Date, verb: string): void {
  const status = statusOf(key, now);
  if (status === "revoked" || status === "expired") {
    throw new DomainError("CONFLICT", `This key is ${status} and cannot be ${verb}`);
  }
}

function requireRotating(key: ApiKey, now: Date): { fresh: ApiKeySecret; old: ApiKeySecret } {
  const [fresh, old] = liveSecrets(key, now);
  if (!fresh || !old) throw new DomainError("CONFLICT", "This key has no rotation under way");
  return { fresh, old };
}

function withSecret(key: ApiKey, changed: ApiKeySecret): ApiKey {
  return { ...key, secrets: key.secrets.map((secret) => (secret.id === changed.id ? changed : secret)) };
}

// An end is exclusive: at the instant itself the secret no longer works.
const hasPassed = (end: Date | null, now: Date): boolean => end !== null && now >= end;

const earlier = (one: Date, other: Date | null): Date => (other && other < one ? other : one);

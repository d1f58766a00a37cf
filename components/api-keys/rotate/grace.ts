import { EXTEND_GRACE_SECONDS, ROTATE_GRACE_SECONDS, ROTATION_MAX_MS } from "@/lib/domain/api-key";

export type RotateGrace = (typeof ROTATE_GRACE_SECONDS)[number];
export type ExtendGrace = (typeof EXTEND_GRACE_SECONDS)[number];

export const DEFAULT_GRACE: RotateGrace = 86_400;

const WORDS: Record<RotateGrace, string> = {
  0: "Now",
  900: "15 minutes",
  3600: "1 hour",
  21600: "6 hours",
  86400: "24 hours",
  604800: "7 days",
};

export const graceWords = (grace: RotateGrace): string => WORDS[grace];

export const readRotateGrace = (word: string): RotateGrace =>
  ROTATE_GRACE_SECONDS.find((grace) => String(grace) === word) ?? DEFAULT_GRACE;
export const readExtendGrace = (word: string): ExtendGrace | null =>
  EXTEND_GRACE_SECONDS.find((grace) => String(grace) === word) ?? null;

type GraceEnd = { at: Date /** The key itself ends first. */; isCut: boolean };

/** When the old secret ends: this long from now, never after the key. */
export function graceEnd(graceSeconds: number, keyExpiresAt: string | null, now: Date): GraceEnd {
  const asked = new Date(now.getTime() + graceSeconds * 1_000);
  const keyEnd = keyExpiresAt === null ? null : new Date(keyExpiresAt);
  return keyEnd && keyEnd < asked ? { at: keyEnd, isCut: true } : { at: asked, isCut: false };
}

type Rotation = { oldEndsAt: string | null; rotatedAt: string; keyExpiresAt: string | null };

/** Why the old secret cannot get this much more time, or null. */
export function refusalToExtend(grace: ExtendGrace, rotation: Rotation, now: Date): string | null {
  const { at } = graceEnd(grace, rotation.keyExpiresAt, now);
  if (rotation.oldEndsAt && at < new Date(rotation.oldEndsAt)) return "The old secret already ends later.";
  if (at.getTime() > Date.parse(rotation.rotatedAt) + ROTATION_MAX_MS) return "A rotation lasts at most 30 days.";
  return null;
}

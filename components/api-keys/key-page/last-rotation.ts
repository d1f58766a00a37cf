import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { calendarDay, clockTime, duration } from "@/lib/format";

const RECENT_MS = 7 * 86_400_000;

/** "Rotation finished 12:03. Old secret last used 3 h before its end.", for a week after it. */
export function lastRotationSentence({ status, secrets }: ApiKeyJson): string | null {
  if (status !== "active" && status !== "expiring") return null;
  const [newest, old] = secrets;
  if (newest?.endReason !== null || old?.endReason !== "ROTATED" || !old.expiresAt) return null;
  const agoMs = Date.now() - Date.parse(old.expiresAt);
  if (agoMs < 0 || agoMs > RECENT_MS) return null;
  const finishedAt = agoMs < 43_200_000 ? clockTime(old.expiresAt) : calendarDay(old.expiresAt);
  const use = old.lastUsedAt
    ? `last used ${duration(Date.parse(old.expiresAt) - Date.parse(old.lastUsedAt))} before its end`
    : "never used";
  return `Rotation finished ${finishedAt}. Old secret ${use}.`;
}

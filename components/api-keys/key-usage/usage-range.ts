const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const USAGE_RANGES = {
  "48h": { label: "48 hours", window: "HOUR", windows: 48, windowMs: HOUR_MS },
  "30d": { label: "30 days", window: "DAY", windows: 30, windowMs: DAY_MS },
  "90d": { label: "90 days", window: "DAY", windows: 90, windowMs: DAY_MS },
} as const;

export type UsageRange = keyof typeof USAGE_RANGES;

export const isUsageRange = (text: string | null): text is UsageRange =>
  text !== null && Object.hasOwn(USAGE_RANGES, text);

/** What is asked for: whole windows of the UTC calendar, the running one as the last. */
export function usageInputOf(range: UsageRange, now: Date) {
  const { window, windows, windowMs } = USAGE_RANGES[range];
  const running = Math.floor(now.getTime() / windowMs) * windowMs;
  return { window, start: new Date(running - (windows - 1) * windowMs).toISOString(), end: now.toISOString() };
}

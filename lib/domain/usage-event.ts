import type { PropertyValue } from "./property-value";

export const EVENT_NAME_MAX = 128;
export const EVENT_IDEMPOTENCY_KEY_MAX = 256;
export const EVENT_PROPERTIES_MAX = 50;
export const PROPERTY_NAME_MAX = 64;
export const PROPERTY_TEXT_MAX = 1_024;
export const EVENTS_PER_BATCH_MAX = 10_000;
export const LINES_PER_BATCH_MAX = 100_000;
export const LINE_BYTES_MAX = 65_536;
export const EVENT_AHEAD_MAX_MS = 3_600_000;
export const EVENT_AGE_MAX_MS = 400 * 86_400_000;

/** By name. A map: a property may be called `__proto__`. */
export type EventProperties = ReadonlyMap<string, PropertyValue>;

/** A usage event as meters see it. Where arrival decides, events stand in the order of their arrival. */
export type UsageEvent = {
  readonly eventName: string;
  readonly timestamp: Date;
  readonly properties: EventProperties;
};

/** The fault of an event's instant at `nowMs`, or null. `NaN` for an event that was accepted before: its instant was in time then. */
export function faultOfTimestamp(timestampMs: number, nowMs: number): string | null {
  const aheadMs = timestampMs - nowMs;
  if (aheadMs > EVENT_AHEAD_MAX_MS) return "must not be more than 1 hour in the future";
  return -aheadMs > EVENT_AGE_MAX_MS ? "must not be older than 400 days" : null;
}

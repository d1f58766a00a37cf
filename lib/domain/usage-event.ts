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

/** What the texts of an event's properties were when they were sent. */
export type PropertyKind = "text" | "number" | "boolean";
export type StoredProperty = { readonly name: string; readonly kind: PropertyKind; readonly text: string };

/** The latest version of a usage event. */
export type StoredUsageEvent = {
  readonly eventName: string;
  readonly customerId: string | null;
  readonly externalCustomerId: string | null;
  readonly contractId: string | null;
  readonly idempotencyKey: string;
  readonly timestamp: Date;
  readonly properties: readonly StoredProperty[];
  readonly receivedAt: Date;
  readonly requestId: string;
};

/** A line that was accepted and could not be stored. */
export type RejectedEvent = {
  readonly organizationId: string;
  readonly receivedAt: Date;
  readonly requestId: string;
  /** From 1. */
  readonly line: number;
  readonly reason: string;
  readonly path: string;
  readonly idempotencyKey: string | null;
  readonly excerpt: string;
};

/** The fault of an event's instant at `nowMs`, or null. `NaN` for an event that was accepted before: its instant was in time then. */
export function faultOfTimestamp(timestampMs: number, nowMs: number): string | null {
  const aheadMs = timestampMs - nowMs;
  if (aheadMs > EVENT_AHEAD_MAX_MS) return "must not be more than 1 hour in the future";
  return -aheadMs > EVENT_AGE_MAX_MS ? "must not be older than 400 days" : null;
}

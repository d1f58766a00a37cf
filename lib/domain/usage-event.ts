import type { PropertyValue } from "./property-value";

export const EVENT_NAME_MAX = 128;
export const EVENT_IDEMPOTENCY_KEY_MAX = 256;
export const EVENT_PROPERTIES_MAX = 50;
export const PROPERTY_NAME_MAX = 64;
export const PROPERTY_TEXT_MAX = 1_024;
export const EVENT_AHEAD_MAX_MS = 3_600_000;
export const EVENT_AGE_MAX_DAYS = 400;

/** By name. A map: a property may be called `__proto__`. */
export type EventProperties = ReadonlyMap<string, PropertyValue>;

/** A usage event as meters see it. Where arrival decides, events stand in the order of their arrival. */
export type UsageEvent = {
  readonly eventName: string;
  readonly timestamp: Date;
  readonly properties: EventProperties;
};

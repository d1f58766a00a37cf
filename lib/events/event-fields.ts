import { EVENT_PROPERTIES_MAX } from "@/lib/domain/usage-event";

export const ABSENT = -1;

/** What a property's value was before it became its canonical text. */
export const VALUE_KIND = { text: 1, number: 2, boolean: 3 } as const;

/**
 * Where the parts of one valid usage event lie in a buffer: decoded UTF-8 without escapes, values as their canonical text.
 * One object serves event after event, so it speaks of the latest only. No part becomes a string before somebody asks.
 */
export class EventFields {
  bytes: Uint8Array = new Uint8Array(0);
  nameStart = ABSENT;
  nameEnd = ABSENT;
  customerIdStart = ABSENT;
  customerIdEnd = ABSENT;
  externalCustomerIdStart = ABSENT;
  externalCustomerIdEnd = ABSENT;
  contractIdStart = ABSENT;
  contractIdEnd = ABSENT;
  idempotencyKeyStart = ABSENT;
  idempotencyKeyEnd = ABSENT;
  /** Milliseconds since 1970; NaN when the event names no instant. */
  timestampMs = Number.NaN;
  propertyCount = 0;
  readonly propertyNameStart = new Int32Array(EVENT_PROPERTIES_MAX);
  readonly propertyNameEnd = new Int32Array(EVENT_PROPERTIES_MAX);
  /** One of `VALUE_KIND`. */
  readonly valueKind = new Uint8Array(EVENT_PROPERTIES_MAX);
  readonly valueStart = new Int32Array(EVENT_PROPERTIES_MAX);
  readonly valueEnd = new Int32Array(EVENT_PROPERTIES_MAX);

  /** Forgets the last event. */
  begin(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.nameStart = ABSENT;
    this.nameEnd = ABSENT;
    this.customerIdStart = ABSENT;
    this.customerIdEnd = ABSENT;
    this.externalCustomerIdStart = ABSENT;
    this.externalCustomerIdEnd = ABSENT;
    this.contractIdStart = ABSENT;
    this.contractIdEnd = ABSENT;
    this.idempotencyKeyStart = ABSENT;
    this.idempotencyKeyEnd = ABSENT;
    this.timestampMs = Number.NaN;
    this.propertyCount = 0;
  }

  /** A part as text; null when it is absent. */
  text(start: number, end: number): string | null {
    if (start < 0) return null;
    const { buffer, byteOffset, byteLength } = this.bytes;
    return Buffer.from(buffer, byteOffset, byteLength).toString("utf8", start, end);
  }
}

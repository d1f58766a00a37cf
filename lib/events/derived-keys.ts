import { createHash, randomUUID } from "node:crypto";
import type { SpooledBatch } from "./spooled-batch";

const HEX = Buffer.from("0123456789abcdef", "latin1");
/** `xxxxxxxx-xxxx-7xxx-yxxx-xxxxxxxxxxxx`: where the hex digits of 16 bytes stand in the text of a UUID. */
const DIGIT_AT = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];
const UUID_LENGTH = 36;
const INSTANT_BYTES = 6;

/**
 * The keys of a batch's events that came without one: UUIDs (version 7, RFC 9562) that follow from the batch and the place in
 * it, so that reading the batch again makes the same ones and no event is stored twice. They rise with the instant of acceptance
 * in microseconds and then with the place, because the event store keeps events in the order of their keys.
 */
export class DerivedKeys {
  readonly #bytes: Buffer;
  readonly #text = Buffer.alloc(UUID_LENGTH, "-", "latin1");

  constructor({ acceptedUs, organizationId, requestId }: SpooledBatch) {
    const acceptedMs = Math.floor(acceptedUs / 1_000);
    this.#bytes = createHash("sha256").update(`${acceptedUs} ${organizationId} ${requestId}`).digest().subarray(0, 16);
    this.#bytes.writeUIntBE(acceptedMs, 0, INSTANT_BYTES);
    // The version, and the microsecond as the 12 bits that RFC 9562 leaves to a finer clock (section 6.2, method 3).
    this.#bytes.writeUInt16BE(0x7000 | Math.floor(((acceptedUs - acceptedMs * 1_000) * 4_096) / 1_000), INSTANT_BYTES);
  }

  /** The 36 characters of the key at a place; the next call writes over them. */
  bytesAt(index: number): Uint8Array {
    this.writePlace(index);
    for (let at = 0; at < DIGIT_AT.length; at++) {
      const byte = this.#bytes[at] ?? 0;
      const digitAt = DIGIT_AT[at] ?? 0;
      this.#text[digitAt] = HEX[byte >> 4] ?? 0;
      this.#text[digitAt + 1] = HEX[byte & 15] ?? 0;
    }
    return this.#text;
  }

  textAt(index: number): string {
    this.bytesAt(index);
    return this.#text.toString("latin1");
  }

  /** 20 bits of it, after the two of the variant; the 42 bits behind them are of the hash. */
  private writePlace(index: number): void {
    const bytes = this.#bytes;
    bytes[8] = 0x80 | ((index >>> 14) & 0x3f);
    bytes[9] = (index >>> 6) & 0xff;
    bytes[10] = ((index & 0x3f) << 2) | ((bytes[10] ?? 0) & 0x03);
  }
}

/** A UUID (version 7) for a single event that comes without a key at this instant. */
export function keyMadeAt(atMs: number): string {
  const instant = atMs.toString(16).padStart(INSTANT_BYTES * 2, "0");
  return `${instant.slice(0, 8)}-${instant.slice(8)}-7${randomUUID().slice(15)}`;
}

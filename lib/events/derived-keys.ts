import { createHash } from "node:crypto";
import type { SpooledBatch } from "./spooled-batch";

const HEX = Buffer.from("0123456789abcdef", "latin1");
/** `xxxxxxxx-xxxx-8xxx-yxxx-xxxxxxxxxxxx`: where the hex digits of 16 bytes stand in the text of a UUID. */
const DIGIT_AT = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];
const UUID_LENGTH = 36;
const INDEX_BYTE = 12;

/**
 * The keys of a batch's events that came without one: UUIDs (version 8, RFC 9562) that follow from the batch and the place in
 * it, so that reading the batch again makes the same ones and no event is stored twice.
 */
export class DerivedKeys {
  readonly #bytes: Buffer;
  readonly #text = Buffer.alloc(UUID_LENGTH, "-", "latin1");

  constructor({ acceptedUs, organizationId, requestId }: SpooledBatch) {
    this.#bytes = createHash("sha256").update(`${acceptedUs} ${organizationId} ${requestId}`).digest().subarray(0, 16);
    this.#bytes[6] = (this.#bytes.readUInt8(6) & 0x0f) | 0x80;
    this.#bytes[8] = (this.#bytes.readUInt8(8) & 0x3f) | 0x80;
  }

  /** The 36 characters of the key at a place; the next call writes over them. */
  bytesAt(index: number): Uint8Array {
    this.#bytes.writeUInt32BE(index, INDEX_BYTE);
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
}

// Texts of a JSON document as bytes. Only those are read here that mean the same without decoding: no escapes.
import { QUOTE } from "./json-bytes";

export const UNDECIDED = -1;

const PLAIN = 0;
const ENDS = 1;
const WIDE = 2;

const DELETE = 0x7f;

// Anything below the space must be escaped; the escape itself is not read here. DEL needs no escape, but not every text may have it.
const KIND_OF_BYTE = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= DELETE) return WIDE;
  return byte < 0x20 || byte === 0x22 || byte === 0x5c ? ENDS : PLAIN;
});

/** How many code points the text had that was scanned last, and whether all of them were ASCII, and no control characters. */
export const scanned = { length: 0, isPrintable: true };

/** From behind the opening quotation mark to the position of the closing one, or `UNDECIDED`. */
export function scanText(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && KIND_OF_BYTE[bytes[at] ?? 0] === PLAIN) at++;
  if (bytes[at] === QUOTE && at < end) {
    scanned.length = at - start;
    scanned.isPrintable = true;
    return at;
  }
  return (bytes[at] ?? 0) >= DELETE && at < end ? scanWideText(bytes, start, at, end) : UNDECIDED;
}

/** Goes on where the first byte is no plain character: counts code points, and gives up where the bytes are no UTF-8. */
function scanWideText(bytes: Uint8Array, start: number, from: number, end: number): number {
  let at = from;
  let length = at - start;
  while (at < end) {
    const byte = bytes[at] ?? 0;
    const kind = KIND_OF_BYTE[byte];
    if (kind === ENDS) break;
    const size = kind === PLAIN ? 1 : sizeOfSequence(bytes, at, end);
    if (size === 0) return UNDECIDED;
    at += size;
    length++;
  }
  if (at >= end || bytes[at] !== QUOTE) return UNDECIDED;
  scanned.length = length;
  scanned.isPrintable = false;
  return at;
}

/** The bytes of one code point from DEL on (RFC 3629, section 4), or 0 where there is none. */
function sizeOfSequence(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at] ?? 0;
  if (lead === DELETE) return 1;
  const second = at + 1 < end ? (bytes[at + 1] ?? 0) : 0;
  if (lead >= 0xc2 && lead <= 0xdf) return isTail(second) ? 2 : 0;
  const third = at + 2 < end ? (bytes[at + 2] ?? 0) : 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    // Neither a longer form of what two bytes can say, nor half of a surrogate pair.
    const isInRange = lead === 0xe0 ? second >= 0xa0 : lead !== 0xed || second <= 0x9f;
    return isTail(second) && isInRange && isTail(third) ? 3 : 0;
  }
  const fourth = at + 3 < end ? (bytes[at + 3] ?? 0) : 0;
  if (lead >= 0xf0 && lead <= 0xf4) {
    const isInRange = lead === 0xf0 ? second >= 0x90 : lead !== 0xf4 || second <= 0x8f;
    return isTail(second) && isInRange && isTail(third) && isTail(fourth) ? 4 : 0;
  }
  return 0;
}

const isTail = (byte: number): boolean => (byte & 0xc0) === 0x80;

/** Whether a text surely shows something: a character of ASCII that is neither a space nor a control character. */
export function isVisible(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 0x20 && byte < 0x7f) return true;
  }
  return false;
}

/** Whether the bytes are those of `word`. */
export function equals(bytes: Uint8Array, start: number, end: number, word: Uint8Array): boolean {
  if (end - start !== word.length) return false;
  for (let at = 0; at < word.length; at++) if (bytes[start + at] !== word[at]) return false;
  return true;
}

const IS_HEX = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66) ? 1 : 0,
);
const UUID_LENGTH = 36;

/** Whether a text is a UUID in lower case. */
export function isUuid(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== UUID_LENGTH) return false;
  for (let at = 0; at < UUID_LENGTH; at++) {
    const byte = bytes[start + at] ?? 0;
    const isHyphen = at === 8 || at === 13 || at === 18 || at === 23;
    if (isHyphen ? byte !== 0x2d : IS_HEX[byte] !== 1) return false;
  }
  return true;
}

import { NUMBER_LENGTH_MAX } from "@/lib/domain/property-value";
import { UNDECIDED } from "./scan-text";

const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;

/** Where the canonical text of the number ends that was scanned last: before zeros that say nothing. */
export const scannedNumber = { end: 0 };

/** From the first character of a number in plain digits to the one behind it, or `UNDECIDED`: an exponent, `-0`, no number. */
export function scanNumber(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start] === MINUS ? start + 1 : start;
  let at = skipDigits(bytes, first, end);
  // No leading zero, and at least one digit.
  if (at === first || (bytes[first] === ZERO && at > first + 1)) return UNDECIDED;
  let canonicalEnd = at;
  if (at < end && bytes[at] === POINT) {
    const fraction = at + 1;
    at = skipDigits(bytes, fraction, end);
    if (at === fraction) return UNDECIDED;
    let last = at;
    while (last > fraction && bytes[last - 1] === ZERO) last--;
    if (last > fraction) canonicalEnd = last;
  }
  const isNegativeZero = first > start && bytes[first] === ZERO && canonicalEnd === first + 1;
  if (isNegativeZero || at - start > NUMBER_LENGTH_MAX) return UNDECIDED;
  // What goes on is an exponent, or no number.
  const next = at < end ? bytes[at] : 0;
  if (next === 0x65 || next === 0x45) return UNDECIDED;
  scannedNumber.end = canonicalEnd;
  return at;
}

function skipDigits(bytes: Uint8Array, at: number, end: number): number {
  while (at < end) {
    const byte = bytes[at] ?? 0;
    if (byte < ZERO || byte > NINE) return at;
    at++;
  }
  return at;
}

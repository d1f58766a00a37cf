// JSON as bytes, as far as finding the end of things needs it.
export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const BACKSLASH = 0x5c;
export const LIST_OPENING = 0x5b;
export const LIST_CLOSING = 0x5d;
export const OBJECT_OPENING = 0x7b;
export const OBJECT_CLOSING = 0x7d;

/** The first position from `at` on that is no white space, or `end`. */
export function skipWhiteSpace(bytes: Uint8Array, at: number, end: number): number {
  while (at < end) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return at;
    at++;
  }
  return at;
}

/**
 * Where the value that begins at `at` ends, if it is one: whoever wants to know has to read what lies between. Of what is no
 * JSON it finds some end, so that what lies between is no JSON either.
 */
export function skipValue(bytes: Uint8Array, at: number, end: number): number {
  let depth = 0;
  while (at < end) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = skipText(bytes, at, end);
      if (depth === 0) return at;
    } else if (byte === OBJECT_OPENING || byte === LIST_OPENING) {
      depth++;
      at++;
    } else if (byte === OBJECT_CLOSING || byte === LIST_CLOSING) {
      if (depth === 0) return at;
      depth--;
      at++;
      if (depth === 0) return at;
    } else if (depth === 0 && (byte === COMMA || byte === COLON)) {
      return at;
    } else at++;
  }
  return end;
}

function skipText(bytes: Uint8Array, at: number, end: number): number {
  for (at++; at < end; at++) {
    if (bytes[at] === BACKSLASH) at++;
    else if (bytes[at] === QUOTE) return at + 1;
  }
  return end;
}

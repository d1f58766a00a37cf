import { EVENT_PROPERTIES_MAX, PROPERTY_NAME_MAX, PROPERTY_TEXT_MAX } from "@/lib/domain/usage-event";
import { type EventFields, VALUE_KIND } from "./event-fields";
import { COLON, COMMA, OBJECT_CLOSING, OBJECT_OPENING, QUOTE, skipWhiteSpace } from "./json-bytes";
import { scanNumber, scannedNumber } from "./scan-number";
import { equals, scanned, scanText, UNDECIDED } from "./scan-text";

const TRUE = Buffer.from("true", "latin1");
const FALSE = Buffer.from("false", "latin1");

/** From the opening bracket of an event's properties to behind the closing one, or `UNDECIDED`. */
export function scanProperties(bytes: Uint8Array, start: number, end: number, fields: EventFields): number {
  if (bytes[start] !== OBJECT_OPENING) return UNDECIDED;
  let at = skipWhiteSpace(bytes, start + 1, end);
  if (bytes[at] === OBJECT_CLOSING && at < end) return at + 1;
  for (;;) {
    at = scanProperty(bytes, at, end, fields);
    if (at === UNDECIDED) return UNDECIDED;
    at = skipWhiteSpace(bytes, at, end);
    if (at >= end) return UNDECIDED;
    if (bytes[at] === OBJECT_CLOSING) return at + 1;
    if (bytes[at] !== COMMA) return UNDECIDED;
    at = skipWhiteSpace(bytes, at + 1, end);
  }
}

function scanProperty(bytes: Uint8Array, start: number, end: number, fields: EventFields): number {
  const index = fields.propertyCount;
  if (bytes[start] !== QUOTE || index === EVENT_PROPERTIES_MAX) return UNDECIDED;
  const nameEnd = scanText(bytes, start + 1, end);
  if (nameEnd === UNDECIDED || scanned.length < 1 || scanned.length > PROPERTY_NAME_MAX) return UNDECIDED;
  if (isNamed(bytes, start + 1, nameEnd, fields)) return UNDECIDED;
  let at = skipWhiteSpace(bytes, nameEnd + 1, end);
  if (bytes[at] !== COLON) return UNDECIDED;
  at = skipWhiteSpace(bytes, at + 1, end);
  fields.propertyNameStart[index] = start + 1;
  fields.propertyNameEnd[index] = nameEnd;
  fields.propertyCount = index + 1;
  return scanValue(bytes, at, end, fields, index);
}

function scanValue(bytes: Uint8Array, at: number, end: number, fields: EventFields, index: number): number {
  if (bytes[at] === QUOTE) {
    const textEnd = scanText(bytes, at + 1, end);
    if (textEnd === UNDECIDED || scanned.length > PROPERTY_TEXT_MAX) return UNDECIDED;
    fields.valueKind[index] = VALUE_KIND.text;
    fields.valueStart[index] = at + 1;
    fields.valueEnd[index] = textEnd;
    return textEnd + 1;
  }
  fields.valueStart[index] = at;
  const word = bytes[at] === TRUE[0] ? TRUE : bytes[at] === FALSE[0] ? FALSE : null;
  if (word !== null) {
    const wordEnd = at + word.length;
    if (wordEnd > end || !equals(bytes, at, wordEnd, word)) return UNDECIDED;
    fields.valueKind[index] = VALUE_KIND.boolean;
    fields.valueEnd[index] = wordEnd;
    return wordEnd;
  }
  const numberEnd = scanNumber(bytes, at, end);
  fields.valueKind[index] = VALUE_KIND.number;
  fields.valueEnd[index] = scannedNumber.end;
  return numberEnd;
}

/** Whether a property has this name already: of two the last counts, which is not decided here. */
function isNamed(bytes: Uint8Array, start: number, end: number, fields: EventFields): boolean {
  for (let index = 0; index < fields.propertyCount; index++) {
    const other = fields.propertyNameStart[index] ?? 0;
    if ((fields.propertyNameEnd[index] ?? 0) - other !== end - start) continue;
    let length = 0;
    while (start + length < end && bytes[start + length] === bytes[other + length]) length++;
    if (start + length === end) return true;
  }
  return false;
}

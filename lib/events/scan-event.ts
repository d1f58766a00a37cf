// The fast path: most events are plain, and for those neither a parser nor a schema is needed.
import { EXTERNAL_CUSTOMER_ID_MAX } from "@/lib/domain/customer";
import {
  EVENT_AGE_MAX_MS,
  EVENT_AHEAD_MAX_MS,
  EVENT_IDEMPOTENCY_KEY_MAX,
  EVENT_NAME_MAX,
} from "@/lib/domain/usage-event";
import { ABSENT, type EventFields } from "./event-fields";
import { COLON, COMMA, OBJECT_CLOSING, OBJECT_OPENING, QUOTE, skipWhiteSpace } from "./json-bytes";
import { scanProperties } from "./scan-properties";
import { equals, isUuid, isVisible, scanned, scanText, UNDECIDED } from "./scan-text";
import { scanTimestamp } from "./scan-timestamp";

// With the quotation mark behind it: a name that only begins like this is another one.
const word = (text: string): Buffer => Buffer.from(`${text}"`, "latin1");
const EVENT_NAME = word("eventName");
const TIMESTAMP = word("timestamp");
const CUSTOMER_ID = word("customerId");
const CONTRACT_ID = word("contractId");
const PROPERTIES = word("properties");
const IDEMPOTENCY_KEY = word("idempotencyKey");
const EXTERNAL_CUSTOMER_ID = word("externalCustomerId");

let hasProperties = false;

/**
 * Scans the object that begins at `start`: the position behind it, with `fields` filled, or `UNDECIDED`. It accepts only what
 * the schema accepts with the same record; everything unusual, and every fault, is left to `readEvent`. `nowMs`: what its
 * instant is compared with, `NaN` for an event that was accepted before.
 */
export function scanEvent(bytes: Uint8Array, start: number, end: number, nowMs: number, fields: EventFields): number {
  fields.begin(bytes);
  hasProperties = false;
  let at = skipWhiteSpace(bytes, start, end);
  if (bytes[at] !== OBJECT_OPENING) return UNDECIDED;
  at = skipWhiteSpace(bytes, at + 1, end);
  for (;;) {
    at = scanMember(bytes, at, end, fields);
    if (at === UNDECIDED) return UNDECIDED;
    at = skipWhiteSpace(bytes, at, end);
    if (at >= end) return UNDECIDED;
    if (bytes[at] === OBJECT_CLOSING) return isComplete(fields, nowMs) ? at + 1 : UNDECIDED;
    if (bytes[at] !== COMMA) return UNDECIDED;
    at = skipWhiteSpace(bytes, at + 1, end);
  }
}

function isComplete(fields: EventFields, nowMs: number): boolean {
  if (fields.nameStart === ABSENT) return false;
  if ((fields.customerIdStart === ABSENT) === (fields.externalCustomerIdStart === ABSENT)) return false;
  // Neither holds when one of the two is NaN: an event without an instant, or one that was accepted before.
  const aheadMs = fields.timestampMs - nowMs;
  return !(aheadMs > EVENT_AHEAD_MAX_MS || -aheadMs > EVENT_AGE_MAX_MS);
}

function scanMember(bytes: Uint8Array, start: number, end: number, fields: EventFields): number {
  if (bytes[start] !== QUOTE) return UNDECIDED;
  const name = nameAt(bytes, start + 1);
  const nameEnd = start + 1 + name.length;
  if (nameEnd > end || !equals(bytes, start + 1, nameEnd, name)) return UNDECIDED;
  let at = skipWhiteSpace(bytes, nameEnd, end);
  if (bytes[at] !== COLON) return UNDECIDED;
  at = skipWhiteSpace(bytes, at + 1, end);
  if (name === PROPERTIES) {
    if (hasProperties) return UNDECIDED;
    hasProperties = true;
    return scanProperties(bytes, at, end, fields);
  }
  if (at >= end || bytes[at] !== QUOTE) return UNDECIDED;
  const textEnd = scanText(bytes, at + 1, end);
  if (textEnd === UNDECIDED) return UNDECIDED;
  return setText(name, bytes, at + 1, textEnd, fields) ? textEnd + 1 : UNDECIDED;
}

/** The one name that can stand there, going by its first letters. */
function nameAt(bytes: Uint8Array, at: number): Buffer {
  switch (bytes[at]) {
    case 0x65:
      return bytes[at + 1] === 0x76 ? EVENT_NAME : EXTERNAL_CUSTOMER_ID;
    case 0x63:
      return bytes[at + 1] === 0x75 ? CUSTOMER_ID : CONTRACT_ID;
    case 0x74:
      return TIMESTAMP;
    case 0x70:
      return PROPERTIES;
    default:
      return IDEMPOTENCY_KEY;
  }
}

/** Puts the text that was scanned last into its field, unless that has one already, or this is none for it. */
function setText(name: Buffer, bytes: Uint8Array, start: number, end: number, fields: EventFields): boolean {
  switch (name) {
    case EVENT_NAME:
      return setName(bytes, start, end, fields);
    case EXTERNAL_CUSTOMER_ID:
      return setExternalCustomerId(bytes, start, end, fields);
    case IDEMPOTENCY_KEY:
      return setIdempotencyKey(bytes, start, end, fields);
    case TIMESTAMP:
      return setTimestamp(bytes, start, end, fields);
    case CUSTOMER_ID:
      return setCustomerId(bytes, start, end, fields);
    default:
      return setContractId(bytes, start, end, fields);
  }
}

/** Of the text that was scanned last. */
const isFilled = (bytes: Uint8Array, start: number, end: number, lengthMax: number): boolean =>
  scanned.length <= lengthMax && isVisible(bytes, start, end);

function setName(bytes: Uint8Array, start: number, end: number, fields: EventFields): boolean {
  // Beyond ASCII there are control characters too.
  if (fields.nameStart !== ABSENT || !scanned.isPrintable || !isFilled(bytes, start, end, EVENT_NAME_MAX)) return false;
  fields.nameStart = start;
  fields.nameEnd = end;
  return true;
}

function setTimestamp(bytes: Uint8Array, start: number, end: number, fields: EventFields): boolean {
  if (!Number.isNaN(fields.timestampMs)) return false;
  fields.timestampMs = scanTimestamp(bytes, start, end);
  return !Number.isNaN(fields.timestampMs);
}

function setCustomerId(bytes: Uint8Array, start: number, end: number, fields: EventFields): boolean {
  if (fields.customerIdStart !== ABSENT || !isUuid(bytes, start, end)) return false;
  fields.customerIdStart = start;
  fields.customerIdEnd = end;
  return true;
}

function setContractId(bytes: Uint8Array, start: number, end: number, fields: EventFields): boolean {
  if (fields.contractIdStart !== ABSENT || !isUuid(bytes, start, end)) return false;
  fields.contractIdStart = start;
  fields.contractIdEnd = end;
  return true;
}

function setIdempotencyKey(bytes: Uint8Array, start: number, end: number, fields: EventFields): boolean {
  if (fields.idempotencyKeyStart !== ABSENT || !isFilled(bytes, start, end, EVENT_IDEMPOTENCY_KEY_MAX)) return false;
  fields.idempotencyKeyStart = start;
  fields.idempotencyKeyEnd = end;
  return true;
}

function setExternalCustomerId(bytes: Uint8Array, start: number, end: number, fields: EventFields): boolean {
  if (fields.externalCustomerIdStart !== ABSENT || !isFilled(bytes, start, end, EXTERNAL_CUSTOMER_ID_MAX)) return false;
  fields.externalCustomerIdStart = start;
  fields.externalCustomerIdEnd = end;
  return true;
}

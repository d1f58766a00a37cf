import { readTrillionths } from "@/lib/domain/trillionths";
import { CUSTOMER_MARK } from "@/lib/store/usage-sql";
import { type EventFields, VALUE_KIND } from "./event-fields";
import { type GrowingBytes, NativeColumn, NativeListColumn, nativeBlock } from "./native-columns";

/** What an event has from the batch that it came in. */
export type Arrival = {
  /** As 16 bytes, see `uuidBytes`. */
  readonly organization: Uint8Array;
  /** Microseconds since 1970. */
  readonly acceptedUs: number;
  readonly requestId: Uint8Array;
};

/** Of one body, the later event wins: its place stands below the instant of acceptance in its version. */
const PLACE_BITS = 20;

const ID_MARK = CUSTOMER_MARK.id.charCodeAt(0);
const EXTERNAL_MARK = CUSTOMER_MARK.externalId.charCodeAt(0);
const DIGIT_0 = 0x30;
const MINUS = 0x2d;
const POINT = 0x2e;
const WHOLE_DIGITS_MAX = 18;
const DECIMAL_PLACES = 12;
const TEN_TO_PLACES = 10 ** DECIMAL_PLACES;
/** Numbers below this are exact doubles when they are counted in 10^-12. */
const EXACT_WHOLE_MAX = 9_000;

/** Rows of `usage_events`, gathered column by column. */
export class EventBlock {
  rows = 0;
  private readonly organization = new NativeColumn("organization_id", "UUID");
  private readonly idempotencyKey = new NativeColumn("idempotency_key", "String");
  private readonly version = new NativeColumn("version", "UInt128");
  private readonly requestId = new NativeColumn("request_id", "String");
  private readonly eventName = new NativeColumn("event_name", "String");
  private readonly customer = new NativeColumn("customer", "String");
  private readonly contractId = new NativeColumn("contract_id", "String");
  private readonly timestamp = new NativeColumn("timestamp", "DateTime64(3, 'UTC')");
  private readonly properties = new NativeListColumn("properties", "Map(String, String)", 2);
  private readonly kinds = new NativeColumn("property_kinds", "String");
  private readonly numberNames = new NativeListColumn("number_names", "Array(String)", 1);
  private readonly numbers = new NativeListColumn("numbers", "Array(Decimal(38, 12))", 1);
  private readonly columns = [
    this.organization,
    this.idempotencyKey,
    this.version,
    this.requestId,
    this.eventName,
    this.customer,
    this.contractId,
    this.timestamp,
    this.properties,
    this.kinds,
    this.numberNames,
    this.numbers,
  ];

  /** Bytes gathered so far, roughly. */
  get size(): number {
    return this.rows * 64 + this.properties.elements.reduce((sum, { length }) => sum + length, 0);
  }

  clear(): void {
    this.rows = 0;
    for (const column of this.columns) column.clear();
  }

  /** In ClickHouse's Native format; good until the next change. */
  toNative(): Buffer[] {
    return nativeBlock(this.columns, this.rows);
  }

  /** Adds an event at its place in its body. `keyMade`: its idempotency key when it came without one. */
  add(fields: EventFields, arrival: Arrival, place: number, keyMade: Uint8Array): void {
    const { bytes } = fields;
    this.organization.values.copy(arrival.organization, 0, 16);
    const { idempotencyKeyStart, idempotencyKeyEnd } = fields;
    if (idempotencyKeyStart < 0) this.idempotencyKey.values.range(keyMade, 0, keyMade.length);
    else this.idempotencyKey.values.range(bytes, idempotencyKeyStart, idempotencyKeyEnd);
    this.writeVersion(arrival.acceptedUs, place);
    this.requestId.values.range(arrival.requestId, 0, arrival.requestId.length);
    this.eventName.values.range(bytes, fields.nameStart, fields.nameEnd);
    this.writeCustomer(fields);
    this.contractId.values.range(bytes, fields.contractIdStart, fields.contractIdEnd);
    const { timestampMs } = fields;
    this.timestamp.values.int64(Number.isNaN(timestampMs) ? Math.floor(arrival.acceptedUs / 1_000) : timestampMs);
    this.writeProperties(fields);
    this.rows++;
  }

  private writeVersion(acceptedUs: number, place: number): void {
    const { values } = this.version;
    // acceptedUs × 2^20 + place: 71 bits, of which the lowest 32 take 12 from the instant.
    const above = Math.floor(acceptedUs / 2 ** 12);
    values.uint32((acceptedUs - above * 2 ** 12) * 2 ** PLACE_BITS + place);
    values.int64(above);
    values.uint32(0);
  }

  /** One column for both kinds of id, because readers ask for one customer under all of them. */
  private writeCustomer(fields: EventFields): void {
    const { values } = this.customer;
    const isExternal = fields.customerIdStart < 0;
    const start = isExternal ? fields.externalCustomerIdStart : fields.customerIdStart;
    const end = isExternal ? fields.externalCustomerIdEnd : fields.customerIdEnd;
    values.varint(end - start + 1);
    values.byte(isExternal ? EXTERNAL_MARK : ID_MARK);
    values.copy(fields.bytes, start, end);
  }

  private writeProperties(fields: EventFields): void {
    const { bytes, propertyCount, propertyNameStart, propertyNameEnd, valueKind, valueStart, valueEnd } = fields;
    const [names, texts] = this.properties.elements;
    const [numberNames] = this.numberNames.elements;
    const [numbers] = this.numbers.elements;
    if (!names || !texts || !numberNames || !numbers) return;
    this.kinds.values.varint(propertyCount);
    let found = 0;
    for (let at = 0; at < propertyCount; at++) {
      const nameStart = propertyNameStart[at] ?? 0;
      const nameEnd = propertyNameEnd[at] ?? 0;
      const start = valueStart[at] ?? 0;
      const end = valueEnd[at] ?? 0;
      const kind = valueKind[at] ?? 0;
      names.range(bytes, nameStart, nameEnd);
      texts.range(bytes, start, end);
      this.kinds.values.byte(DIGIT_0 + kind);
      if (kind === VALUE_KIND.boolean || !writeNumber(numbers, bytes, start, end, kind)) continue;
      numberNames.range(bytes, nameStart, nameEnd);
      found++;
    }
    this.properties.endRow(propertyCount);
    this.numberNames.endRow(found);
    this.numbers.endRow(found);
  }
}

/** Writes what a meter reads from a value's canonical text, as `PropertyValue.numeric` does; false where it reads no number. */
function writeNumber(numbers: GrowingBytes, bytes: Uint8Array, start: number, end: number, kind: number): boolean {
  const first = bytes[start] === MINUS ? start + 1 : start;
  let at = first;
  let whole = 0;
  while (at < end && isDigit(bytes[at])) whole = whole * 10 + ((bytes[at++] ?? 0) - DIGIT_0);
  const digits = at - first;
  // Only a number whose exponent does not fit into digits keeps one: it is nearer to 0 than 10^-12.
  if (kind === VALUE_KIND.number && hasExponent(bytes, at, end)) {
    numbers.int128(0n);
    return true;
  }
  if (digits === 0 || digits > WHOLE_DIGITS_MAX || !endsInDecimals(bytes, at, end)) return false;
  if (first === start && whole <= EXACT_WHOLE_MAX) {
    numbers.int64(whole * TEN_TO_PLACES + (at === end ? 0 : decimalsOf(bytes, at + 1, end)));
    numbers.int64(0);
  } else {
    numbers.int128(readTrillionths(Buffer.from(bytes.subarray(start, end)).toString("latin1")));
  }
  return true;
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= DIGIT_0 && byte <= DIGIT_0 + 9;

function hasExponent(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (bytes[at] === 0x65) return true;
  return false;
}

/** Nothing, or a point and at least one digit. */
function endsInDecimals(bytes: Uint8Array, from: number, end: number): boolean {
  if (from === end) return true;
  if (bytes[from] !== POINT || from + 1 === end) return false;
  for (let at = from + 1; at < end; at++) if (!isDigit(bytes[at])) return false;
  return true;
}

/** The first 12 digits after the point, as a whole number of 10^-12. */
function decimalsOf(bytes: Uint8Array, from: number, end: number): number {
  let value = 0;
  for (let place = 0; place < DECIMAL_PLACES; place++) {
    const at = from + place;
    value = value * 10 + (at < end ? (bytes[at] ?? 0) - DIGIT_0 : 0);
  }
  return value;
}

/** An id as ClickHouse lays it out: two halves of eight bytes, each with its last byte first. */
export function uuidBytes(uuid: string): Uint8Array {
  const bytes = Buffer.from(uuid.replaceAll("-", ""), "hex");
  return Buffer.concat([bytes.subarray(0, 8).reverse(), bytes.subarray(8).reverse()]);
}

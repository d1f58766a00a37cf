// The slow path, which decides: exact reading and the schema. The fast path only ever agrees with it.
import { parseExactJson } from "@/lib/api/exact-json";
import { FOR_FAULTS, faultAt, faultsOf } from "@/lib/api/faults";
import { eventFields, type StoredEvent, storedEvent } from "@/lib/api/schemas/usage-events";
import type { ErrorDetail } from "@/lib/domain/errors";
import type { PropertyValue } from "@/lib/domain/property-value";
import { type EventFields, VALUE_KIND } from "./event-fields";

/** Above what any valid event needs, every character escaped; what is longer is not worth reading. */
export const EVENT_BYTES_MAX = 1_048_576;

/** The text is no JSON, so that nothing can be said of its parts. */
export const NOT_JSON = "not JSON";

let comparedWithMs = Number.NaN;
const schema = storedEvent(() => comparedWithMs);
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
let scratch = Buffer.allocUnsafeSlow(65_536);
let written = 0;

/**
 * Reads `bytes[start, end)` as one event: all its faults with their paths, or none and the event in `fields`, decoded into a
 * buffer that the next call uses again. `nowMs`: what its instant is compared with, `NaN` for an event that was accepted before.
 */
export function readEvent(
  bytes: Uint8Array,
  start: number,
  end: number,
  nowMs: number,
  fields: EventFields,
  under: readonly PropertyKey[] = [],
): readonly ErrorDetail[] | typeof NOT_JSON {
  if (end - start > EVENT_BYTES_MAX) return [faultAt(under, `must have at most ${EVENT_BYTES_MAX} bytes`)];
  const value = parse(bytes.subarray(start, end));
  if (value === NOT_JSON) return NOT_JSON;
  comparedWithMs = nowMs;
  const parsed = schema.safeParse(value.json, FOR_FAULTS);
  if (!parsed.success) return faultsOf(parsed.error, "body", under);
  writeFields(parsed.data, fields);
  return NO_FAULTS;
}

const NO_FAULTS: readonly ErrorDetail[] = [];

function parse(bytes: Uint8Array): { json: unknown } | typeof NOT_JSON {
  try {
    return { json: parseExactJson(decoder.decode(bytes)) };
  } catch {
    return NOT_JSON;
  }
}

function writeFields(event: StoredEvent, fields: EventFields): void {
  written = 0;
  fields.begin(scratch);
  fields.nameStart = written;
  fields.nameEnd = write(event.eventName);
  if (event.customerId !== undefined) {
    fields.customerIdStart = written;
    fields.customerIdEnd = write(event.customerId);
  }
  if (event.externalCustomerId !== undefined) {
    fields.externalCustomerIdStart = written;
    fields.externalCustomerIdEnd = write(event.externalCustomerId);
  }
  if (event.contractId !== undefined) {
    fields.contractIdStart = written;
    fields.contractIdEnd = write(event.contractId);
  }
  if (event.idempotencyKey !== undefined) {
    fields.idempotencyKeyStart = written;
    fields.idempotencyKeyEnd = write(event.idempotencyKey);
  }
  fields.timestampMs = event.timestamp?.getTime() ?? Number.NaN;
  for (const [name, value] of event.properties ?? []) writeProperty(name, value, fields);
  // The buffer may have been replaced by a larger one on the way.
  fields.bytes = scratch;
}

function writeProperty(name: string, value: PropertyValue, fields: EventFields): void {
  const at = fields.propertyCount++;
  fields.propertyNameStart[at] = written;
  fields.propertyNameEnd[at] = write(name);
  fields.valueKind[at] = kindOf(value);
  fields.valueStart[at] = written;
  fields.valueEnd[at] = write(value.canonicalText);
}

function kindOf({ written: given }: PropertyValue): number {
  if (typeof given === "string") return VALUE_KIND.text;
  return typeof given === "boolean" ? VALUE_KIND.boolean : VALUE_KIND.number;
}

function write(text: string): number {
  const bytesMax = text.length * 3;
  if (written + bytesMax > scratch.length) {
    const larger = Buffer.allocUnsafeSlow((written + bytesMax) * 2);
    larger.set(scratch.subarray(0, written));
    scratch = larger;
  }
  written += scratch.write(text, written);
  return written;
}

/** The key of a text that is no valid event, where it can be read and a valid event could have it; else null. */
export function findIdempotencyKey(bytes: Uint8Array, start: number, end: number): string | null {
  const value = parse(bytes.subarray(start, end));
  if (value === NOT_JSON || typeof value.json !== "object" || value.json === null) return null;
  const key = eventFields.idempotencyKey.safeParse(Reflect.get(value.json, "idempotencyKey"));
  return key.data ?? null;
}

// Events as text: valid, nearly valid, and broken at one place, and what a reader makes of them in a form to compare.
import fc from "fast-check";
import { type EventFields, VALUE_KIND } from "@/lib/events/event-fields";

export const NOW_MS = Date.parse("2026-02-27T10:00:00.000Z");

const plain = fc.constantFrom("a", "Z", "0", " ", "_", "-", ".", "/", "~", "\u007f");
const unusual = fc.constantFrom(
  "é",
  "\u0085",
  "\u00a0",
  "€",
  "\u3000",
  "\ufeff",
  "\ufffd",
  "😀",
  "\u0000",
  "\n",
  '"',
  "\\",
  "\u001f",
);
const character = fc.oneof({ weight: 60, arbitrary: plain }, { weight: 1, arbitrary: unusual });
const textOf = (lengths: readonly number[]) =>
  fc.oneof(
    { weight: 20, arbitrary: fc.string({ unit: character, minLength: 1, maxLength: 12 }) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...lengths), plain).map(([length, one]) => one.repeat(length)) },
    { weight: 1, arbitrary: fc.constantFrom(...lengths).map((length) => "é".repeat(length)) },
  );

const uuids = fc.oneof(
  { weight: 12, arbitrary: fc.uuid() },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "",
      "1d3a",
      "1D3A0000-0000-4000-8000-000000000001",
      "1d3a0000_0000-4000-8000-000000000001",
    ),
  },
);

const two = (value: number) => String(value).padStart(2, "0");
const near = fc.integer({ min: -410 * 86_400_000, max: 5_400_000 }).map((ms) => new Date(NOW_MS + ms).toISOString());
const edges = fc
  .constantFrom(3_600_000, 3_600_001, 0, -400 * 86_400_000, -400 * 86_400_000 - 1)
  .map((ms) => new Date(NOW_MS + ms).toISOString());
const composed = fc
  .record({
    year: fc.constantFrom(2025, 2026, 2024, 2000, 1900, 1, 0, 9999),
    month: fc.integer({ min: 0, max: 13 }),
    day: fc.integer({ min: 0, max: 32 }),
    hour: fc.integer({ min: 0, max: 24 }),
    minute: fc.integer({ min: 0, max: 60 }),
    second: fc.integer({ min: 0, max: 60 }),
    fraction: fc.constantFrom("", ".1", ".12", ".123", ".1239", ".123456789", ".1234567890", "."),
    zone: fc.constantFrom("Z", "z", "+00:00", "-00:00", "+05:30", "-23:59", "+24:00", "+1:00", "", "Z "),
    letter: fc.constantFrom("T", "t", " "),
  })
  .map(
    ({ year, month, day, hour, minute, second, fraction, zone, letter }) =>
      `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}${letter}${two(hour)}:${two(minute)}:${two(second)}${fraction}${zone}`,
  );
const timestamps = fc.oneof({ weight: 8, arbitrary: near }, edges, composed);

const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 24 });
/** Number literals and what is nearly one. */
export const numberTexts = fc.oneof(
  fc.integer().map(String),
  fc.double().map((value) => String(value)),
  fc
    .tuple(
      fc.constantFrom("", "-", "+"),
      digits,
      fc.constantFrom("", ".", ".0", ".50", ".000"),
      fc.constantFrom("", "e5", "E-400", "e400"),
    )
    .map((parts) => parts.join("")),
  fc.tuple(digits, digits).map(([whole, fraction]) => `${whole}.${fraction}`),
  fc.constantFrom(
    "0",
    "-0",
    "0.0",
    "-0.0",
    "1.10",
    "0.1",
    "-0.50",
    "1".repeat(64),
    "1".repeat(65),
    `0.${"0".repeat(61)}1`,
    "01",
    "1.",
    ".5",
    "NaN",
    "9".repeat(400),
  ),
);

const values = fc.oneof(
  { weight: 6, arbitrary: textOf([0, 1_024, 1_025]).map((text) => JSON.stringify(text)) },
  { weight: 6, arbitrary: fc.integer().map(String) },
  { weight: 3, arbitrary: numberTexts },
  { weight: 2, arbitrary: fc.constantFrom("true", "false") },
  { weight: 1, arbitrary: fc.constantFrom("null", "{}", "[]", "[1]", "tru", "True", "falsee") },
);

const space = fc.constantFrom("", "", "", "", " ", "\n", "\t", "\r\n", "  ");
const member = (name: fc.Arbitrary<string>, value: fc.Arbitrary<string>) =>
  fc
    .tuple(space, name, space, space, value, space)
    .map(([a, key, b, c, given, d]) => `${a}${JSON.stringify(key)}${b}:${c}${given}${d}`);
const listed = (members: fc.Arbitrary<string[]>) =>
  fc.tuple(members, space).map(([parts, s]) => `{${parts.join(",")}${parts.length === 0 ? s : ""}}`);

const properties = listed(
  fc.oneof(
    { weight: 9, arbitrary: fc.array(member(textOf([1, 64, 65]), values), { maxLength: 4 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(49, 50, 51).map((count) => Array.from({ length: count }, (_, at) => `"p${at}":${at}`)),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<string[]>(
        ['"a":1', '"a":2'],
        ['"__proto__":1'],
        ['"constructor":"x"', '"2":1', '"1":2'],
        [""],
      ),
    },
  ),
);

const text = (arbitrary: fc.Arbitrary<string>) => arbitrary.map((one) => JSON.stringify(one));
const name = member(fc.constant("eventName"), text(textOf([0, 128, 129])));
const customer = fc.oneof(
  member(fc.constant("customerId"), text(uuids)),
  member(fc.constant("externalCustomerId"), text(textOf([0, 256, 257]))),
);
const optional = fc.oneof(
  member(fc.constant("contractId"), text(uuids)),
  member(fc.constant("idempotencyKey"), text(textOf([0, 256, 257]))),
  member(fc.constant("timestamp"), text(timestamps)),
  member(fc.constant("timestamp"), text(timestamps)),
  member(fc.constant("properties"), properties),
  member(fc.constant("properties"), properties),
);
const odd = fc.oneof(
  customer,
  name,
  member(fc.constantFrom("eventname", "customerID", "propertie5", "contract1d", "surprise", "__proto__"), values),
  member(fc.constantFrom("eventName", "timestamp", "properties", "customerId", "idempotencyKey"), values),
);

/** Events that a well-meaning sender could have written, most of them valid. */
export const eventTexts: fc.Arbitrary<string> = fc
  .tuple(
    name,
    customer,
    fc.uniqueArray(optional, { maxLength: 4, selector: (one) => one.trim().slice(0, 8) }),
    fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: odd }),
  )
  .chain(([first, second, others, extra]) => {
    const parts = [first, second, ...others, ...(extra === null ? [] : [extra])];
    return fc.shuffledSubarray(parts, { minLength: Math.max(1, parts.length - 1) });
  })
  .map((parts) => `{${parts.join(",")}}`);

const JUNK = Buffer.from('{}[]":,\\\n\t 0-.eE+tfnu\u0000\u007f', "latin1");
/** The same with bytes replaced, left out, doubled or cut off. */
export const brokenEvents: fc.Arbitrary<Buffer> = fc
  .tuple(
    eventTexts,
    fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.oneof(fc.constantFrom(...JUNK), fc.nat(255))), {
      minLength: 1,
      maxLength: 2,
    }),
  )
  .map(([sent, changes]) => {
    let bytes = Buffer.from(sent, "utf8");
    for (const [place, kind, byte] of changes) {
      const at = place % (bytes.length + 1);
      if (kind === 3) bytes = bytes.subarray(0, at);
      else
        bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from([byte]), bytes.subarray(kind === 0 ? at + 1 : at)]);
    }
    return bytes;
  });

const KIND_NAMES = Object.fromEntries(Object.entries(VALUE_KIND).map(([kind, number]) => [number, kind]));

/** What a reader found, as plain values. */
export function recordOf(fields: EventFields) {
  const properties = Array.from({ length: fields.propertyCount }, (_, at) => [
    fields.text(fields.propertyNameStart[at] ?? -1, fields.propertyNameEnd[at] ?? -1),
    KIND_NAMES[fields.valueKind[at] ?? 0],
    fields.text(fields.valueStart[at] ?? -1, fields.valueEnd[at] ?? -1),
  ]);
  return {
    name: fields.text(fields.nameStart, fields.nameEnd),
    customerId: fields.text(fields.customerIdStart, fields.customerIdEnd),
    externalCustomerId: fields.text(fields.externalCustomerIdStart, fields.externalCustomerIdEnd),
    contractId: fields.text(fields.contractIdStart, fields.contractIdEnd),
    idempotencyKey: fields.text(fields.idempotencyKeyStart, fields.idempotencyKeyEnd),
    timestampMs: fields.timestampMs,
    // Names that look like indexes come first from a parser.
    properties: properties.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
  };
}

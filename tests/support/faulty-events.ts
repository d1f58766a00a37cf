// Events with one fault each, for every way in to refuse alike.
export const GOOD = '"eventName":"api_call","externalCustomerId":"c"';
const UUID = "1d3a0000-0000-4000-8000-000000000001";
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const DAY_MS = 86_400_000;
export const INSTANT = "must be an RFC 3339 timestamp with an offset, like 2026-02-27T10:00:00Z";
const properties = (text: string) => () => `{${GOOD},"properties":${text}}`;
const timestamp = (text: string) => () => `{${GOOD},"timestamp":"${text}"}`;

/** An event, the path of its fault, and what is said of it. */
export const FAULTY: readonly (readonly [string, () => string, string, string])[] = [
  ["without a name", () => '{"externalCustomerId":"c"}', "eventName", "is required"],
  [
    "with a name of nothing",
    () => '{"eventName":"","externalCustomerId":"c"}',
    "eventName",
    "must have 1 to 128 characters",
  ],
  ["with a blank name", () => '{"eventName":"  ","externalCustomerId":"c"}', "eventName", "must not be blank"],
  [
    "with a name of 129 characters",
    () => `{"eventName":"${"é".repeat(129)}","externalCustomerId":"c"}`,
    "eventName",
    "must have 1 to 128 characters",
  ],
  [
    "with DEL in its name",
    () => '{"eventName":"a\u007f","externalCustomerId":"c"}',
    "eventName",
    "must not contain control characters",
  ],
  [
    "with a line feed in its name",
    () => '{"eventName":"a\\n","externalCustomerId":"c"}',
    "eventName",
    "must not contain control characters",
  ],
  ["with a name that is a number", () => '{"eventName":1,"externalCustomerId":"c"}', "eventName", "must be a string"],
  ["of no customer", () => '{"eventName":"a"}', "", "must have exactly one of customerId, externalCustomerId"],
  [
    "of two customers",
    () => `{${GOOD},"customerId":"${UUID}"}`,
    "",
    "must have exactly one of customerId, externalCustomerId",
  ],
  ["with a customer that is no UUID", () => '{"eventName":"a","customerId":"42"}', "customerId", "must be a UUID"],
  [
    "with a UUID in upper case",
    () => `{"eventName":"a","customerId":"${UUID.toUpperCase()}"}`,
    "customerId",
    "must be a UUID",
  ],
  ["with a contract of null", () => `{${GOOD},"contractId":null}`, "contractId", "must be a string"],
  [
    "with a key of 257 characters",
    () => `{${GOOD},"idempotencyKey":"${"k".repeat(257)}"}`,
    "idempotencyKey",
    "must have 1 to 256 characters",
  ],
  [
    "with U+0000 in its key",
    () => `{${GOOD},"idempotencyKey":"a\\u0000"}`,
    "idempotencyKey",
    "must not contain U+0000",
  ],
  [
    "with a lone surrogate in its key",
    () => `{${GOOD},"idempotencyKey":"\\ud800"}`,
    "idempotencyKey",
    "must not contain lone surrogates",
  ],
  ["with another field", () => `{${GOOD},"surprise":1}`, "surprise", "is not a known field"],
  [
    "an hour and a second ahead",
    () => `{${GOOD},"timestamp":"${inMs(3_601_000)}"}`,
    "timestamp",
    "must not be more than 1 hour in the future",
  ],
  [
    "401 days old",
    () => `{${GOOD},"timestamp":"${inMs(-401 * DAY_MS)}"}`,
    "timestamp",
    "must not be older than 400 days",
  ],
  ["with an instant without an offset", timestamp("2026-02-27T10:00:00"), "timestamp", INSTANT],
  ["in a leap second", timestamp("2026-06-30T23:59:60Z"), "timestamp", INSTANT],
  ["at 24:00", timestamp("2026-02-27T24:00:00Z"), "timestamp", INSTANT],
  ["on 30 February", timestamp("2026-02-30T10:00:00Z"), "timestamp", INSTANT],
  ["with a fraction of ten digits", timestamp("2026-02-27T10:00:00.1234567890Z"), "timestamp", INSTANT],
  ["with an offset of a day", timestamp("2026-02-27T10:00:00+24:00"), "timestamp", INSTANT],
  ["with an instant that is a number", () => `{${GOOD},"timestamp":1772186400}`, "timestamp", "must be a string"],
  ["with properties that are a list", properties("[]"), "properties", "must be an object"],
  ["with properties of null", properties("null"), "properties", "must be an object"],
  ["with a property of null", properties('{"a":null}'), "properties.a", "must be a string, a number or a boolean"],
  ["with a nested property", properties('{"a":{"b":1}}'), "properties.a", "must be a string, a number or a boolean"],
  [
    "with a property that is a list",
    properties('{"a":[1]}'),
    "properties.a",
    "must be a string, a number or a boolean",
  ],
  [
    "with 51 properties",
    properties(`{${Array.from({ length: 51 }, (_, at) => `"p${at}":1`).join(",")}}`),
    "properties",
    "must have at most 50 properties",
  ],
  [
    "with a number of 400 digits",
    properties(`{"a":${"9".repeat(400)}}`),
    "properties.a",
    "must be a number of at most 64 characters",
  ],
  ["with a number that is infinite", properties('{"a":1e400}'), "properties.a", "must be a finite number"],
  [
    "with a text of 1 025 characters",
    properties(`{"a":"${"x".repeat(1_025)}"}`),
    "properties.a",
    "must have at most 1024 characters",
  ],
  ["with a property without a name", properties('{"":1}'), "properties.", "must have a name of 1 to 64 characters"],
  ["whose last name of two is wrong", () => `{${GOOD},"eventName":7}`, "eventName", "must be a string"],
  [
    "of more than a mebibyte",
    () => `{${GOOD},"idempotencyKey":"${"k".repeat(1_048_576)}"}`,
    "",
    "must have at most 1048576 bytes",
  ],
];

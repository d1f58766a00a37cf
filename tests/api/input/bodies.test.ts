// Bodies, headers and parameters that no well-meaning client sends. None of them changes a row.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openWorld, type World } from "../../support/api";
import { rawRequest, sendRaw } from "../../support/calls";
import * as people from "../../support/people";
import { everythingIn } from "../../support/rows";

let world: World;
let secret: string;
let before: Record<string, string[]>;

beforeAll(async () => {
  world = await openWorld();
  const acme = await people.addOrganization("Acme");
  secret = (await people.mint(world.env, people.tenantOf("production", acme))).secret;
  await people.addCustomer(people.tenantOf("production", acme), "Globex");
});
beforeEach(async () => {
  before = await everythingIn(world.databases.productionUrl);
});
afterEach(async () => {
  expect(await everythingIn(world.databases.productionUrl)).toEqual(before);
});
afterAll(() => world.close());

const post = (raw: string | Uint8Array<ArrayBuffer>, headers = {}) =>
  world.api.production.call("POST", "/v1/customers", { secret, raw, headers });
const INVALID_UTF8 = new Uint8Array([
  ...new TextEncoder().encode('{"name":"'),
  0xff,
  0xfe,
  ...new TextEncoder().encode('"}'),
]);

test.each([
  ["no bytes at all", ""],
  ["white space", "  \n"],
  ["half an object", '{"name":"Glo'],
  ["two objects", '{"name":"a"}{"name":"b"}'],
  ["single quotes", "{'name':'a'}"],
  ["a byte order mark", '\ufeff{"name":"a"}'],
  ["invalid UTF-8", INVALID_UTF8],
  ["NaN", '{"name":NaN}'],
])("a body of %s is no valid JSON", async (_, raw) => {
  const { status, error } = await post(raw);
  expect({ status, error }).toMatchObject({
    status: 400,
    error: { code: "VALIDATION_ERROR", message: "Request body is not valid JSON", details: [{ path: "" }] },
  });
});

test.each([
  ["null", "null"],
  ["a list", "[]"],
  ["a text", '"name"'],
  ["a number", "1"],
  ["400 000 lists in one another", `${"[".repeat(400_000)}${"]".repeat(400_000)}`],
])("a body that is %s is refused as a whole", async (_, raw) => {
  const { status, error } = await post(raw);
  expect({ status, code: error?.code, paths: error?.details?.map(({ path }) => path) }).toEqual({
    status: 400,
    code: "VALIDATION_ERROR",
    paths: [""],
  });
});

test.each(["__proto__", "constructor", "prototype", "toString", "paymentProviderId", "id"])(
  "a field %s is unknown, and pollutes nothing",
  async (field) => {
    const { status, error } = await post(`{"name":"a","${field}":{"polluted":true}}`);
    expect(status).toBe(400);
    expect(error?.details).toEqual([{ path: field, message: `${field} is not a known field` }]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  },
);

test("a deeply nested __proto__ is unknown too", async () => {
  const { status, error } = await post(
    '{"name":"a","billingAddress":{"address1":"x","country":"DE","__proto__":{"city":"y"}}}',
  );
  expect(status).toBe(400);
  expect(error?.details).toEqual([
    { path: "billingAddress.__proto__", message: "billingAddress.__proto__ is not a known field" },
  ]);
});

test.each(["__proto__", "constructor", "limit[]", "LIMIT"])("a parameter %s is unknown", async (name) => {
  const { status, error } = await world.api.production.call("GET", `/v1/customers?${name}=1`, { secret });
  expect(status).toBe(400);
  expect(error?.details).toEqual([{ path: name, message: `${name} is not a known parameter` }]);
});

test.each([
  ["limit=1&limit=2", "limit must be given once"],
  ["limit=", "limit must not be empty"],
  ["limit=0", "limit must be between 1 and 100"],
  ["limit=101", "limit must be between 1 and 100"],
  ["limit=1.5", "limit must be between 1 and 100"],
  ["limit=1e1", "limit must be between 1 and 100"],
  ["limit=%201", "limit must be between 1 and 100"],
  ["limit=-1", "limit must be between 1 and 100"],
  ["offset=10001", "offset must be between 0 and 10000"],
  ["cursor=x", "cursor is not a cursor of this list"],
  ["cursor=x&offset=0", "cursor cannot be combined with offset"],
  ["externalCustomerId=%00", "externalCustomerId must not contain U+0000"],
  ["externalCustomerId=%FF", "externalCustomerId must be valid UTF-8"],
])("?%s is refused", async (query, message) => {
  const { status, error } = await world.api.production.call("GET", `/v1/customers?${query}`, { secret });
  expect({ status, message: error?.message }).toEqual({ status: 400, message });
});

test("a cursor that somebody edited is refused, never a fault of ours", async () => {
  await world.api.production.call("GET", "/v1/me", { secret });
  const organization = await people.addOrganization("Pages");
  const tenant = people.tenantOf("production", organization);
  await people.addCustomer(tenant, "one");
  await people.addCustomer(tenant, "two");
  const own = await people.mint(world.env, tenant);
  before = await everythingIn(world.databases.productionUrl);
  const page = await world.api.production.call("GET", "/v1/customers?limit=1", { secret: own.secret });
  const parts: unknown = JSON.parse(
    Buffer.from(String(Reflect.get(Object(page.json), "nextCursor")), "base64url").toString(),
  );
  const [print] = Array.isArray(parts) ? parts : [];
  const id = "00000000-0000-0000-0000-000000000000";
  for (const position of [
    [],
    ["2026-01-01T00:00:00Z"],
    ["x", id],
    ["-271821-04-20T00:00:00.000Z", id],
    ["+275760-09-13T00:00:00.000Z", id],
    [0, "x"],
    [null, null],
    [{}, id],
    ["2026-01-01T00:00:00Z", id, 1],
  ]) {
    const cursor = Buffer.from(JSON.stringify([print, ...position])).toString("base64url");
    const { status, text } = await world.api.production.call("GET", `/v1/customers?cursor=${cursor}`, {
      secret: own.secret,
    });
    expect([200, 400], `${JSON.stringify(position)}: ${text}`).toContain(status);
  }
});

test("a body of 20 MiB is refused before it was received", async () => {
  const head = [
    "POST /v1/customers HTTP/1.1",
    "Host: localhost",
    "Connection: close",
    `Authorization: Bearer ${secret}`,
  ];
  const declared = [...head, "Content-Type: application/json", `Content-Length: ${20 * 1_048_576}`, "", ""].join(
    "\r\n",
  );
  const { status, body } = await sendRaw(world.api.production.port, declared, Buffer.alloc(64 * 1024, " "));
  expect(status).toBe(413);
  expect(body).toContain("Request body is larger than 1048576 bytes");
});

test("a body of unknown length is cut off at a mebibyte", async () => {
  const head = [
    "POST /v1/customers HTTP/1.1",
    "Host: localhost",
    "Connection: close",
    `Authorization: Bearer ${secret}`,
  ];
  const chunked = [...head, "Content-Type: application/json", "Transfer-Encoding: chunked", "", ""].join("\r\n");
  const chunk = Buffer.concat([Buffer.from("80000\r\n"), Buffer.alloc(0x80000, " "), Buffer.from("\r\n")]);
  const { status } = await sendRaw(
    world.api.production.port,
    chunked,
    chunk,
    chunk,
    Buffer.from("1\r\n \r\n0\r\n\r\n"),
  );
  expect(status).toBe(413);
});

test.each([["gzip"], ["br"], ["gzip, identity"]])("a body in %s is refused", async (encoding) => {
  const { status, error } = await post("{}", { "content-encoding": encoding });
  expect({ status, code: error?.code }).toEqual({ status: 415, code: "UNSUPPORTED_MEDIA_TYPE" });
});

const get = (...headers: string[]) => sendRaw(world.api.production.port, rawRequest("GET", "/v1/me", headers));

test.each([
  [
    "two different keys",
    () => [`Authorization: Bearer ${secret}`, `x-api-key: ${people.unknownSecretOf("production")}`],
    "Invalid API key",
  ],
  ["x-api-key twice", () => [`x-api-key: ${secret}`, `X-Api-Key: ${secret}`], "Invalid API key"],
  [
    "Authorization twice",
    () => [`Authorization: Bearer ${secret}`, `authorization: Bearer ${secret}`],
    "Missing or invalid",
  ],
  [
    "Authorization twice beside x-api-key",
    () => [`Authorization: Basic x`, `Authorization: Basic x`, `x-api-key: ${secret}`],
    "Missing or invalid",
  ],
  [
    "Bearer without a token beside x-api-key",
    () => ["Authorization: Bearer", `x-api-key: ${secret}`],
    "Missing or invalid",
  ],
  ["Bearer with two words", () => [`Authorization: Bearer ${secret} x`], "Missing or invalid"],
  ["an empty x-api-key", () => ["x-api-key:"], "Missing or invalid"],
  ["another scheme alone", () => [`Authorization: Basic ${secret}`], "Missing or invalid"],
])("a call with %s is refused", async (_, headersOf, message) => {
  const { status, body } = await get(...headersOf());
  expect(status).toBe(401);
  expect(body).toContain(message);
});

test.each([
  ["any case of the scheme", () => [`Authorization: bEARER ${secret}`]],
  ["x-api-key alone", () => [`x-api-key: ${secret}`]],
  ["both headers with one value", () => [`Authorization: Bearer ${secret}`, `x-api-key: ${secret}`]],
  ["x-api-key beside another scheme", () => ["Authorization: Basic dTpw", `x-api-key: ${secret}`]],
])("a call with %s is admitted", async (_, headersOf) => {
  expect((await get(...headersOf())).status).toBe(200);
});

test.each(["?api_key=", "?x-api-key=", "?access_token=", "/"])("a key behind %s is no credential", async (place) => {
  const { status, body } = await sendRaw(
    world.api.production.port,
    rawRequest("GET", `/v1/customers${place}${secret}`, []),
  );
  expect(status).toBe(401);
  expect(body).toContain("Missing or invalid Authorization header");
  expect(body).not.toContain(secret);
});

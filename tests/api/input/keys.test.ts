// What a key may look like. Each refusal names its field and leaves every row as it was.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../support/api";
import * as people from "../../support/people";
import { everythingIn } from "../../support/rows";

let world: World;
let owner: people.Member;

beforeAll(async () => {
  world = await openWorld();
  owner = await people.addMember(world.env, await people.addOrganization("Acme"), "owner");
});
afterAll(() => world.close());

const create = (fields: Record<string, unknown>) => {
  const body = { name: "ci", scopes: ["customers:read"], expiresAt: null, ...fields };
  return world.dashboard.own.call("sandbox", "POST", "/api-keys", { cookie: owner.cookie, body });
};
const inYears = (years: number, ms = 0) => {
  const date = new Date();
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return new Date(date.getTime() + ms).toISOString();
};
const rules = (count: number) => Array.from({ length: count }, (_, at) => `203.0.113.${at}`);

const REFUSED: readonly [string, Record<string, unknown>, string, string | RegExp][] = [
  ["no name", { name: undefined }, "name", "name is required"],
  ["an empty name", { name: "" }, "name", "name must have 1 to 64 characters"],
  ["a name of spaces", { name: " \u3000\t" }, "name", "name must not be blank"],
  ["a name of 65 characters", { name: "x".repeat(65) }, "name", "name must have 1 to 64 characters"],
  ["a name of 65 emoji", { name: "🔑".repeat(65) }, "name", "name must have 1 to 64 characters"],
  ["a name with U+0000", { name: "a\u0000b" }, "name", "name must not contain U+0000"],
  ["a name with half an emoji", { name: "a\ud83d" }, "name", "name must not contain lone surrogates"],
  ["a number as name", { name: 7 }, "name", "name must be a string"],
  ["null as name", { name: null }, "name", "name must be a string"],
  ["a secret as name", { name: people.unknownSecretOf("sandbox") }, "name", /^name contains a secret key/],
  ["a note of 501 characters", { note: "x".repeat(501) }, "note", "note must have at most 500 characters"],
  [
    "a secret in the note",
    { note: `see ${people.unknownSecretOf("production")}!` },
    "note",
    /^note contains a secret key/,
  ],
  ["no scopes", { scopes: undefined }, "scopes", "scopes must be given, or preset, and not both"],
  ["scopes beside a preset", { preset: "read-only" }, "scopes", "scopes must be given, or preset, and not both"],
  ["an empty list of scopes", { scopes: [] }, "scopes", "scopes must name at least one scope"],
  ["an unknown scope", { scopes: ["customers:read", "customers:delete"] }, "scopes[1]", /^scopes\[1\] must be one of/],
  ["a scope in capitals", { scopes: ["Customers:Read"] }, "scopes[0]", /^scopes\[0\] must be one of/],
  ["an unknown preset", { scopes: undefined, preset: "admin" }, "preset", /^preset must be one of read-only/],
  ["a preset of Object's own names", { scopes: undefined, preset: "constructor" }, "preset", /^preset must be one of/],
  ["no expiry at all", { expiresAt: undefined }, "expiresAt", "expiresAt is required"],
  [
    "an expiry in the past",
    { expiresAt: "2020-01-01T00:00:00Z" },
    "expiresAt",
    "expiresAt must be at least 60 seconds ahead",
  ],
  [
    "an expiry in the year 10000",
    { expiresAt: "+010000-01-01T00:00:00Z" },
    "expiresAt",
    /^expiresAt must be an RFC 3339/,
  ],
  [
    "an expiry in the year 9999",
    { expiresAt: "9999-12-31T23:59:59Z" },
    "expiresAt",
    "expiresAt must be at most 5 years ahead",
  ],
  [
    "an expiry 5 years and a day ahead",
    { expiresAt: inYears(5, 86_400_000) },
    "expiresAt",
    "expiresAt must be at most 5 years ahead",
  ],
  ["an expiry without an offset", { expiresAt: "2027-01-01T00:00:00" }, "expiresAt", /^expiresAt must be an RFC 3339/],
  ["31 February", { expiresAt: "2027-02-31T00:00:00Z" }, "expiresAt", /^expiresAt must be an RFC 3339/],
  ["24:00", { expiresAt: "2027-02-01T24:00:00Z" }, "expiresAt", /^expiresAt must be an RFC 3339/],
  ["a leap second", { expiresAt: "2026-12-31T23:59:60Z" }, "expiresAt", /^expiresAt must be an RFC 3339/],
  ["a Unix time as expiry", { expiresAt: 1_800_000_000 }, "expiresAt", "expiresAt must be a string"],
  [
    "a network with host bits",
    { allowedIps: ["203.0.113.7/24"] },
    "allowedIps[0]",
    "allowedIps[0] has host bits set. Use 203.0.113.0/24",
  ],
  [
    "IPv4 written as IPv6",
    { allowedIps: ["::ffff:203.0.113.7"] },
    "allowedIps[0]",
    "allowedIps[0] must be written as IPv4: 203.0.113.7",
  ],
  [
    "a mapped network",
    { allowedIps: ["::ffff:203.0.113.0/120"] },
    "allowedIps[0]",
    /^allowedIps\[0\] must be written as IPv4/,
  ],
  [
    "an address with a leading zero",
    { allowedIps: ["203.0.113.07"] },
    "allowedIps[0]",
    /^allowedIps\[0\] must be an IPv4 or IPv6/,
  ],
  [
    "an address with a zone",
    { allowedIps: ["fe80::1%eth0"] },
    "allowedIps[0]",
    /^allowedIps\[0\] must be an IPv4 or IPv6/,
  ],
  [
    "a prefix of 33",
    { allowedIps: ["203.0.113.0/33"] },
    "allowedIps[0]",
    "allowedIps[0] must have a prefix length of at most 32",
  ],
  [
    "an address twice",
    { allowedIps: ["203.0.113.7", "203.0.113.7/32"] },
    "allowedIps[1]",
    "allowedIps[1] is a duplicate",
  ],
  ["51 address rules", { allowedIps: rules(51) }, "allowedIps", "allowedIps must have at most 50 entries"],
  ["null as rules", { allowedIps: null }, "allowedIps", "allowedIps must be a list"],
  ["a digest of one's own", { digest: "00" }, "digest", "digest is not a known field"],
];

test.each(REFUSED)(
  "a key with %s is refused by the field's name, and nothing is stored",
  async (_, fields, path, message) => {
    const before = await everythingIn(world.databases.sandboxUrl);
    const { status, error } = await create(fields);
    expect({ status, code: error?.code }).toEqual({ status: 400, code: "VALIDATION_ERROR" });
    expect(error?.details).toHaveLength(1);
    expect(error?.details?.[0]?.path).toBe(path);
    expect(error?.details?.[0]?.message).toMatch(message);
    expect(error?.message).toMatch(message);
    expect(await everythingIn(world.databases.sandboxUrl)).toEqual(before);
  },
);

const ACCEPTED: readonly [string, Record<string, unknown>, Record<string, unknown>][] = [
  ["a name of 64 characters", { name: "x".repeat(64) }, { name: "x".repeat(64) }],
  ["a name of 64 emoji", { name: "🔑".repeat(64) }, { name: "🔑".repeat(64) }],
  ["a name from right to left", { name: "مفتاح الفوترة" }, { name: "مفتاح الفوترة" }],
  [
    "scopes twice and out of order",
    { scopes: ["usage:write", "customers:read", "usage:write"] },
    { scopes: ["customers:read", "usage:write"] },
  ],
  ["full access beside others", { scopes: ["customers:read", "*"] }, { scopes: ["*"] }],
  ["50 address rules", { allowedIps: rules(50) }, { allowedIps: rules(50).map((rule) => `${rule}/32`) }],
  [
    "IPv6 in its long form",
    { allowedIps: ["2001:0DB8:0000::/48", "::1"] },
    { allowedIps: ["2001:db8::/48", "::1/128"] },
  ],
  [
    "an expiry with an offset and nanoseconds",
    { expiresAt: "2027-03-01T12:00:00.123999999+02:00" },
    { expiresAt: "2027-03-01T10:00:00.123Z" },
  ],
  ["an expiry just within 5 years", { expiresAt: inYears(5, -1_000) }, { status: "active" }],
];

test.each(ACCEPTED)("a key with %s is minted", async (_, fields, expected) => {
  const { status, json, text } = await create(fields);
  expect(status, text).toBe(201);
  expect(json).toMatchObject({ data: expected });
});

test("three faults of one key are all told at once", async () => {
  const { error } = await create({ name: "", scopes: [], expiresAt: "soon" });
  expect(error?.message).toBe("Request validation failed");
  expect(error?.details?.map(({ path }) => path).sort()).toEqual(["expiresAt", "name", "scopes"]);
});

test("a change is held to the same rules, and a refused one leaves the key as it was", async () => {
  const { key } = await people.mint(world.env, { environment: "sandbox", organizationId: await organizationId() });
  const before = await everythingIn(world.databases.sandboxUrl);
  for (const body of [
    {},
    { name: "" },
    { scopes: [] },
    { preset: "read-only" },
    { allowedIps: ["10.0.0.1/8"] },
    { expiresAt: "2020-01-01T00:00:00Z" },
  ]) {
    const { status, text } = await world.dashboard.own.call("sandbox", "PATCH", `/api-keys/${key.id}`, {
      cookie: owner.cookie,
      body,
    });
    expect(status, text).toBe(400);
  }
  expect(await everythingIn(world.databases.sandboxUrl)).toEqual(before);
});

async function organizationId(): Promise<string> {
  const [row] = Object.values((await everythingIn(world.databases.sandboxUrl)).organizations ?? []);
  return /\(([0-9a-f-]{36})/.exec(row ?? "")?.[1] ?? "";
}

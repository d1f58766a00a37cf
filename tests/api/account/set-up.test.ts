// The first person. Whoever finds the page first must not own the product.
import { afterEach, beforeEach, expect, test } from "vitest";
import { openWorld, SETUP_CODE, type World } from "../../support/api";
import { everythingIn, query } from "../../support/rows";

let world: World;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const BODY = { name: "Ann", email: "Ann@Example.test", password: "correct horse battery", organization: "Acme" };
const HERE = { from: "127.0.0.1", headers: { host: "localhost:3000" } };
const setUp = (
  body: Record<string, unknown> = {},
  sent: { from?: string; headers?: Record<string, string>; origin?: string | null } = HERE,
) => world.dashboard.own.call("sandbox", "POST", "/setup", { body: { ...BODY, ...body }, ...sent });
const countPeople = async () => (await query(world.databases.controlUrl, "SELECT FROM people")).length;

test("makes one owner and one organization in both environments, and records it", async () => {
  const answer = await setUp();
  expect(answer.status, answer.text).toBe(201);
  const [person] = await query(
    world.databases.controlUrl,
    "SELECT email, role FROM people JOIN memberships ON person_id = id",
  );
  expect(person).toEqual({ email: "ann@example.test", role: "owner" });
  for (const url of [world.databases.productionUrl, world.databases.sandboxUrl])
    expect(await query(url, "SELECT name FROM organizations")).toEqual([{ name: "Acme" }]);
  expect(await query(world.databases.controlUrl, "SELECT action FROM audit_events")).toEqual([
    { action: "organization.created" },
  ]);
});

test("works once: of several at once one succeeds, and a later one finds it done", async () => {
  const answers = await Promise.all([1, 2, 3, 4].map((at) => setUp({ email: `person-${at}@example.test` })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  expect((await setUp({ email: "late@example.test" })).error).toMatchObject({ code: "CONFLICT" });
  expect(await countPeople()).toBe(1);
});

test.each([
  ["from another machine", { from: "203.0.113.7", headers: { host: "localhost:3000" } }],
  ["under another host name", { from: "127.0.0.1", headers: { host: "mintkey.example" } }],
  [
    "through a proxy on this machine",
    { from: "127.0.0.1", headers: { host: "localhost", "x-forwarded-host": "mintkey.example" } },
  ],
  ["forwarded", { from: "127.0.0.1", headers: { host: "localhost", forwarded: "for=203.0.113.7" } }],
])("asks for the code %s", async (_, sent) => {
  for (const setupCode of [undefined, "", "wrong", `${SETUP_CODE}x`, SETUP_CODE.toUpperCase()]) {
    const { status, error } = await setUp({ setupCode }, sent);
    expect({ status, paths: error?.details?.map(({ path }) => path) }).toEqual({ status: 403, paths: ["setupCode"] });
  }
  expect(await countPeople()).toBe(0);
  expect((await setUp({ setupCode: ` ${SETUP_CODE} ` }, sent)).status).toBe(201);
});

test("is refused to pages of another site, which could otherwise set up a product on the visitor's machine", async () => {
  for (const origin of ["https://evil.example", null]) {
    const { status, error } = await setUp({}, { ...HERE, origin });
    expect({ status, message: error?.message }).toEqual({ status: 403, message: "Request origin is not allowed" });
  }
  expect(await countPeople()).toBe(0);
});

test.each([
  ["a password of 11 characters", { password: "x".repeat(11) }, "password"],
  ["a password of 129 characters", { password: "x".repeat(129) }, "password"],
  ["no address", { email: "ann" }, "email"],
  ["a blank organization", { organization: "  " }, "organization"],
  ["a role of one's own", { role: "owner" }, "role"],
])("refuses %s by its name and stores nothing", async (_, fields, path) => {
  const before = await everythingIn(world.databases.controlUrl);
  const { status, error } = await setUp(fields);
  expect({ status, paths: error?.details?.map((detail) => detail.path) }).toEqual({ status: 400, paths: [path] });
  expect(await everythingIn(world.databases.controlUrl)).toEqual(before);
});

test("sample data stands in the sandbox alone, with keys that nobody holds", async () => {
  expect((await setUp({ sampleData: true })).status).toBe(201);
  expect((await query(world.databases.sandboxUrl, "SELECT FROM api_keys")).length).toBeGreaterThan(3);
  expect(await query(world.databases.productionUrl, "SELECT id FROM api_keys UNION SELECT id FROM customers")).toEqual(
    [],
  );
});

test("guessing the code is limited", async () => {
  const sent = { from: "203.0.113.7" };
  const statuses: number[] = [];
  for (let at = 0; at < 700; at++) statuses.push((await setUp({ setupCode: `guess-${at}` }, sent)).status);
  expect(new Set(statuses)).toEqual(new Set([403, 429]));
});

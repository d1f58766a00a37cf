import { afterAll, beforeAll, expect, test } from "vitest";
import { meterAnswer, meterPage } from "@/lib/api/schemas/meters";
import { openWorld, type World } from "../support/api";
import type { Sent } from "../support/calls";
import * as people from "../support/people";
import { everythingIn, query } from "../support/rows";

let world: World;
let organization: people.Organization;
let secret: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** An organization without meters, whose key is used from now on. */
async function startAnew(): Promise<void> {
  organization = await people.addOrganization("Acme");
  ({ secret } = await people.mint(world.env, people.tenantOf("production", organization)));
}

const call = (method: string, path: string, sent: Sent = {}) =>
  world.api.production.call(method, path, { secret, ...sent });
const create = (body: unknown, sent: Sent = {}) => call("POST", "/v1/meters", { body, ...sent });
const created = async (body: unknown) => meterAnswer.parse((await create(body)).json).data;
const list = async (parameters = "") => meterPage.parse((await call("GET", `/v1/meters${parameters}`)).json);
const count = { displayName: "Calls", aggregationType: "COUNT" };

test("a meter with only what it needs sums, and the rest reads empty", async () => {
  await startAnew();
  const { status, json } = await create({ displayName: "API calls", aggregationKey: "units" });
  expect(status).toBe(201);
  const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(json).toEqual({
    data: {
      id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      code: null,
      displayName: "API calls",
      description: null,
      aggregationType: "SUM",
      status: "active",
      eventTypeFilter: { include: [], exclude: [] },
      propertyFilters: [],
      aggregationKey: "units",
      groupKeys: [],
      sql: null,
      archivedAt: null,
      createdAt: instant,
      updatedAt: instant,
    },
  });
});

test("everything that was sent is read back", async () => {
  await startAnew();
  const body = {
    displayName: "Gigabytes 🗄️",
    description: "Out of the EU",
    code: "GB_OUT_2",
    aggregationType: "UNIQUE",
    aggregationKey: "größe",
    eventTypeFilter: { include: ["download", "upload"], exclude: ["probe"] },
    propertyFilters: [
      { name: "region", include: ["eu", 1, 1.5, true, ""] },
      { name: "test", exists: false },
      { name: "plan", exclude: ["free"] },
    ],
    groupKeys: ["region", "zone"],
  };
  const { id } = await created(body);
  expect((await call("GET", `/v1/meters/${id}`)).json).toMatchObject({ data: body });
});

test("creating and archiving are told in the audit log", async () => {
  await startAnew();
  const { id } = await created({ ...count, code: "CALLS" });
  await call("DELETE", `/v1/meters/${id}`);
  await call("DELETE", `/v1/meters/${id}`);
  const entries = await query<{ action: string; target: unknown }>(
    world.databases.productionUrl,
    "SELECT action, target FROM audit_events WHERE organization_id = $1 AND target->>'kind' = 'meter' ORDER BY sequence",
    [organization.id],
  );
  const target = { kind: "meter", id, name: "Calls" };
  expect(entries).toEqual([
    { action: "meter.created", target },
    { action: "meter.archived", target },
  ]);
});

test("archiving answers the same twice, keeps the meter readable and frees its code", async () => {
  await startAnew();
  const first = await created({ ...count, code: "CALLS" });
  expect(await create({ ...count, code: "CALLS" })).toMatchObject({
    status: 409,
    error: { code: "CONFLICT", details: [{ path: "code" }] },
  });
  for (const _ of ["once", "twice"])
    expect(await call("DELETE", `/v1/meters/${first.id}`)).toMatchObject({
      status: 200,
      json: { data: { success: true } },
    });
  const archived = meterAnswer.parse((await call("GET", `/v1/meters/${first.id}`)).json).data;
  expect(archived).toMatchObject({ status: "inactive", code: "CALLS", archivedAt: archived.updatedAt });
  expect((await create({ ...count, code: "CALLS" })).status).toBe(201);
});

test("a list has active meters unless it is asked for others", async () => {
  await startAnew();
  const [one, two, three] = [await created(count), await created(count), await created(count)];
  await call("DELETE", `/v1/meters/${two?.id}`);
  const idsOf = async (parameters: string) => (await list(parameters)).data.map(({ id }) => id);
  expect(await idsOf("")).toEqual([three?.id, one?.id]);
  expect(await idsOf("?status=active")).toEqual([three?.id, one?.id]);
  expect(await idsOf("?status=inactive")).toEqual([two?.id]);
  expect(await idsOf("?status=all")).toEqual([three?.id, two?.id, one?.id]);
  expect((await call("GET", "/v1/meters?status=archived")).status).toBe(400);
});

test("a list has 50 unless it is asked for more, and by cursor shows each meter once while others are added", async () => {
  await startAnew();
  const made = [];
  for (let at = 0; at < 53; at++) made.push((await created({ ...count, displayName: `Meter ${at}` })).id);
  const first = await list();
  await created(count);
  const second = await list(`?cursor=${first.nextCursor}`);
  expect([first.data.length, first.total, first.hasMore]).toEqual([50, 53, true]);
  expect([...first.data, ...second.data].map(({ id }) => id)).toEqual([...made].reverse());
  expect((await list("?limit=100&offset=4")).data).toHaveLength(50);
  for (const wrong of ["&status=all", "&offset=0"])
    expect((await call("GET", `/v1/meters?cursor=${first.nextCursor}${wrong}`)).error?.details?.[0]?.path).toBe(
      "cursor",
    );
});

test("creations with one code at once make one meter", async () => {
  await startAnew();
  const answers = await Promise.all([1, 2, 3, 4].map(() => create({ ...count, code: "RACE" })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  expect((await list()).total).toBe(1);
});

test("two organizations may use one code, and neither finds the other's meter", async () => {
  await startAnew();
  const { id } = await created({ ...count, code: "SHARED" });
  await startAnew();
  expect((await create({ ...count, code: "SHARED" })).status).toBe(201);
  for (const method of ["GET", "DELETE"])
    expect((await call(method, `/v1/meters/${id}`)).error?.message).toBe("Meter not found");
});

test("a creation repeated with its idempotency key makes one meter and the same answer", async () => {
  await startAnew();
  const headers = { "idempotency-key": "calls" };
  const first = await create(count, { headers });
  const again = await create(count, { headers });
  expect([again.status, again.text, again.headers.get("idempotency-replayed")]).toEqual([201, first.text, "true"]);
  expect((await list()).total).toBe(1);
});

const sum = { displayName: "Units", aggregationKey: "units" };
const names = (amount: number) => Array.from({ length: amount }, (_, at) => `name ${at}`);
const filters = (amount: number) => names(amount).map((name) => ({ name, exists: true }));

test("limits are counted in code points and are reached", async () => {
  await startAnew();
  const body = {
    ...sum,
    displayName: "😀".repeat(128),
    description: "😀".repeat(1000),
    aggregationKey: "😀".repeat(64),
    code: "A".repeat(64),
    eventTypeFilter: { include: names(50), exclude: names(50) },
    propertyFilters: [...filters(19), { name: "x", include: names(50) }],
    groupKeys: names(5),
  };
  expect((await create(body)).status).toBe(201);
});

test.each([
  ["SUM without a property", { aggregationKey: undefined }, "aggregationKey"],
  ["COUNT with a property", { aggregationType: "COUNT" }, "aggregationKey"],
  ["an unknown aggregation type", { aggregationType: "AVG" }, "aggregationType"],
  ["a display name of 129 characters", { displayName: "😀".repeat(129) }, "displayName"],
  ["a blank display name", { displayName: " " }, "displayName"],
  ["a description of 1001 characters", { description: "x".repeat(1001) }, "description"],
  ["no description as null", { description: null }, "description"],
  ["a code in small letters", { code: "calls" }, "code"],
  ["an empty code", { code: "" }, "code"],
  ["a code of 65 characters", { code: "A".repeat(65) }, "code"],
  ["a property name of 65 characters", { aggregationKey: "x".repeat(65) }, "aggregationKey"],
  ["51 names", { eventTypeFilter: { include: names(51) } }, "eventTypeFilter.include"],
  ["51 names to leave out", { eventTypeFilter: { exclude: names(51) } }, "eventTypeFilter.exclude"],
  ["an unknown filter", { eventTypeFilter: { only: [] } }, "eventTypeFilter.only"],
  ["21 filters", { propertyFilters: filters(21) }, "propertyFilters"],
  ["a filter without a condition", { propertyFilters: [{ name: "a" }] }, "propertyFilters[0]"],
  ["a filter with two", { propertyFilters: [{ name: "a", exists: true, include: ["b"] }] }, "propertyFilters[0]"],
  ["51 values", { propertyFilters: [{ name: "a", include: names(51) }] }, "propertyFilters[0].include"],
  ["no value", { propertyFilters: [{ name: "a", include: [] }] }, "propertyFilters[0].include"],
  ["a value of null", { propertyFilters: [{ name: "a", exclude: [1, null] }] }, "propertyFilters[0].exclude[1]"],
  [
    "a value of 1025 characters",
    { propertyFilters: [{ name: "a", include: ["x".repeat(1025)] }] },
    "propertyFilters[0].include[0]",
  ],
  ["a control character in a name", { eventTypeFilter: { include: ["a\u0007"] } }, "eventTypeFilter.include[0]"],
  ["six group keys", { groupKeys: names(6) }, "groupKeys"],
  ["a group key twice", { groupKeys: ["a", "a"] }, "groupKeys"],
  ["a status", { status: "inactive" }, "status"],
])("a meter with %s is refused by the field's path, and nothing is stored", async (_, fields, path) => {
  await startAnew();
  const before = await everythingIn(world.databases.productionUrl);
  const { status, error } = await create({ ...sum, ...fields });
  expect({ status, paths: error?.details?.map((detail) => detail.path) }).toEqual({ status: 400, paths: [path] });
  expect(await everythingIn(world.databases.productionUrl)).toEqual(before);
});

test("a value keeps its digits: a number that no double holds is answered as the text it is compared by", async () => {
  await startAnew();
  const values = "[9007199254740993, 9007199254740992, 0.12345678901234567890, 1e21, 1.50]";
  const raw = `{"displayName":"x","aggregationType":"COUNT","propertyFilters":[{"name":"a","include":${values}}]}`;
  const { status, json } = await call("POST", "/v1/meters", { raw });
  expect(status).toBe(201);
  const include = ["9007199254740993", 9007199254740992, "0.1234567890123456789", 1e21, 1.5];
  expect(json).toMatchObject({ data: { propertyFilters: [{ include }] } });
  const tooLarge = await call("POST", "/v1/meters", { raw: raw.replace("1e21", "1e400") });
  expect([tooLarge.status, tooLarge.error?.details?.[0]?.path]).toEqual([400, "propertyFilters[0].include[3]"]);
});

test.each(["SELECT 1", "", null])("SQL of a caller (%j) is refused, and the answer says why", async (sql) => {
  await startAnew();
  const { status, error } = await create({ ...sum, sql });
  expect({ status, message: error?.message }).toEqual({
    status: 400,
    message: "sql is not accepted: a caller's SQL could read another organization's rows",
  });
});

test("faults of single fields and between fields are told together", async () => {
  await startAnew();
  const { error } = await create({ aggregationType: "COUNT", aggregationKey: "units", code: "x", sql: "SELECT 1" });
  expect(error?.details?.map(({ path }) => path).sort()).toEqual(["aggregationKey", "code", "displayName", "sql"]);
});

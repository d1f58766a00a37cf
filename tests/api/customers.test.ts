import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { customerAnswer, customerPage } from "@/lib/api/schemas/customers";
import { openWorld, type World } from "../support/api";
import type { Sent } from "../support/calls";
import * as people from "../support/people";

let world: World;
let secret: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** An organization without customers, whose key is used from now on. */
async function startAnew(): Promise<people.Organization> {
  const organization = await people.addOrganization(`Acme ${randomUUID()}`);
  ({ secret } = await people.mint(world.env, people.tenantOf("production", organization)));
  return organization;
}

const call = (method: string, path: string, sent: Sent = {}) =>
  world.api.production.call(method, path, { secret, ...sent });
const create = (body: unknown, sent: Sent = {}) => call("POST", "/v1/customers", { body, ...sent });
const created = async (body: unknown) => customerAnswer.parse((await create(body)).json).data;
const list = async (query = "") => customerPage.parse((await call("GET", `/v1/customers${query}`)).json);

test("a customer with only a name is created, and reads back as it was answered", async () => {
  await startAnew();
  const { status, json } = await create({ name: "Globex" });
  expect(status).toBe(201);
  const { data } = customerAnswer.parse(json);
  expect(data).toMatchObject({ name: "Globex", legalName: null, contacts: [], tags: [], billingAddress: null });
  expect((await call("GET", `/v1/customers/${data.id}`)).json).toEqual({ data });
});

test("a list starts with the newest and counts them all", async () => {
  await startAnew();
  for (const name of ["one", "two", "three"]) await created({ name });
  const page = await list("?limit=2");
  expect(page.data.map(({ name }) => name)).toEqual(["three", "two"]);
  expect(page).toMatchObject({ total: 3, hasMore: true });
});

test("the dashboard names the customers that another list points to, and nobody else's", async () => {
  const organization = await startAnew();
  const { cookie } = await people.addMember(world.env, organization, "viewer");
  const named = (ids: readonly string[]) =>
    world.dashboard.own.call("production", "GET", `/customers?ids=${ids.join(",")}`, { cookie });
  const [one, , three] = [
    await created({ name: "one" }),
    await created({ name: "two" }),
    await created({ name: "three" }),
  ];
  const elsewhere = await people.addCustomer(
    people.tenantOf("production", await people.addOrganization("Initech")),
    "elsewhere",
  );
  const found = customerPage.parse((await named([one.id, three.id, elsewhere.id])).json);
  expect(found.data.map(({ name }) => name)).toEqual(["three", "one"]);
  expect((await named(["42"])).error).toMatchObject({ code: "VALIDATION_ERROR" });
});

test("walking by cursor shows every customer once while others are added", async () => {
  await startAnew();
  const names = Array.from({ length: 7 }, (_, at) => `customer ${at}`);
  for (const name of names) await created({ name });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await list(`?limit=2${cursor === null ? "" : `&cursor=${cursor}`}`);
    seen.push(...page.data.map(({ name }) => name));
    cursor = page.nextCursor;
    await created({ name: "added meanwhile" });
  } while (cursor !== null);
  expect(seen).toEqual(names.reverse());
});

test("a change replaces what it names and leaves the rest", async () => {
  await startAnew();
  const before = await created({ name: "Globex", tags: ["beta"], legalName: "Globex Ltd" });
  const { status, json } = await call("PATCH", `/v1/customers/${before.id}`, { body: { tags: ["gone", "paid"] } });
  expect(status).toBe(200);
  const { updatedAt: _, ...kept } = before;
  expect(customerAnswer.parse(json).data).toMatchObject({ ...kept, tags: ["gone", "paid"] });
});

test("an external id finds its customer, and belongs to it for good", async () => {
  await startAnew();
  const first = await created({ name: "Globex", externalCustomerId: "crm-1" });
  expect((await list("?externalCustomerId=crm-1")).data.map(({ id }) => id)).toEqual([first.id]);
  expect(await create({ name: "Other", externalCustomerId: "crm-1" })).toMatchObject({
    status: 409,
    error: { code: "CONFLICT" },
  });
  await call("PATCH", `/v1/customers/${first.id}`, { body: { externalCustomerId: "crm-2" } });
  expect((await create({ name: "Other", externalCustomerId: "crm-1" })).status).toBe(409);
});

test("two creations with one external id at once make one customer", async () => {
  await startAnew();
  const answers = await Promise.all([1, 2, 3, 4].map(() => create({ name: "Globex", externalCustomerId: "crm-1" })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  expect((await list()).total).toBe(1);
});

test("a creation repeated with its idempotency key makes one customer and the same answer", async () => {
  await startAnew();
  const headers = { "idempotency-key": "create-globex" };
  const first = await create({ name: "Globex" }, { headers });
  const again = await create({ name: "Globex" }, { headers });
  expect([again.status, again.text, again.headers.get("idempotency-replayed")]).toEqual([201, first.text, "true"]);
  expect((await create({ name: "Initech" }, { headers })).error?.code).toBe("IDEMPOTENCY_CONFLICT");
  expect((await list()).total).toBe(1);
});

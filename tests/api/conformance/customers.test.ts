import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../support/api";
import * as people from "../../support/people";
import { everythingIn } from "../../support/rows";

let world: World;
let secret: string;
let foreignSecret: string;

beforeAll(async () => {
  world = await openWorld();
  const mintFor = async (name: string) =>
    (await people.mint(world.env, people.tenantOf("production", await people.addOrganization(name)))).secret;
  [secret, foreignSecret] = [await mintFor("Acme"), await mintFor("Globex")];
});
afterAll(() => world.close());

const create = (body: unknown, by = secret) => world.api.production.call("POST", "/v1/customers", { secret: by, body });
const patch = (id: string, body: unknown) =>
  world.api.production.call("PATCH", `/v1/customers/${id}`, { secret, body });
const created = async (body: unknown): Promise<string> => Object((await create(body)).json).data.id;
const contact = { email: "ann@globex.test", roles: ["billing"] };
const address = { address1: "1 Main Street", country: "DE" };

test("a customer needs only a name, and the rest reads empty", async () => {
  const { status, json } = await create({ name: "Globex" });
  expect(status).toBe(201);
  const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(json).toEqual({
    data: {
      id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      name: "Globex",
      legalName: null,
      tags: [],
      isPaused: false,
      pausedAt: null,
      metadata: { externalCustomerId: null, externalCompanyIds: [] },
      contacts: [],
      billingAddress: null,
      createdAt: instant,
      updatedAt: instant,
    },
  });
});

test("everything that was sent is read back, a contact's recipient type by default as to", async () => {
  const body = {
    name: "株式会社 🏢",
    legalName: "Globex GmbH",
    externalCustomerId: "cust 42/ä",
    contacts: [contact, { ...contact, name: "Bob", emailRecipientType: "bcc", roles: ["executive", "other"] }],
    tags: ["beta", "Beta"],
    billingAddress: { ...address, address2: "Floor 2", city: "Köln", region: "NRW", postalCode: "50667" },
  };
  const id = await created(body);
  const { json } = await world.api.production.call("GET", `/v1/customers/${id}`, { secret });
  const { externalCustomerId, contacts, ...same } = body;
  expect(json).toMatchObject({
    data: {
      ...same,
      metadata: { externalCustomerId },
      contacts: [{ ...contact, emailRecipientType: "to" }, contacts[1]],
    },
  });
  const found = await world.api.production.call(
    "GET",
    `/v1/customers?externalCustomerId=${encodeURIComponent(externalCustomerId)}`,
    { secret },
  );
  expect(found.json).toMatchObject({ data: [{ id }], total: 1, hasMore: false, nextCursor: null });
});

test.each([
  ["a contact without an address", { contacts: [{ roles: ["billing"] }] }, "contacts[0].email"],
  ["a contact without a role", { contacts: [{ email: "a@b.test" }] }, "contacts[0].roles"],
  ["a contact with no roles", { contacts: [contact, { ...contact, roles: [] }] }, "contacts[1].roles"],
  ["a contact of an unknown role", { contacts: [{ ...contact, roles: ["boss"] }] }, "contacts[0].roles[0]"],
  ["a contact that is no address", { contacts: [{ ...contact, email: "ann" }] }, "contacts[0].email"],
  [
    "a contact of an unknown recipient type",
    { contacts: [{ ...contact, emailRecipientType: "cc:" }] },
    "contacts[0].emailRecipientType",
  ],
  ["a contact with a phone", { contacts: [{ ...contact, phone: "1" }] }, "contacts[0].phone"],
  ["21 contacts", { contacts: Array(21).fill(contact) }, "contacts"],
  ["21 tags", { tags: Array.from({ length: 21 }, (_, at) => `t${at}`) }, "tags"],
  ["a tag twice", { tags: ["a", "a"] }, "tags"],
  ["a tag of 65 characters", { tags: ["x".repeat(65)] }, "tags[0]"],
  ["an empty tag", { tags: [""] }, "tags[0]"],
  ["a name of 256 characters", { name: "x".repeat(256) }, "name"],
  ["an external id of 257 characters", { externalCustomerId: "x".repeat(257) }, "externalCustomerId"],
  ["an empty external id", { externalCustomerId: "" }, "externalCustomerId"],
  ["an address without a street", { billingAddress: { country: "DE" } }, "billingAddress.address1"],
  ["an unknown country", { billingAddress: { ...address, country: "ZZ" } }, "billingAddress.country"],
  ["a country in small letters", { billingAddress: { ...address, country: "de" } }, "billingAddress.country"],
  ["a payment provider", { paymentProviderId: "cus_1" }, "paymentProviderId"],
  ["a pause", { isPaused: true }, "isPaused"],
  ["metadata", { metadata: {} }, "metadata"],
])("a customer with %s is refused by the field's path, and nothing is stored", async (_, fields, path) => {
  const before = await everythingIn(world.databases.productionUrl);
  const { status, error } = await create({ name: "x", ...fields });
  expect({ status, paths: error?.details?.map((detail) => detail.path) }).toEqual({ status: 400, paths: [path] });
  expect(await everythingIn(world.databases.productionUrl)).toEqual(before);
});

test("a change replaces what it names and leaves the rest; null clears", async () => {
  const id = await created({
    name: "Globex",
    legalName: "G",
    tags: ["a"],
    contacts: [contact],
    billingAddress: address,
    externalCustomerId: "c1",
  });
  expect((await patch(id, { tags: ["b"], contacts: [] })).json).toMatchObject({
    data: { name: "Globex", legalName: "G", tags: ["b"], contacts: [], billingAddress: address },
  });
  const cleared = await patch(id, { legalName: null, billingAddress: null, externalCustomerId: null });
  expect(cleared.json).toMatchObject({
    data: { legalName: null, billingAddress: null, metadata: { externalCustomerId: null } },
  });
});

test("a change needs a field, and cannot clear the name", async () => {
  const id = await created({ name: "Globex" });
  for (const body of [{}, { name: null }, { tags: null }, { contacts: null }])
    expect((await patch(id, body)).status).toBe(400);
});

test("a current or former external id is never given to another customer, and goes back to its own", async () => {
  const id = await created({ name: "first", externalCustomerId: "old" });
  await patch(id, { externalCustomerId: "new" });
  await patch(id, { externalCustomerId: null });
  for (const externalCustomerId of ["old", "new"]) {
    const { status, error } = await create({ name: "second", externalCustomerId });
    expect({ status, code: error?.code, path: error?.details?.[0]?.path }).toEqual({
      status: 409,
      code: "CONFLICT",
      path: "externalCustomerId",
    });
  }
  expect((await patch(id, { externalCustomerId: "old" })).status).toBe(200);
});

test("a list by external id finds the current value only", async () => {
  const id = await created({ name: "x", externalCustomerId: "then" });
  await patch(id, { externalCustomerId: "now" });
  const find = async (value: string) =>
    Object((await world.api.production.call("GET", `/v1/customers?externalCustomerId=${value}`, { secret })).json)
      .total;
  expect([await find("then"), await find("now"), await find("no")]).toEqual([0, 1, 0]);
});

test("two organizations may use one external id, and neither finds the other's customer", async () => {
  const id = await created({ name: "x", externalCustomerId: "shared" });
  expect((await create({ name: "y", externalCustomerId: "shared" }, foreignSecret)).status).toBe(201);
  const found = await world.api.production.call("GET", "/v1/customers?externalCustomerId=shared", {
    secret: foreignSecret,
  });
  expect(found.json).toMatchObject({ data: [{ name: "y" }], total: 1 });
  expect(
    (await world.api.production.call("GET", `/v1/customers/${id}`, { secret: foreignSecret })).error?.message,
  ).toBe("Customer not found");
});

test("an id in capitals is a missing object", async () => {
  const id = await created({ name: "x" });
  const { status } = await world.api.production.call("GET", `/v1/customers/${id.toUpperCase()}`, { secret });
  expect(status).toBe(/[a-f]/.test(id) ? 404 : 200);
});

test("searching takes % and _ and backslashes literally", async () => {
  const acme = await people.addOrganization("Search");
  const member = await people.addMember(world.env, acme, "viewer");
  for (const name of ["100% cotton", "100 cotton", "under_score", "underscore", "back\\slash"])
    await people.addCustomer(people.tenantOf("production", acme), name);
  const find = async (search: string) => {
    const { json } = await world.dashboard.own.call(
      "production",
      "GET",
      `/customers?search=${encodeURIComponent(search)}`,
      { cookie: member.cookie },
    );
    return Object(json).data.map(({ name }: { name: string }) => name);
  };
  expect(await find("0%")).toEqual(["100% cotton"]);
  expect(await find("r_s")).toEqual(["under_score"]);
  expect(await find("k\\S")).toEqual(["back\\slash"]);
});

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { apiApp } from "@/lib/api/app";
import { eventsApiEndpoints } from "@/lib/api/endpoints";
import { archiveMeter } from "@/lib/operations/archive-meter";
import { openWorld, type World } from "../support/api";
import type { Sent } from "../support/calls";
import { addMeter } from "../support/catalog";
import { addContract } from "../support/contracts";
import * as people from "../support/people";
import { everythingIn } from "../support/rows";

let world: World;
let organization: people.Organization;
let secret: string;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  organization = await people.addOrganization("Acme");
  ({ secret } = await people.mint(world.env, tenant()));
});
afterAll(() => world.close());

const tenant = () => people.tenantOf("production", organization);
const call = (method: string, path: string, sent: Sent = {}) =>
  world.api.production.call(method, path, { secret, ...sent });
const usage = (parameters: Record<string, string>) => call("GET", `/v1/usage?${new URLSearchParams(parameters)}`);
const cost = (body: unknown) => call("POST", "/v1/usage/cost", { body });
const FEBRUARY = { start: "2026-02-01", end: "2026-03-01" };

test("usage of a meter without events lists every window of the range with zeros", async () => {
  const meter = await addMeter(tenant(), { aggregationType: "SUM", aggregationKey: "units" });
  const { status, json } = await usage({
    meterId: meter.id,
    externalCustomerId: "cust_42",
    start: "2026-02-26T18:30:00Z",
    end: "2026-02-28",
  });
  expect(status).toBe(200);
  expect(json).toEqual({
    data: {
      organizationId: organization.id,
      meterId: meter.id,
      eventName: null,
      customerId: null,
      externalCustomerId: "cust_42",
      contractId: null,
      aggregationType: "SUM",
      start: "2026-02-26T18:30:00.000Z",
      end: "2026-02-28T00:00:00.000Z",
      window: "DAY",
      groupBy: [],
      totalCount: 0,
      totalValue: "0",
      breakdown: [
        { date: "2026-02-26T00:00:00.000Z", group: {}, count: 0, value: "0" },
        { date: "2026-02-27T00:00:00.000Z", group: {}, count: 0, value: "0" },
      ],
    },
  });
});

test("usage without a meter counts events, and with groups lists only those that have some", async () => {
  const { json } = await usage({ ...FEBRUARY, eventName: "api_call", groupBy: "region,@eventName,@customer" });
  expect(json).toMatchObject({
    data: {
      eventName: "api_call",
      aggregationType: "COUNT",
      groupBy: ["region", "@eventName", "@customer"],
      totalCount: 0,
      breakdown: [],
    },
  });
});

test.each([
  ["HOUR", "2026-01-01", "2027-02-05", 9_600],
  ["HOUR", "2026-01-01T00:30:00Z", "2027-02-05T00:30:00Z", 9_601],
  ["DAY", "2026-02-01", "2026-03-01", 28],
  ["MONTH", "2026-01-31", "2026-03-01", 2],
])("usage by %s from %s to %s has %i windows", async (window, start, end, windows) => {
  const { json } = await usage({ window, start, end });
  expect(Object(json).data.breakdown).toHaveLength(windows);
});

test("usage of an archived meter, of a contract in its current period, and of a customer nobody knows is answered", async () => {
  const meter = await addMeter(tenant());
  await archiveMeter(tenant(), people.actorNamed("Tests"), meter.id, new Date());
  expect((await usage({ ...FEBRUARY, meterId: meter.id, customerId: randomUUID() })).status).toBe(200);
  const now = new Date();
  const contract = await addContract(tenant(), {}, now);
  const { json } = await usage({ contractId: contract.id });
  expect(json).toMatchObject({
    data: { contractId: contract.id, start: `${contract.startDate}T00:00:00.000Z`, totalCount: 0 },
  });
});

test("usage is also served by the Events API, its cost is not, and it is never limited", async () => {
  const app = apiApp(eventsApiEndpoints(), world.api.production.services);
  const ask = (path: string, method = "GET") =>
    app.fetch(new Request(`http://localhost${path}`, { method, headers: { authorization: `Bearer ${secret}` } }));
  const answer = await ask("/v1/usage?start=2026-02-01&end=2026-03-01");
  expect([answer.status, answer.headers.get("ratelimit")]).toEqual([200, null]);
  expect((await ask("/v1/usage/cost", "POST")).status).toBe(404);
  expect((await cost({})).headers.get("ratelimit")).toMatch(/^"default"/);
});

test.each([
  [{}, ["start is required without contractId", "end is required without contractId"]],
  [{ start: "2026-02-01" }, ["end is required without contractId"]],
  [
    { start: "2026-02-30", end: "2026-03-01" },
    ["start must be a day like 2026-02-27, or an RFC 3339 timestamp with an offset"],
  ],
  [
    { start: "2026-02-01T00:00:00", end: "2026-03-01" },
    ["start must be a day like 2026-02-27, or an RFC 3339 timestamp with an offset"],
  ],
  [{ start: "2026-03-01", end: "2026-03-01" }, ["end must be after start"]],
  [{ start: "2026-01-01", end: "2027-02-06" }, ["end must be at most 400 days after start"]],
  [{ ...FEBRUARY, window: "WEEK" }, ["window must be one of HOUR, DAY, MONTH"]],
  [{ ...FEBRUARY, groupBy: "a,b,c,d" }, ["groupBy must have at most 3 names"]],
  [{ ...FEBRUARY, groupBy: "a,,b" }, ["groupBy must have names of 1 to 64 characters"]],
  [{ ...FEBRUARY, groupBy: "a".repeat(65) }, ["groupBy must have names of 1 to 64 characters"]],
  [{ ...FEBRUARY, groupBy: "a,a" }, ["groupBy must not name a property twice"]],
  [{ ...FEBRUARY, meterId: "x" }, ["meterId must be a UUID"]],
  [{ ...FEBRUARY, colour: "blue" }, ["colour is not a known parameter"]],
  [{ ...FEBRUARY, eventName: "a", meterId: randomUUID() }, ["eventName cannot be combined with meterId"]],
  [
    { ...FEBRUARY, customerId: randomUUID(), externalCustomerId: "a", contractId: randomUUID() },
    ["externalCustomerId cannot be combined with customerId", "contractId cannot be combined with customerId"],
  ],
  [{ ...FEBRUARY, meterId: randomUUID(), contractId: randomUUID() }, ["Meter not found", "Contract not found"]],
  [{ contractId: randomUUID() }, ["Contract not found"]],
])("usage?%o is refused with every fault in its place", async (parameters, messages) => {
  const { status, error } = await usage(parameters);
  expect({ status, code: error?.code }).toEqual({ status: 400, code: "VALIDATION_ERROR" });
  expect(error?.details?.map(({ message }) => message)).toEqual(messages);
});

test("a meter or a contract of another organization is not found", async () => {
  const other = people.tenantOf("production", await people.addOrganization("Globex"));
  const contract = await addContract(other);
  expect((await usage({ ...FEBRUARY, meterId: (await addMeter(other)).id })).error?.message).toBe("Meter not found");
  expect((await usage({ contractId: contract.id })).error?.message).toBe("Contract not found");
  expect((await cost({ contractId: contract.id })).error?.message).toBe("Contract not found");
  const range = { startDate: "2026-02-01", endDate: "2026-03-01" };
  expect((await cost({ customerId: contract.customerId, ...range })).error?.message).toBe("Customer not found");
});

const range = { startDate: "2026-02-01", endDate: "2026-03-01T12:00:00+01:00" };

test("the cost of a customer without events is 0 dollars", async () => {
  const customer = await people.addCustomer(tenant(), "Globex", "cust_42");
  const told = {
    totalAmount: 0,
    currency: "USD",
    unit: "currency",
    startDate: "2026-02-01T00:00:00.000Z",
    endDate: "2026-03-01T11:00:00.000Z",
    queriedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  };
  const before = await everythingIn(world.databases.productionUrl);
  expect((await cost({ customerId: customer.id, ...range })).json).toEqual(told);
  expect((await cost({ externalCustomerId: "cust_42", ...range })).json).toEqual(told);
  expect(await everythingIn(world.databases.productionUrl)).toEqual(before);
});

test("the cost of a contract runs from its start until now, in its currency or in credits", async () => {
  const contract = await addContract(tenant());
  const { json } = await cost({ contractId: contract.id, customerId: contract.customerId });
  expect(json).toMatchObject({ totalAmount: 0, currency: "USD", startDate: `${contract.startDate}T00:00:00.000Z` });
  const inCredits = Object((await cost({ contractId: contract.id, creditRateCents: 5 })).json);
  expect(inCredits).toMatchObject({ unit: "credits", creditRateCents: 5 });
  expect(inCredits).not.toHaveProperty("currency");
});

test.each([
  [
    {},
    [
      "Request body must have exactly one of customerId, externalCustomerId, contractId",
      "startDate is required without contractId",
      "endDate is required without contractId",
    ],
  ],
  [
    { ...range, customerId: randomUUID(), externalCustomerId: "a" },
    ["externalCustomerId cannot be combined with customerId"],
  ],
  [{ contractId: randomUUID(), externalCustomerId: "a" }, ["externalCustomerId cannot be combined with contractId"]],
  [{ externalCustomerId: "nobody", ...range }, ["Customer not found"]],
  [{ customerId: randomUUID(), ...range }, ["Customer not found"]],
  [{ contractId: randomUUID() }, ["Contract not found"]],
  [{ ...range, externalCustomerId: "a", eventNames: [] }, ["eventNames must have at least one name"]],
  [
    { ...range, externalCustomerId: "a", eventNames: Array.from({ length: 51 }, (_, at) => `e${at}`) },
    ["eventNames must have at most 50 names"],
  ],
  [
    { ...range, externalCustomerId: "a", propertyFilters: [{ key: "", value: null }, { key: "a" }] },
    [
      "propertyFilters[0].key must have 1 to 64 characters",
      "propertyFilters[0].value must be a string of at most 1024 characters, a number of at most 64, true or false",
      "propertyFilters[1].value must be a string of at most 1024 characters, a number of at most 64, true or false",
    ],
  ],
  [{ ...range, externalCustomerId: "a", creditRateCents: 0 }, ["creditRateCents must be at least 1"]],
  [{ ...range, externalCustomerId: "a", __proto__: 1, colour: 1 }, ["colour is not a known field"]],
])("the cost of usage asked with %j is refused with every fault in its place", async (body, messages) => {
  const { status, error } = await cost(body);
  expect({ status, messages: error?.details?.map(({ message }) => message) }).toEqual({ status: 400, messages });
});

test("the cost of another customer's contract, or of a range that is none or too long, is refused", async () => {
  const contract = await addContract(tenant());
  const other = await people.addCustomer(tenant(), "Initech");
  const messageOf = async (body: object) => (await cost(body)).error?.message;
  expect(await messageOf({ contractId: contract.id, customerId: other.id })).toBe(
    "customerId must be the contract's customer",
  );
  const asked = { customerId: other.id, startDate: "2026-02-01" };
  expect(await messageOf({ ...asked, endDate: "2026-02-01" })).toBe("endDate must be after startDate");
  expect(await messageOf({ ...asked, endDate: "2029-02-06" })).toBe(
    "endDate must be at most 1100 days after startDate",
  );
  expect((await cost({ ...asked, endDate: "2029-02-05" })).status).toBe(200);
});

// What a contract cannot be. Whatever is refused leaves nothing behind.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contractAnswer } from "@/lib/api/schemas/contracts";
import { addDays, addMonths, dayOf } from "@/lib/domain/day";
import { decimal } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import { openWorld, type World } from "../../support/api";
import type { Answer } from "../../support/calls";
import { addPricing } from "../../support/catalog";
import { addContract, addMeteredPlan, addSeatPlan } from "../../support/contracts";
import * as people from "../../support/people";
import { everythingIn } from "../../support/rows";

const TODAY = dayOf(new Date());

let world: World;
let tenant: Tenant;
let secret: string;
let foreign: Tenant;
let place: Awaited<ReturnType<typeof addMeteredPlan>>;
let customerId: string;

beforeAll(async () => {
  world = await openWorld();
  tenant = people.tenantOf("production", await people.addOrganization("Acme"));
  foreign = people.tenantOf("production", await people.addOrganization("Globex"));
  secret = (await people.mint(world.env, tenant)).secret;
  place = await addMeteredPlan(tenant);
  customerId = (await people.addCustomer(tenant, "Initech", "crm-1")).id;
});
afterAll(() => world.close());

const send = (method: string, path: string, sent: object) =>
  world.api.production.call(method, path, { secret, ...sent });
const create = (fields: object, headers = {}) =>
  send("POST", "/v1/contracts", { body: { customerId, planId: place.plan.id, startDate: TODAY, ...fields }, headers });
const pathsOf = ({ error }: Answer) => error?.details?.map(({ path }) => path);

/** Refused with these paths, and every table is as it was. */
async function expectRefused(answering: () => Promise<Answer>, paths: readonly string[]): Promise<Answer> {
  const before = await everythingIn(world.databases.productionUrl);
  const answer = await answering();
  expect({ status: answer.status, paths: pathsOf(answer) }, answer.text).toEqual({ status: 400, paths });
  for (const { path, message } of answer.error?.details ?? [])
    if (!message.endsWith("not found"))
      expect(message.startsWith(path === "" ? "Request body " : `${path} `)).toBe(true);
  expect(await everythingIn(world.databases.productionUrl)).toEqual(before);
  return answer;
}

const elevenKeys = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`k${at}`, at]));
const override = (fields: object) => ({ basePricingId: "seat", ...fields });

/** `seat` and `calls` stand for the ids of the plan's pricings. */
const withIds = (fields: object): object =>
  JSON.parse(
    JSON.stringify(fields)
      .replaceAll('"seat"', JSON.stringify(place.seat.id))
      .replaceAll('"calls"', JSON.stringify(place.calls.id)),
  );

test.each<[string, object, string[]]>([
  ["a customer's own id for its id", { customerId: "crm-1" }, ["customerId"]],
  ["the 31st of February", { startDate: "2027-02-31" }, ["startDate"]],
  ["the 29th of February of no leap year", { endDate: "2027-02-29" }, ["endDate"]],
  ["a timestamp for a date", { startDate: `${TODAY}T00:00:00.000Z` }, ["startDate"]],
  ["a date with a time zone", { startDate: `${TODAY}+02:00` }, ["startDate"]],
  ["a date with a space", { startDate: `${TODAY} ` }, ["startDate"]],
  ["a number for a date", { startDate: 20_260_101 }, ["startDate"]],
  ["a start 401 days ago", { startDate: addDays(TODAY, -401) }, ["startDate"]],
  ["a start a day past 5 years", { startDate: addDays(addMonths(TODAY, 60), 1) }, ["startDate"]],
  ["the last day of all", { startDate: "9999-12-31" }, ["startDate"]],
  ["an end before the start", { endDate: addDays(TODAY, -1) }, ["endDate"]],
  ["an end on the start", { endDate: TODAY }, ["endDate"]],
  ["an end a day past 10 years", { endDate: addDays(addMonths(TODAY, 120), 1) }, ["endDate"]],
  ["null for rolling", { endDate: null }, ["endDate"]],
  ["366 days to pay", { netTerms: 366 }, ["netTerms"]],
  ["a negative term", { netTerms: -1 }, ["netTerms"]],
  ["half a day to pay", { netTerms: 0.5 }, ["netTerms"]],
  ["a grant below zero", { creditGrantCents: -1 }, ["creditGrantCents"]],
  ["a grant of half a cent", { creditGrantCents: 0.5 }, ["creditGrantCents"]],
  ["a grant as text", { creditGrantCents: "5000" }, ["creditGrantCents"]],
  ["a grant a cent above the limit", { creditGrantCents: 1_000_000_000_001 }, ["creditGrantCents"]],
  ["a credit worth nothing", { creditSettings: { creditRateCents: 0 } }, ["creditSettings.creditRateCents"]],
  ["a credit of 7 decimals", { creditSettings: { creditRateCents: 0.0000001 } }, ["creditSettings.creditRateCents"]],
  ["a credit without a worth", { creditSettings: {} }, ["creditSettings.creditRateCents"]],
  ["11 keys of metadata", { metadata: elevenKeys }, ["metadata"]],
  ["a key of 41 characters", { metadata: { ["k".repeat(41)]: 1 } }, [`metadata.${"k".repeat(41)}`]],
  ["a key without a name", { metadata: { "": 1 } }, ["metadata."]],
  ["metadata of 501 characters", { metadata: { note: "x".repeat(501) } }, ["metadata.note"]],
  ["an object in metadata", { metadata: { note: {} } }, ["metadata.note"]],
  ["a list in metadata", { metadata: { note: [1] } }, ["metadata.note"]],
  ["null in metadata", { metadata: { note: null } }, ["metadata.note"]],
  ["U+0000 in metadata", { metadata: { note: "a\u0000" } }, ["metadata.note"]],
  ["a list for metadata", { metadata: [] }, ["metadata"]],
  ["null for metadata", { metadata: null }, ["metadata"]],
  ["a name of its own", { name: "Gold" }, ["name"]],
  ["51 overrides", { overrides: Array(51).fill(override({ unitAmount: "1" })) }, ["overrides"]],
  ["an override of nothing", { overrides: [override({})] }, ["overrides[0]"]],
  ["an override as a number", { overrides: [override({ unitAmount: 0.008 })] }, ["overrides[0].unitAmount"]],
  ["an override below zero", { overrides: [override({ unitAmount: "-1" })] }, ["overrides[0].unitAmount"]],
  ["a fee where there is none", { overrides: [override({ flatAmount: "1" })] }, ["overrides[0].flatAmount"]],
  [
    "tiers where there are none",
    { overrides: [override({ pricingTiers: [{ minQty: "1", unitAmount: "1" }] })] },
    ["overrides[0].pricingTiers"],
  ],
  [
    "tiers that leave a gap",
    {
      overrides: [
        override({
          pricingTiers: [
            { minQty: "1", maxQty: "9", unitAmount: "1" },
            { minQty: "11", unitAmount: "1" },
          ],
        }),
      ],
    },
    ["overrides[0].pricingTiers[1].minQty"],
  ],
  [
    "one pricing overridden twice",
    {
      overrides: [
        override({ unitAmount: "1" }),
        { basePricingId: "calls", unitAmount: "1" },
        override({ unitAmount: "2" }),
      ],
    },
    ["overrides[2].basePricingId"],
  ],
  [
    "everything wrong at once",
    { startDate: "soon", netTerms: "30", colour: "blue" },
    ["startDate", "netTerms", "colour"],
  ],
])("a contract is refused with %s", async (_, fields, paths) => {
  await expectRefused(() => create(withIds(fields)), paths);
});

test("a contract is refused with nothing in it, which names everything that is required", async () => {
  await expectRefused(() => send("POST", "/v1/contracts", { body: {} }), ["customerId", "planId", "startDate"]);
});

test("a contract is refused with an override of a pricing that is in another plan", async () => {
  const other = await addPricing(tenant, { name: "Other" });
  await expectRefused(
    () => create({ overrides: [{ basePricingId: other.id, unitAmount: "1" }] }),
    ["overrides[0].basePricingId"],
  );
});

test("a contract is refused with the plan, the customer or both of another organization, exactly as with such that nobody has", async () => {
  const theirs = {
    planId: (await addSeatPlan(foreign)).id,
    customerId: (await people.addCustomer(foreign, "Theirs")).id,
  };
  const nobodys = { planId: randomUUID(), customerId: randomUUID() };
  for (const { planId, customerId: id } of [theirs, nobodys]) {
    const plan = await expectRefused(() => create({ planId }), ["planId"]);
    expect(plan.error?.message).toBe("Plan not found");
    const customer = await expectRefused(() => create({ customerId: id }), ["customerId"]);
    expect(customer.error?.message).toBe("Customer not found");
    await expectRefused(() => create({ planId, customerId: id }), ["customerId", "planId"]);
  }
});

test.each([
  ["400 days ago", { startDate: addDays(TODAY, -400) }],
  ["5 years ahead", { startDate: addMonths(TODAY, 60) }],
  ["for 10 years", { endDate: addMonths(TODAY, 120) }],
  ["for a day", { endDate: addDays(TODAY, 1) }],
  ["with 365 days to pay", { netTerms: 365 }],
  ["with a grant of nothing", { creditGrantCents: 0 }],
  ["with the largest grant", { creditGrantCents: 1_000_000_000_000, creditSettings: { creditRateCents: 0.000001 } }],
])("a contract may begin or last at the limit: %s", async (_, fields) => {
  const { status, text } = await create(fields);
  expect(status, text).toBe(201);
});

test("metadata comes back as it was sent: every kind of value, 10 keys, long names, and __proto__ as a name like any other", async () => {
  const metadata = JSON.parse(
    `{"__proto__":"own","constructor":1,"${"k".repeat(40)}":"${"ä".repeat(500)}","empty":"","no":false,"yes":true,"zero":0,"tenth":0.1,"less":-1.5,"large":1e300}`,
  );
  const { data } = contractAnswer.parse((await create({ metadata })).json);
  const { text } = await send("GET", `/v1/contracts/${data.id}`, {});
  const read: unknown = JSON.parse(text);
  expect(Object.entries(Reflect.get(Object(Reflect.get(Object(read), "data")), "metadata")).sort()).toEqual(
    Object.entries(metadata).sort(),
  );
});

test("of a contract nothing but the metadata can be changed", async () => {
  const { id } = await addContract(tenant, { customerId, planId: place.plan.id });
  const change = (body: unknown) => () => send("PATCH", `/v1/contracts/${id}`, { body });
  await expectRefused(change({}), ["metadata"]);
  await expectRefused(change({ metadata: "x" }), ["metadata"]);
  await expectRefused(change({ metadata: elevenKeys }), ["metadata"]);
  for (const [field, value] of Object.entries({ netTerms: 1, endDate: TODAY, planId: place.plan.id, isActive: false }))
    await expectRefused(change({ metadata: {}, [field]: value }), [field]);
});

test("a contract that failed may be repeated with the same Idempotency-Key and a corrected body", async () => {
  const headers = { "idempotency-key": randomUUID() };
  expect((await create({ planId: randomUUID() }, headers)).status).toBe(400);
  const made = await create({}, headers);
  const again = await create({}, headers);
  expect([made.status, again.status, again.text]).toEqual([201, 201, made.text]);
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect((await create({ netTerms: 1 }, headers)).error?.code).toBe("IDEMPOTENCY_CONFLICT");
});

test("another organization's contract is not found by any call, and stays as it is", async () => {
  const { id } = await addContract(foreign, { creditGrantCents: 5n, creditSettings: { creditRateCents: decimal(1) } });
  const before = await everythingIn(world.databases.productionUrl);
  const grant = { amountCents: 1, expiresAt: "2999-01-01T00:00:00Z" };
  for (const [method, path, body] of [
    ["GET", "", undefined],
    ["PATCH", "", { metadata: {} }],
    ["POST", "/cancel", { cancelAt: "end_of_period" }],
    ["GET", "/credits/balance", undefined],
    ["GET", "/credits/ledger", undefined],
    ["POST", "/credits/promotional/grant", grant],
  ] as const) {
    const { status, error } = await send(method, `/v1/contracts/${id}${path}`, { body });
    expect([status, error?.message]).toEqual([404, "Contract not found"]);
  }
  expect(await everythingIn(world.databases.productionUrl)).toEqual(before);
});

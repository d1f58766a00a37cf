// What a grant of credit cannot be. Whatever is refused leaves nothing behind.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tenant } from "@/lib/domain/environment";
import { openWorld, type World } from "../../support/api";
import { addContract } from "../../support/contracts";
import * as people from "../../support/people";
import { everythingIn, query } from "../../support/rows";

const AHEAD = "2999-01-01T00:00:00Z";

let world: World;
let tenant: Tenant;
let secret: string;
let contractId: string;

beforeAll(async () => {
  world = await openWorld();
  tenant = people.tenantOf("production", await people.addOrganization("Acme"));
  secret = (await people.mint(world.env, tenant)).secret;
  contractId = (await addContract(tenant, { creditGrantCents: 5n })).id;
});
afterAll(() => world.close());

const grant = (body: unknown, raw?: string) =>
  world.api.production.call("POST", `/v1/contracts/${contractId}/credits/promotional/grant`, {
    secret,
    ...(raw === undefined ? { body } : { raw }),
  });

test.each<[string, object, string[]]>([
  ["neither money nor credits", { expiresAt: AHEAD }, ["amountCents"]],
  ["no end", { amountCents: 1 }, ["expiresAt"]],
  ["an end of null", { amountCents: 1, expiresAt: null }, ["expiresAt"]],
  ["an end that is past", { amountCents: 1, expiresAt: "2020-01-01T00:00:00Z" }, ["expiresAt"]],
  ["an end without an offset", { amountCents: 1, expiresAt: "2999-01-01T00:00:00" }, ["expiresAt"]],
  ["a date for an end", { amountCents: 1, expiresAt: "2999-01-01" }, ["expiresAt"]],
  ["money below zero", { amountCents: -1, expiresAt: AHEAD }, ["amountCents"]],
  ["half a cent", { amountCents: 0.5, expiresAt: AHEAD }, ["amountCents"]],
  ["a cent above the limit", { amountCents: 1_000_000_000_001, expiresAt: AHEAD }, ["amountCents"]],
  ["money as text", { amountCents: "1", expiresAt: AHEAD }, ["amountCents"]],
  ["credits without a rate", { creditAmount: 1, expiresAt: AHEAD }, ["creditRateCents"]],
  ["a rate without credits", { creditRateCents: 1, expiresAt: AHEAD }, ["creditAmount"]],
  ["no credits", { creditAmount: 0, creditRateCents: 1, expiresAt: AHEAD }, ["creditAmount"]],
  ["a rate below zero", { creditAmount: 1, creditRateCents: -1, expiresAt: AHEAD }, ["creditRateCents"]],
  ["credits of 7 decimals", { creditAmount: 0.0000001, creditRateCents: 1, expiresAt: AHEAD }, ["creditAmount"]],
  ["a rate of 7 decimals", { creditAmount: 1, creditRateCents: 1.1234567, expiresAt: AHEAD }, ["creditRateCents"]],
  ["credits as text", { creditAmount: "1", creditRateCents: 1, expiresAt: AHEAD }, ["creditAmount"]],
  ["credits above the limit", { creditAmount: 1e13, creditRateCents: 1, expiresAt: AHEAD }, ["creditAmount"]],
  ["rate 0 where credits have no rate", { creditAmount: 1, creditRateCents: 0, expiresAt: AHEAD }, ["creditRateCents"]],
  [
    "credits worth more than the limit",
    { creditAmount: 1_000_000, creditRateCents: 1_000_001, expiresAt: AHEAD },
    ["creditAmount"],
  ],
  ["a word on being promotional", { amountCents: 1, expiresAt: AHEAD, isPromotional: true }, ["isPromotional"]],
  ["501 characters", { amountCents: 1, expiresAt: AHEAD, description: "x".repeat(501) }, ["description"]],
  ["an external id of 256", { amountCents: 1, expiresAt: AHEAD, externalId: "x".repeat(256) }, ["externalId"]],
  ["an empty external id", { amountCents: 1, expiresAt: AHEAD, externalId: "" }, ["externalId"]],
  ["metadata of objects", { amountCents: 1, expiresAt: AHEAD, metadata: { a: {} } }, ["metadata.a"]],
  [
    "three faults at once",
    { amountCents: -1, expiresAt: "soon", metadata: [] },
    ["expiresAt", "amountCents", "metadata"],
  ],
])("a grant with %s is refused", async (_, body, paths) => {
  const before = await everythingIn(world.databases.productionUrl);
  const { status, error, text } = await grant(body);
  expect({ status, paths: error?.details?.map(({ path }) => path) }, text).toEqual({ status: 400, paths });
  expect(await everythingIn(world.databases.productionUrl)).toEqual(before);
});

test.each([
  ["money", { amountCents: 1, creditAmount: 1, creditRateCents: 1 }],
  ["credits alone", { amountCents: 1, creditAmount: 1 }],
  ["a rate alone", { amountCents: 0, creditRateCents: 0 }],
])("both modes at once are refused: money and %s", async (_, body) => {
  const { status, error } = await grant({ ...body, expiresAt: AHEAD });
  expect([status, error?.message]).toEqual([
    400,
    "amountCents cannot be combined with creditAmount and creditRateCents",
  ]);
});

test("credits keep every digit, also of a number that a double cannot hold", async () => {
  const { text } = await grant(
    null,
    `{"creditAmount":999999999999.123457,"creditRateCents":1.000000,"expiresAt":"${AHEAD}"}`,
  );
  expect(text).toContain('"amountCents":999999999999,"creditAmount":999999999999.123457,"creditRateCents":1,');
  const balance = await world.api.production.call("GET", `/v1/contracts/${contractId}/credits/balance`, { secret });
  expect(balance.text).toContain('"remainingCredits":999999999999.123457}');
  const refused = await grant(null, `{"creditAmount":1.0000000000000001,"creditRateCents":1,"expiresAt":"${AHEAD}"}`);
  expect(refused.error?.message).toBe("creditAmount must have at most 6 decimals");
});

test("a number too large for anything is refused, not rounded", async () => {
  const { status, error } = await grant(null, `{"creditAmount":1e400,"creditRateCents":1,"expiresAt":"${AHEAD}"}`);
  expect([status, error?.details?.[0]?.path]).toEqual([400, "creditAmount"]);
});

test.each([
  { amountCents: 0 },
  { amountCents: 1_000_000_000_000 },
  { creditAmount: 0.000001, creditRateCents: 0.000001 },
  { creditAmount: 999_999_999.999999, creditRateCents: 1 },
  { amountCents: 1, description: "", externalId: "x".repeat(255) },
])("a grant at the limit is made: %j", async (body) => {
  const { status, json } = await grant({ ...body, expiresAt: AHEAD });
  expect(status).toBe(201);
  expect(json).toMatchObject({ data: body });
});

test("no entry of the ledger can be changed, by anybody who writes to the table", async () => {
  const change = query(
    world.databases.productionUrl,
    "UPDATE credit_entries SET amount_cents = 6 WHERE contract_id = $1",
    [contractId],
  );
  await expect(change).rejects.toThrow("credit_entries are never changed");
});

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { creditBalanceAnswer, creditGrantAnswer, creditLedgerAnswer } from "@/lib/api/schemas/credits";
import { addDays, dayOf } from "@/lib/domain/day";
import { decimal } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import { openWorld, type World } from "../support/api";
import type { Answer, Sent } from "../support/calls";
import { addContract, addCredit } from "../support/contracts";
import * as people from "../support/people";
import { everythingIn, query } from "../support/rows";

const DAY_MS = 86_400_000;
const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS);

let world: World;
let tenant: Tenant;
let secret: string;
let contractId: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  tenant = people.tenantOf("production", await people.addOrganization(`Acme ${randomUUID()}`));
  secret = (await people.mint(world.env, tenant)).secret;
  contractId = (await addContract(tenant)).id;
});

const call = (method: string, path: string, sent: Sent = {}) =>
  world.api.production.call(method, `/v1/contracts/${contractId}/credits/${path}`, { secret, ...sent });
const grant = (body: object, sent: Sent = {}) =>
  call("POST", "promotional/grant", { body: { expiresAt: inDays(30).toISOString(), ...body }, ...sent });
const granted = async (body: object) => creditGrantAnswer.parse((await grant(body)).json).data;
const balance = async () => creditBalanceAnswer.parse((await call("GET", "balance")).json).data;
const ledger = async (parameters = "") => creditLedgerAnswer.parse((await call("GET", `ledger?${parameters}`)).json);
const pathsOf = ({ error }: Answer) => error?.details?.map(({ path }) => path);

test("a contract without credit has a balance of zeros and an empty ledger", async () => {
  const { balance: empty, blocks } = await balance();
  expect(empty).toEqual({
    balanceCents: 0,
    pendingCents: 0,
    creditBalance: null,
    currency: "USD",
    blockCount: 0,
    asOf: empty.asOf,
  });
  expect(blocks).toEqual([]);
  expect(await ledger()).toEqual({ data: { totalCount: 0, entries: [] }, hasMore: false, total: 0, nextCursor: null });
});

test("a grant of money is answered, balanced and listed as it was given", async () => {
  const expiresAt = inDays(30).toISOString();
  const { status, json } = await grant({
    amountCents: 5000,
    expiresAt,
    description: "Welcome",
    externalId: "promo-1",
    metadata: { campaign: "spring" },
  });
  expect(status).toBe(201);
  const { data } = creditGrantAnswer.parse(json);
  const shared = {
    amountCents: 5000,
    creditAmount: null,
    creditRateCents: null,
    currency: "USD",
    description: "Welcome",
  };
  const common = { ...shared, id: data.id, type: "grant", isPromotional: true, expiresAt, createdAt: data.createdAt };
  expect(data).toEqual({
    ...common,
    invoiceId: null,
    purchaseRateCents: 0,
    balanceAfterCents: 5000,
    creditBalanceAfter: null,
    externalId: "promo-1",
    metadata: { campaign: "spring" },
  });
  expect((await balance()).blocks).toEqual([
    {
      id: data.id,
      status: "active",
      priority: 1,
      daysUntilExpiry: 30,
      originalCents: 5000,
      originalCredits: null,
      remainingCents: 5000,
      remainingCredits: null,
      ...{ creditRateCents: null, currency: "USD", description: "Welcome", isPromotional: true },
      expiresAt,
      createdAt: data.createdAt,
    },
  ]);
  expect((await ledger()).data).toEqual({
    totalCount: 1,
    entries: [{ ...common, sourceType: "promotional", invoiceId: null, grantEntryId: null }],
  });
});

test("a contract's own grant is there from the start, in credits too where these have a rate", async () => {
  contractId = (await addContract(tenant, { creditGrantCents: 1000n, creditSettings: { creditRateCents: decimal(3) } }))
    .id;
  const { entries } = (await ledger()).data;
  expect(entries).toEqual([
    expect.objectContaining({
      type: "grant",
      sourceType: "contract",
      amountCents: 1000,
      creditAmount: 333.333333333333,
      creditRateCents: 3,
      isPromotional: false,
      expiresAt: null,
    }),
  ]);
  const { text } = await call("GET", "balance");
  expect(text).toContain('"creditBalance":333.333333333333,');
  expect((await balance()).balance).toMatchObject({ balanceCents: 1000, blockCount: 1 });
});

test("a grant of nothing makes no block", async () => {
  contractId = (await addContract(tenant, { creditGrantCents: 0n })).id;
  expect((await balance()).blocks).toEqual([]);
});

test("credits are worth their rate, to the cent; at rate 0 they are worth the contract's own and go first", async () => {
  contractId = (await addContract(tenant, { creditSettings: { creditRateCents: decimal("0.4") } })).id;
  const paid = await granted({ creditAmount: 2.5, creditRateCents: 0.2 });
  expect(paid).toMatchObject({ amountCents: 1, creditAmount: 2.5, creditRateCents: 0.2, purchaseRateCents: 0.2 });
  expect(paid).toMatchObject({ balanceAfterCents: 1, creditBalanceAfter: 2.5 });
  const expiresAt = paid.expiresAt ?? "";
  const free = await granted({ creditAmount: 100.123456, creditRateCents: 0, expiresAt });
  expect(free).toMatchObject({ amountCents: 40, creditAmount: 100.123456, creditRateCents: 0.4, purchaseRateCents: 0 });
  expect(free).toMatchObject({ balanceAfterCents: 41, creditBalanceAfter: 102.623456 });
  const { blocks, balance: sums } = await balance();
  expect(blocks.map(({ id, priority }) => [id, priority])).toEqual([
    [free.id, 1],
    [paid.id, 2],
  ]);
  expect(sums).toMatchObject({ balanceCents: 41, creditBalance: 102.623456, blockCount: 2 });
});

test("blocks are listed in the order of their use, then what is no longer active", async () => {
  const day = (name: string, days: number, now = new Date()) =>
    addCredit(tenant, contractId, { description: name, expiresAt: inDays(days) }, now);
  contractId = (await addContract(tenant, { creditGrantCents: 1n })).id;
  await day("later", 20);
  await day("sooner", 10);
  await day("over", -1, inDays(-5));
  await addCredit(tenant, contractId, { description: "nothing", amount: { amountCents: 0n } });
  const { blocks, balance: sums } = await balance();
  expect(blocks.map(({ description, status, priority }) => [description, status, priority])).toEqual([
    ["sooner", "active", 1],
    ["later", "active", 2],
    ["Included in Pro", "active", 3],
    ["over", "expired", null],
    ["nothing", "depleted", null],
  ]);
  expect(blocks.map(({ daysUntilExpiry }) => daysUntilExpiry)).toEqual([10, 20, null, 0, 30]);
  expect(sums).toMatchObject({ balanceCents: 10_001, blockCount: 5 });
});

test("the same external id on a contract returns the first grant, whatever else is sent, also when it has ended", async () => {
  const first = await grant({ amountCents: 100, externalId: "promo-1" });
  const again = await grant({ amountCents: 999, externalId: "promo-1", description: "other" });
  expect([first.status, again.status, again.text]).toEqual([201, 200, first.text]);
  await world.api.production.call("POST", `/v1/contracts/${contractId}/cancel`, {
    secret,
    body: { cancelAt: "end_of_period" },
  });
  expect((await grant({ amountCents: 999, externalId: "promo-1" })).text).toBe(first.text);
  const other = (await addContract(tenant)).id;
  const elsewhere = await addCredit(tenant, other, { externalId: "promo-1" });
  expect(elsewhere.contractId).toBe(other);
});

test("many grants with one external id at once make one entry, recorded once", async () => {
  const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => grant({ amountCents: 100, externalId: "promo-1" })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect((await balance()).balance).toMatchObject({ balanceCents: 100, blockCount: 1 });
  const recorded = await query(
    world.databases.productionUrl,
    "SELECT FROM audit_events WHERE organization_id = $1 AND action = 'credit.granted'",
    [tenant.organizationId],
  );
  expect(recorded).toHaveLength(1);
});

test("an Idempotency-Key replays the status it had: 201 of a new grant, 200 of one that was there", async () => {
  const headers = () => ({ "idempotency-key": randomUUID() });
  const [made, found] = [headers(), headers()];
  for (const [key, status] of [
    [made, 201],
    [found, 200],
  ] as const) {
    const expiresAt = "2999-01-01T00:00:00.000Z";
    const first = await grant({ amountCents: 1, externalId: "promo-1", expiresAt }, { headers: key });
    const again = await grant({ amountCents: 1, externalId: "promo-1", expiresAt }, { headers: key });
    expect([first.status, again.status, again.text]).toEqual([status, status, first.text]);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
  }
});

test("grants without an external id at once all count, each with the balance after it", async () => {
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => grant({ amountCents: 10 })));
  const after = answers.map(({ json }) => creditGrantAnswer.parse(json).data.balanceAfterCents);
  expect(after.sort((one, other) => one - other)).toEqual([10, 20, 30, 40, 50]);
  expect((await balance()).balance.balanceCents).toBe(50);
});

test("reserved keys of metadata are dropped, the others kept", async () => {
  const metadata = { isPromotional: false, deductionBatchId: "b1", campaign: "spring" };
  expect((await granted({ amountCents: 1, metadata })).metadata).toEqual({ campaign: "spring" });
});

test("a contract that has ended or is cancelled takes no grant", async () => {
  const today = dayOf(new Date());
  contractId = (await addContract(tenant, { startDate: addDays(today, -31), endDate: today })).id;
  const before = await everythingIn(world.databases.productionUrl);
  const { status, error } = await grant({ amountCents: 1 });
  expect({ status, error }).toMatchObject({ status: 409, error: { code: "CONFLICT", message: "Contract has ended" } });
  expect(await everythingIn(world.databases.productionUrl)).toEqual(before);
});

test("the ledger is walked newest first, by cursor or by offset", async () => {
  const start = Date.now();
  const ids: string[] = [];
  for (let at = 0; at < 7; at++) ids.unshift((await addCredit(tenant, contractId, {}, new Date(start + at))).id);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await ledger(`limit=3${cursor === null ? "" : `&cursor=${cursor}`}`);
    seen.push(...page.data.entries.map(({ id }) => id));
    expect(page.data.totalCount).toBe(page.total);
    cursor = page.nextCursor;
    await addCredit(tenant, contractId, {}, new Date(start + 100_000));
  } while (cursor !== null);
  expect(seen).toEqual(ids);
  expect((await ledger("limit=2&offset=3")).data.entries.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  const { nextCursor } = await ledger("limit=1");
  expect(pathsOf(await call("GET", `ledger?cursor=${nextCursor}&offset=1`))).toEqual(["cursor"]);
  const other = (await addContract(tenant)).id;
  const foreign = await world.api.production.call("GET", `/v1/contracts/${other}/credits/ledger?cursor=${nextCursor}`, {
    secret,
  });
  expect(pathsOf(foreign)).toEqual(["cursor"]);
});

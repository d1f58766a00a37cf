import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { creditReportAnswer, invoiceAnswer, invoicePage } from "@/lib/api/schemas/invoices";
import type { Tenant } from "@/lib/domain/environment";
import { billContracts } from "@/lib/operations/bill-contracts";
import { previewCredits } from "@/lib/operations/preview-credits";
import { openWorld, type World } from "../support/api";
import { addFinalInvoice, at, invoicesOf } from "../support/billing";
import { addContract, addMeteredPlan } from "../support/contracts";
import * as people from "../support/people";
import { SentUsage } from "../support/sent-usage";

let world: World;
let tenant: Tenant;
let secret: string;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  tenant = people.tenantOf("production", await people.addOrganization("Acme"));
  ({ secret } = await people.mint(world.env, tenant));
});
afterAll(() => world.close());

const call = (path: string) => world.api.production.call("GET", `/v1/invoices${path}`, { secret });
const list = async (query = "") => invoicePage.parse((await call(query)).json);
const idsOf = ({ data }: Awaited<ReturnType<typeof list>>) => data.map(({ id }) => id);

test("a contract's drafts are listed and read from its creation on, and carry no number", async () => {
  const contract = await addContract(tenant, { startDate: "2099-01-31" }, at("2098-01-01T08:00:00Z"));
  const page = await list();
  expect(page.total).toBe(2);
  const first = page.data.find(({ period }) => period.start === "2099-01-31");
  expect(first).toEqual({
    id: first?.id,
    invoiceNumber: null,
    customerId: contract.customerId,
    contractId: contract.id,
    status: "Drafted",
    period: { start: "2099-01-31", end: "2099-02-28" },
    invoiceDate: "2099-02-28",
    dueDate: "2099-03-30",
    currency: "USD",
    totalCents: 1000,
    creditsAppliedCents: 0,
    memo: null,
    paymentLink: null,
    finalizedAt: null,
    createdAt: "2098-01-01T08:00:00.000Z",
    updatedAt: "2098-01-01T08:00:00.000Z",
  });
  expect(invoiceAnswer.parse((await call(`/${first?.id}`)).json).data).toEqual(first);
});

test("include=lineItems adds the lines to a list and to one invoice, any other include is refused", async () => {
  const invoice = await addFinalInvoice(tenant);
  const { data } = invoiceAnswer.parse((await call(`/${invoice.id}?include=lineItems`)).json);
  expect(
    data.lineItems?.map(({ kind, name, quantity, totalAmountCents, totalAmount, isMetered }) => [
      kind,
      name,
      quantity,
      totalAmountCents,
      totalAmount,
      isMetered,
    ]),
  ).toEqual([
    ["charge", "Seat", 1, 1000, "10", false],
    ["charge", "API calls", 100, 1000, "10", true],
    ["charge", "API calls (flat fee)", 1, 500, "5", false],
    ["credit", "Credits applied: API calls", 1, -300, "-3", false],
  ]);
  expect(data).toMatchObject({ totalCents: 2200, creditsAppliedCents: 300, status: "In Progress" });
  const page = await list("?include=lineItems");
  expect(page.data.find(({ id }) => id === invoice.id)?.lineItems).toEqual(data.lineItems);
  for (const path of ["?include=lines", `/${invoice.id}?include=lineItems,customer`, "?include=lineitems"]) {
    const { status, error } = await call(path);
    expect([status, error?.message]).toEqual([400, "include must be lineItems"]);
  }
});

test("a list can be held to a customer, a contract, a status and a time of creation", async () => {
  const final = await addFinalInvoice(tenant);
  const other = await addContract(tenant);
  const later = new Date(Date.now() + 60_000).toISOString();
  expect(idsOf(await list(`?contractId=${final.contractId}&status=In%20Progress`))).toEqual([final.id]);
  expect((await list(`?customerId=${other.customerId}`)).total).toBe(2);
  expect((await list(`?customerId=${randomUUID()}`)).total).toBe(0);
  expect((await list(`?createdAfter=${final.createdAt.toISOString()}`)).total).toBe((await list()).total);
  expect((await list(`?createdBefore=${final.createdAt.toISOString()}`)).total).toBe(0);
  expect((await list(`?createdAfter=${later}`)).total).toBe(0);
  expect((await list(`?createdBefore=${later}&createdAfter=2020-01-01`)).total).toBe((await list()).total);
  for (const [query, message] of [
    ["?status=paid", "status must be one of Drafted, In Progress, In Transit, Paid, Cancelled, Refunded"],
    ["?createdAfter=2026-02-30", "createdAfter must be a day like 2026-02-27, or an RFC 3339 timestamp with an offset"],
    ["?customerId=17", "customerId must be a UUID"],
  ]) {
    const { status, error } = await call(String(query));
    expect([status, error?.message]).toEqual([400, message]);
  }
});

test("the credit report of a final invoice tells what the ledger has, of a draft what it would use, without ids", async () => {
  const final = await addFinalInvoice(tenant);
  const report = async (id: string) => creditReportAnswer.parse((await call(`/${id}/credit-report`)).json).data;
  const { entries, ...facts } = await report(final.id);
  expect(facts).toEqual({
    invoiceId: final.id,
    invoiceNumber: final.invoiceNumber,
    currency: "USD",
    summary: { totalCredits: null, totalCents: 300, entryCount: 1 },
  });
  expect(entries).toEqual([
    expect.objectContaining({
      id: expect.any(String),
      lineItemId: final.lines[1]?.id,
      amountCents: 300,
      description: "Included in Pro",
      isPromotional: false,
    }),
  ]);
  const { plan } = await addMeteredPlan(tenant);
  const contract = await addContract(tenant, { planId: plan.id, creditGrantCents: 300n });
  const usage = new SentUsage();
  usage.sendMany(10, { customerId: contract.customerId, at: `${contract.startDate}T00:00:00Z` });
  await billContracts(tenant, [contract.id], new Date(), usage);
  const [draft] = await invoicesOf(tenant, contract.id);
  expect(
    draft && (await previewCredits(tenant, draft, new Date())).map(({ lineId, amountCents }) => [lineId, amountCents]),
  ).toEqual([[draft?.lines[1]?.id, 100n]]);
});

test("a report as PDF is refused", async () => {
  const { id } = await addFinalInvoice(tenant);
  const { status, error } = await call(`/${id}/credit-report?format=pdf`);
  expect([status, error?.message]).toEqual([400, "format must be json"]);
  expect((await call(`/${id}/credit-report?format=json`)).status).toBe(200);
});

test("a draft is computed anew before it is read; a final invoice is not", async () => {
  const { plan } = await addMeteredPlan(tenant);
  const contract = await addContract(tenant, { planId: plan.id });
  const usage = new SentUsage();
  const sent = { customerId: contract.customerId, at: `${contract.startDate}T00:00:00Z` };
  usage.sendMany(10, sent);
  await billContracts(tenant, [contract.id], new Date(), usage);
  const [draft] = await invoicesOf(tenant, contract.id);
  expect(draft?.totalCents).toBe(1600n);
  const final = await addFinalInvoice(tenant);
  usage.sendMany(10, sent);
  usage.sendMany(10, { customerId: final.customerId, at: `${final.period.start}T00:00:00Z` });
  await usage.stored(tenant);
  expect(invoiceAnswer.parse((await call(`/${draft?.id}`)).json).data.totalCents).toBe(1700);
  expect(invoiceAnswer.parse((await call(`/${final.id}`)).json).data.totalCents).toBe(2200);
});

// Contracts billed through months and years of a frozen clock, over real PostgreSQL and events in a list.
import { expect, test } from "vitest";
import { decimal } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import { cancelContract } from "@/lib/operations/cancel-contract";
import { beforeEachBilledTenant } from "../support/billed-tenant";
import { at, billAt, invoicesOf, shownLines, statusesOf } from "../support/billing";
import { addPlan, addPricing } from "../support/catalog";
import { addCallsPlan, addContract } from "../support/contracts";
import { actorNamed } from "../support/people";
import { everythingIn } from "../support/rows";
import type { SentUsage } from "../support/sent-usage";
import type { TestDatabases } from "../support/throwaway-postgres";

let databases: TestDatabases;
let tenant: Tenant;
let usage: SentUsage;

beforeEachBilledTenant("each test", (given) => {
  ({ databases, tenant, usage } = given);
});

const CREATED = at("2026-01-01T08:00:00Z");

test("a rolling contract begins with a draft of its current and its next period, and gets the next one when a period begins", async () => {
  const contract = await addContract(tenant, {}, CREATED);
  expect(statusesOf(await invoicesOf(tenant, contract.id))).toEqual(["Drafted", "Drafted"]);
  expect(await billAt("2026-01-31T23:59:59Z")).toMatchObject({ drafted: 0 });
  expect(await billAt("2026-02-01T00:00:00Z")).toMatchObject({ drafted: 1 });
  expect((await invoicesOf(tenant, contract.id)).map(({ period }) => period.start)).toEqual([
    "2026-01-01",
    "2026-02-01",
    "2026-03-01",
  ]);
});

test("a term of 12 months begins with 12 drafts, one of 36 with 24 and a 25th once the first is final", async () => {
  const year = await addContract(tenant, { endDate: "2027-01-01" }, CREATED);
  const long = await addContract(tenant, { endDate: "2029-01-01" }, CREATED);
  expect(await invoicesOf(tenant, year.id)).toHaveLength(12);
  expect(await invoicesOf(tenant, long.id)).toHaveLength(24);
  await billAt("2026-02-01T23:59:59Z");
  expect(await invoicesOf(tenant, long.id)).toHaveLength(24);
  await billAt("2026-02-02T00:00:00Z");
  expect(await invoicesOf(tenant, long.id)).toHaveLength(25);
  expect(await invoicesOf(tenant, year.id)).toHaveLength(12);
});

test("three years of months: each period has one invoice, all became final in order, and their numbers have no gap in any year", async () => {
  const contract = await addContract(tenant, { startDate: "2026-01-31", endDate: "2029-01-31" }, CREATED);
  for (let month = 1; month <= 37; month++)
    await billAt(`${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-02T01:00:00Z`);
  const invoices = await invoicesOf(tenant, contract.id);
  expect(invoices).toHaveLength(36);
  for (const [index, { period }] of invoices.entries())
    expect(period.start).toBe(invoices[index - 1]?.period.end ?? "2026-01-31");
  const numbers = new Map<string, number>();
  for (const { invoiceDate, invoiceNumber, status, totalCents } of invoices) {
    const year = invoiceDate.slice(0, 4);
    numbers.set(year, (numbers.get(year) ?? 0) + 1);
    expect([status, totalCents]).toEqual(["In Progress", 1000n]);
    expect(invoiceNumber).toBe(`INV-${year}-${String(numbers.get(year)).padStart(6, "0")}`);
  }
  expect([...numbers]).toEqual([
    ["2026", 11],
    ["2027", 12],
    ["2028", 12],
    ["2029", 1],
  ]);
});

test("after years without any billing one step catches up, and a second one changes nothing", async () => {
  const { plan } = await addCallsPlan(tenant, { creditGrantCents: 1_000n });
  const contract = await addContract(tenant, { planId: plan.id, endDate: "2029-01-01" }, CREATED);
  usage.sendMany(100, { customerId: contract.customerId, at: "2027-05-05T00:00:00Z" });
  expect(await billAt("2030-01-01T00:00:00Z", usage)).toMatchObject({ finalized: 36 });
  const before = await everythingIn(databases.productionUrl);
  expect(await billAt("2030-01-01T00:00:00Z", usage)).toEqual({ drafted: 0, changed: 0, finalized: 0 });
  expect(await everythingIn(databases.productionUrl)).toEqual(before);
});

test("a draft becomes final 24 h after its period's end, not before: In Progress, or Paid where nothing is to pay", async () => {
  const free = await addPlan(tenant, [await addPricing(tenant, { unitAmount: decimal(0) })]);
  const [paid, owed] = [
    await addContract(tenant, { planId: free.id }, CREATED),
    await addContract(tenant, { netTerms: 10 }, CREATED),
  ];
  await billAt("2026-02-01T23:59:59.999Z");
  expect((await invoicesOf(tenant, owed.id))[0]?.status).toBe("Drafted");
  await billAt("2026-02-02T00:00:00Z");
  expect((await invoicesOf(tenant, owed.id))[0]).toMatchObject({
    status: "In Progress",
    invoiceDate: "2026-02-01",
    dueDate: "2026-02-11",
    finalizedAt: at("2026-02-02T00:00:00Z"),
  });
  expect((await invoicesOf(tenant, paid.id))[0]?.status).toBe("Paid");
});

test("a shortened last period prorates fixed lines and leaves metered lines alone", async () => {
  const { plan } = await addCallsPlan(tenant);
  const contract = await addContract(tenant, { planId: plan.id, endDate: "2026-01-11" }, CREATED);
  usage.sendMany(100, { customerId: contract.customerId, at: "2026-01-10T23:59:59Z" });
  await billAt("2026-01-12T00:00:00Z", usage);
  const [only] = await invoicesOf(tenant, contract.id);
  expect(only && shownLines(only)).toEqual([
    ["charge", "Seat", 1000],
    ["charge", "API calls", 150],
  ]);
});

test("cancelling in the third of 12 months keeps three invoices and cancels nine drafts; before the start it cancels all", async () => {
  const year = await addContract(tenant, { endDate: "2027-01-01" }, CREATED);
  const cancel = (id: string, now: string) => cancelContract(tenant, actorNamed("Tests"), id, at(now));
  const { cancellation } = await cancel(year.id, "2026-03-20T00:00:00Z");
  expect(cancellation).toMatchObject({ cancelledInvoiceCount: 9, effectiveDate: "2026-04-01" });
  expect((await cancel(year.id, "2026-05-01T00:00:00Z")).cancellation).toEqual(cancellation);
  await billAt("2026-06-01T00:00:00Z");
  expect(statusesOf(await invoicesOf(tenant, year.id))).toEqual([
    ...Array(3).fill("In Progress"),
    ...Array(9).fill("Cancelled"),
  ]);
  const future = await addContract(tenant, { startDate: "2026-09-01" }, CREATED);
  expect((await cancel(future.id, "2026-08-01T00:00:00Z")).cancellation.cancelledInvoiceCount).toBe(2);
  await billAt("2026-12-01T00:00:00Z");
  expect(statusesOf(await invoicesOf(tenant, future.id))).toEqual(["Cancelled", "Cancelled"]);
});

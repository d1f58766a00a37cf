// How invoices follow usage and what credits pay of them, over real PostgreSQL and events in a list.
import { expect, test } from "vitest";
import type { Tenant } from "@/lib/domain/environment";
import { unavailable } from "@/lib/domain/errors";
import { changeInvoiceStatus } from "@/lib/operations/change-invoice-status";
import { refreshDrafts } from "@/lib/operations/draft-invoices";
import { runBilling } from "@/lib/operations/run-billing";
import { environmentStore } from "@/lib/store/connections";
import { listCreditBlocks } from "@/lib/store/credits";
import { beforeEachBilledTenant } from "../support/billed-tenant";
import { at, billAt, invoicesOf, shownLines } from "../support/billing";
import { addCallsPlan, addContract, addCredit } from "../support/contracts";
import { actorNamed } from "../support/people";
import type { SentUsage } from "../support/sent-usage";

let tenant: Tenant;
let usage: SentUsage;

beforeEachBilledTenant("each test", (given) => {
  ({ tenant, usage } = given);
});

const CREATED = at("2026-01-01T08:00:00Z");

test("drafts follow usage, and are touched only when it changed", async () => {
  const { plan } = await addCallsPlan(tenant);
  const contract = await addContract(tenant, { planId: plan.id }, CREATED);
  usage.sendMany(333, { customerId: contract.customerId, at: "2026-01-10T00:00:00Z" });
  expect(await billAt("2026-01-11T00:00:00Z", usage)).toMatchObject({ changed: 1 });
  expect(await billAt("2026-01-12T00:00:00Z", usage)).toMatchObject({ changed: 0 });
  const [draft] = await invoicesOf(tenant, contract.id);
  expect([draft?.totalCents, draft?.updatedAt]).toEqual([3_600n, at("2026-01-11T00:00:00Z")]);
  usage.send({ customerId: contract.customerId, at: "2026-01-10T00:00:00Z" });
  await refreshDrafts(tenant, contract.id, at("2026-01-13T00:00:00Z"), usage);
  expect((await invoicesOf(tenant, contract.id))[0]).toMatchObject({ totalCents: 3_601n });
});

test("late, corrected and moved events leave a final invoice as it is and come as a difference on the earliest draft", async () => {
  const { plan } = await addCallsPlan(tenant);
  const contract = await addContract(tenant, { planId: plan.id }, CREATED);
  const { customerId } = contract;
  usage.sendMany(332, { customerId, at: "2026-01-10T00:00:00Z" });
  usage.send({ customerId, at: "2026-01-31T23:59:59.999Z", idempotencyKey: "moves" });
  await billAt("2026-02-02T00:00:00Z", usage);
  const [final] = await invoicesOf(tenant, contract.id);
  usage.sendMany(2, { customerId, at: "2026-01-20T00:00:00Z" });
  await billAt("2026-02-03T00:00:00Z", usage);
  const [untouched, draft] = await invoicesOf(tenant, contract.id);
  expect(untouched).toEqual(final);
  expect(draft && shownLines(draft)).toEqual([
    ["charge", "Seat", 3100],
    ["charge", "API calls", 0],
    ["adjustment", "Adjustment: API calls", 3],
  ]);
  // On the boundary it belongs to February, and is missed in January.
  usage.send({ customerId, at: "2026-02-01T00:00:00.000Z", idempotencyKey: "moves" });
  await billAt("2026-02-04T00:00:00Z", usage);
  const moved = (await invoicesOf(tenant, contract.id))[1];
  expect(moved && shownLines(moved).slice(1)).toEqual([
    ["charge", "API calls", 2],
    ["adjustment", "Adjustment: API calls", 1],
  ]);
  expect((await invoicesOf(tenant, contract.id))[0]).toEqual(final);
});

test("an event bills once where two contracts bill its meter, and with a contract's id on that one, if it is the customer's own", async () => {
  const { plan } = await addCallsPlan(tenant);
  const first = await addContract(tenant, { planId: plan.id, endDate: "2026-01-15" }, CREATED);
  const { customerId } = first;
  const second = await addContract(tenant, { planId: plan.id, customerId, startDate: "2026-01-10" }, CREATED);
  const foreign = await addContract(tenant, { planId: plan.id }, CREATED);
  usage.sendMany(100, { customerId, at: "2026-01-12T00:00:00Z" });
  usage.sendMany(200, { customerId, at: "2026-01-15T00:00:00Z" });
  usage.sendMany(400, { customerId, at: "2026-01-12T00:00:00Z", contractId: second.id });
  usage.sendMany(800, { customerId, at: "2026-01-12T00:00:00Z", contractId: foreign.id });
  await billAt("2026-01-20T00:00:00Z", usage);
  const calls = async (contractId: string) => (await invoicesOf(tenant, contractId))[0]?.lines[1]?.quantity.toNumber();
  expect(await Promise.all([first, second, foreign].map(({ id }) => calls(id)))).toEqual([100, 600, 0]);
});

test("credits pay metered lines, soonest expiry first; the ledger's sums hold through use, expiry and a cancelled invoice", async () => {
  const { plan } = await addCallsPlan(tenant, { creditGrantCents: 300n });
  const contract = await addContract(tenant, { planId: plan.id }, CREATED);
  const expiresAt = at("2026-01-20T00:00:00Z");
  const promotional = await addCredit(tenant, contract.id, { amount: { amountCents: 200n }, expiresAt }, CREATED);
  usage.sendMany(20, { customerId: contract.customerId, at: "2026-01-10T00:00:00Z" });
  await billAt("2026-02-02T00:00:00Z", usage);
  const left = async () => {
    const blocks = await listCreditBlocks(tenant, environmentStore("production").pool, contract.id);
    return blocks
      .sort(({ grant }) => (grant.id === promotional.id ? -1 : 1))
      .map(({ remainingCents, expiredCents }) => [remainingCents, expiredCents]);
  };
  expect(await left()).toEqual([
    [0n, 170n],
    [300n, 0n],
  ]);
  const [final] = await invoicesOf(tenant, contract.id);
  expect(final && shownLines(final)).toEqual([
    ["charge", "Seat", 3100],
    ["charge", "API calls", 30],
    ["credit", "Credits applied: API calls", -30],
  ]);
  expect(final).toMatchObject({ totalCents: 3_100n, creditsAppliedCents: 30n });
  await changeInvoiceStatus(tenant, actorNamed("Ann"), String(final?.id), "cancel", at("2026-02-03T00:00:00Z"));
  expect(await left()).toEqual([
    [30n, 170n],
    [300n, 0n],
  ]);
  await billAt("2026-02-04T00:00:00Z", usage);
  expect(await left()).toEqual([
    [0n, 200n],
    [300n, 0n],
  ]);
});

test("while usage cannot be read nothing metered becomes final, contracts without meters do, and drafts stay as last known", async () => {
  const { plan } = await addCallsPlan(tenant);
  const metered = await addContract(tenant, { planId: plan.id }, CREATED);
  const fixed = await addContract(tenant, {}, CREATED);
  let asked = 0;
  const away = {
    meterValues: () => {
      asked += 1;
      return Promise.reject(unavailable());
    },
  };
  const { failures } = await runBilling("production", at("2026-02-02T00:00:00Z"), null, undefined, away);
  expect(failures.map(({ contractId }) => contractId)).toContain(metered.id);
  expect(asked).toBe(1);
  expect((await invoicesOf(tenant, fixed.id))[0]?.status).toBe("In Progress");
  expect((await invoicesOf(tenant, metered.id))[0]?.status).toBe("Drafted");
  await refreshDrafts(tenant, metered.id, at("2026-02-02T00:00:00Z"), away);
  expect(await billAt("2026-02-02T00:01:00Z", usage)).toMatchObject({ finalized: 1 });
});

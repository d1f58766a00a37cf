import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { invoiceAnswer } from "@/lib/api/schemas/invoices";
import type { Environment, Tenant } from "@/lib/domain/environment";
import type { InvoiceAction } from "@/lib/domain/invoice-status";
import { environmentStore } from "@/lib/store/connections";
import { listCreditBlocks } from "@/lib/store/credits";
import { getInvoice } from "@/lib/store/invoices";
import { openWorld, type World } from "../support/api";
import { addFinalInvoice, addPaidInvoice, invoicesOf } from "../support/billing";
import { addContract } from "../support/contracts";
import * as people from "../support/people";
import { everythingIn, query } from "../support/rows";

let world: World;
let acme: people.Organization;
let admin: people.Member;
let tenant: Tenant;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  acme = await people.addOrganization("Acme");
  admin = await people.addMember(world.env, acme, "admin");
  tenant = people.tenantOf("production", acme);
});
afterAll(() => world.close());

const act = (id: string, action: InvoiceAction, by = admin, environment: Environment = "production") =>
  world.dashboard.own.call(environment, "POST", `/invoices/${id}/${action}`, { cookie: by.cookie });
const audited = () =>
  query(
    world.databases.productionUrl,
    `SELECT action, actor->>'kind' AS kind, target->>'name' AS target, before->>'status' AS before, after->>'status' AS after
     FROM audit_events WHERE organization_id = $1 AND action LIKE 'invoice.%' ORDER BY sequence`,
    [acme.id],
  );
const leftOf = async (contractId: string) =>
  (await listCreditBlocks(tenant, environmentStore("production").pool, contractId)).map(
    ({ remainingCents }) => remainingCents,
  );

test("an invoice is marked as paid and then refunded, each recorded with who and what; its credits stay used", async () => {
  const { id, contractId, invoiceNumber } = await addFinalInvoice(tenant);
  const paid = await act(id, "mark-as-paid");
  expect(paid.status).toBe(200);
  expect(invoiceAnswer.parse(paid.json).data).toMatchObject({ id, status: "Paid", invoiceNumber });
  expect(invoiceAnswer.parse((await act(id, "refund")).json).data.status).toBe("Refunded");
  expect(await leftOf(contractId)).toEqual([0n]);
  const target = invoiceNumber;
  expect(await audited()).toEqual([
    { action: "invoice.finalized", kind: "system", target, before: null, after: "In Progress" },
    { action: "invoice.paid", kind: "member", target, before: "In Progress", after: "Paid" },
    { action: "invoice.refunded", kind: "member", target, before: "Paid", after: "Refunded" },
  ]);
});

test("a cancelled invoice gives its credits back and changes in nothing but its status", async () => {
  const before = await addFinalInvoice(tenant);
  expect(await leftOf(before.contractId)).toEqual([0n]);
  expect((await act(before.id, "cancel")).status).toBe(200);
  expect(await leftOf(before.contractId)).toEqual([300n]);
  const after = await getInvoice(tenant, before.id);
  expect({ ...after, status: before.status, updatedAt: before.updatedAt }).toEqual(before);
  expect(after.status).toBe("Cancelled");
});

test("a cancelled draft is never finalized and takes no number", async () => {
  const contract = await addContract(tenant);
  const [draft] = await invoicesOf(tenant, contract.id);
  const { status, json } = await act(String(draft?.id), "cancel");
  expect([status, invoiceAnswer.parse(json).data]).toMatchObject([200, { status: "Cancelled", invoiceNumber: null }]);
  expect((await audited()).at(-1)).toMatchObject({ target: `the draft for ${draft?.period.start}` });
});

test("every other step is refused and changes nothing", async () => {
  const draft = String((await invoicesOf(tenant, (await addContract(tenant)).id))[0]?.id);
  const [final, paid, gone, back] = [
    (await addFinalInvoice(tenant)).id,
    (await addPaidInvoice(tenant)).id,
    (await addFinalInvoice(tenant)).id,
    (await addPaidInvoice(tenant)).id,
  ];
  await act(gone, "cancel");
  await act(back, "refund");
  const before = await everythingIn(world.databases.productionUrl);
  const refused: [string, InvoiceAction, string][] = [
    [draft, "mark-as-paid", "A Drafted invoice cannot be marked as paid"],
    [draft, "refund", "A Drafted invoice cannot be refunded"],
    [final, "refund", "An In Progress invoice cannot be refunded"],
    [paid, "mark-as-paid", "A Paid invoice cannot be marked as paid"],
    [paid, "cancel", "A Paid invoice cannot be cancelled"],
    [gone, "mark-as-paid", "A Cancelled invoice cannot be marked as paid"],
    [gone, "cancel", "A Cancelled invoice cannot be cancelled"],
    [gone, "refund", "A Cancelled invoice cannot be refunded"],
    [back, "mark-as-paid", "A Refunded invoice cannot be marked as paid"],
    [back, "cancel", "A Refunded invoice cannot be cancelled"],
    [back, "refund", "A Refunded invoice cannot be refunded"],
  ];
  for (const [id, action, message] of refused) {
    const { status, error } = await act(id, action);
    expect({ status, code: error?.code, message: error?.message, details: error?.details }).toEqual({
      status: 409,
      code: "CONFLICT",
      message,
      details: [{ path: "status", message }],
    });
  }
  expect(await everythingIn(world.databases.productionUrl)).toEqual(before);
});

test("a developer acts on invoices in sandbox only, a viewer nowhere", async () => {
  const developer = await people.addMember(world.env, acme, "developer");
  const viewer = await people.addMember(world.env, acme, "viewer");
  const sandbox = people.tenantOf("sandbox", acme);
  const { id } = await addFinalInvoice(tenant);
  const own = (await addFinalInvoice(sandbox)).id;
  for (const member of [developer, viewer]) expect((await act(id, "cancel", member)).status).toBe(403);
  expect((await act(own, "cancel", viewer, "sandbox")).status).toBe(403);
  expect((await act(own, "cancel", developer, "sandbox")).status).toBe(200);
});

test("of two cancellations at once one succeeds, and the credits come back once", async () => {
  const { id, contractId } = await addFinalInvoice(tenant);
  const answers = await Promise.all([act(id, "cancel"), act(id, "cancel"), act(id, "mark-as-paid")]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const wasCancelled = (await getInvoice(tenant, id)).status === "Cancelled";
  expect(await leftOf(contractId)).toEqual([wasCancelled ? 300n : 0n]);
});

// One organization's contracts in a real database, billed at whatever time the test says.
import type { Tenant } from "@/lib/domain/environment";
import type { Invoice } from "@/lib/domain/invoice";
import { billContracts } from "@/lib/operations/bill-contracts";
import { changeInvoiceStatus } from "@/lib/operations/change-invoice-status";
import { runBilling } from "@/lib/operations/run-billing";
import { listInvoices, withLines } from "@/lib/store/invoices";
import type { UsageSource } from "@/lib/store/usage";
import { addContract, addMeteredPlan } from "./contracts";
import { actorNamed } from "./people";
import { SentUsage } from "./sent-usage";

export const at = (instant: string): Date => new Date(instant);

/** A step of billing over every organization, as the scheduler does it; fails where a contract could not be billed. */
export async function billAt(now: string, source?: UsageSource) {
  const { failures, next: _, ...counts } = await runBilling("production", at(now), null, undefined, source);
  if (failures[0]) throw failures[0].error;
  return counts;
}

/** Every invoice of a contract with its lines, by period. */
export async function invoicesOf(tenant: Tenant, contractId: string): Promise<Invoice[]> {
  const invoices: Invoice[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listInvoices>> = await listInvoices(
      tenant,
      { contractId },
      { limit: 100, cursor: cursor ?? undefined },
    );
    invoices.push(...(await withLines(tenant, page.items)));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return invoices.sort((one, other) => one.periodIndex - other.periodIndex);
}

export const statusesOf = (invoices: readonly Invoice[]) => invoices.map(({ status }) => status);
export const shownLines = ({ lines }: Invoice) =>
  lines.map(({ kind, name, totalAmountCents }) => [kind, name, Number(totalAmountCents)]);

const DAY_MS = 86_400_000;

/** In Progress since now: of a contract that began 40 days ago, 100 calls of it and a grant that pays for some of them. */
export async function addFinalInvoice(tenant: Tenant): Promise<Invoice> {
  const now = new Date();
  const began = new Date(now.getTime() - 40 * DAY_MS);
  const { plan } = await addMeteredPlan(tenant);
  const contract = await addContract(tenant, { planId: plan.id, creditGrantCents: 300n }, began);
  const usage = new SentUsage();
  usage.sendMany(100, { customerId: contract.customerId, at: began.toISOString() });
  await billContracts(tenant, [contract.id], now, usage);
  const [invoice] = await invoicesOf(tenant, contract.id);
  if (invoice?.status !== "In Progress") throw new Error("The first invoice is not final");
  return invoice;
}

export async function addPaidInvoice(tenant: Tenant): Promise<Invoice> {
  const { id } = await addFinalInvoice(tenant);
  return changeInvoiceStatus(tenant, actorNamed("Tests"), id, "mark-as-paid", new Date());
}

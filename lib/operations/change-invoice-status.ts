import { randomUUID } from "node:crypto";
import type { Actor, AuditAction } from "@/lib/domain/audit";
import { reversalEntry } from "@/lib/domain/credit-use";
import type { Tenant } from "@/lib/domain/environment";
import type { Invoice } from "@/lib/domain/invoice";
import { cancelledDraft, type InvoiceAction, statusAfter } from "@/lib/domain/invoice-status";
import { lockContract } from "@/lib/store/contracts";
import { insertCreditEntries, listInvoiceUses } from "@/lib/store/credits";
import { getInvoice, lockInvoice, saveInvoiceStatus, saveInvoices } from "@/lib/store/invoices";
import { recordedTransaction } from "@/lib/store/recorded-transaction";
import type { Transaction } from "@/lib/store/sql";
import { invoiceTarget } from "./invoice-facts";

/** What a member does to an invoice. Cancelling gives its credits back, refunding does not. */
export async function changeInvoiceStatus(
  tenant: Tenant,
  actor: Actor,
  invoiceId: string,
  action: InvoiceAction,
  now: Date,
): Promise<Invoice> {
  const { contractId } = await getInvoice(tenant, invoiceId);
  return recordedTransaction(tenant, actor, now, async (tx) => {
    // First the contract, as everything does that changes its invoices or credits: nobody waits in a circle.
    await lockContract(tenant, tx, contractId);
    const current = await lockInvoice(tenant, tx, invoiceId);
    const status = statusAfter(current, action);
    const changed =
      current.status === "Drafted" ? cancelledDraft(current, now) : { ...current, status, updatedAt: now };
    if (current.status === "Drafted") await saveInvoices(tenant, tx, [changed]);
    else await saveInvoiceStatus(tenant, tx, changed);
    if (status === "Cancelled") await giveCreditsBack(tenant, tx, invoiceId, now);
    return {
      result: changed,
      audit: [
        {
          action: RECORDED_AS[action],
          target: invoiceTarget(changed),
          before: { status: current.status },
          after: { status },
          details: { contractId, customerId: current.customerId },
        },
      ],
    };
  });
}

const RECORDED_AS: Readonly<Record<InvoiceAction, AuditAction>> = {
  "mark-as-paid": "invoice.paid",
  cancel: "invoice.cancelled",
  refund: "invoice.refunded",
};

/** A draft used none yet. What returns to a block that has expired ends again with the next billing. */
async function giveCreditsBack(tenant: Tenant, tx: Transaction, invoiceId: string, now: Date): Promise<void> {
  const uses = await listInvoiceUses(tenant, tx, invoiceId);
  await insertCreditEntries(
    tenant,
    tx,
    uses.map((use) => reversalEntry(use, { id: randomUUID(), now })),
  );
}

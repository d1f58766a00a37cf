import { randomUUID } from "node:crypto";
import type { Actor, AuditEvent } from "@/lib/domain/audit";
import { type BillingClock, type BillingOutcome, bill, type ContractBilling } from "@/lib/domain/contract-billing";
import type { Tenant } from "@/lib/domain/environment";
import type { Invoice } from "@/lib/domain/invoice";
import { invoiceNumber, numberYear } from "@/lib/domain/invoice-status";
import { readContractBillings } from "@/lib/store/contract-billings";
import { insertCreditEntries } from "@/lib/store/credits";
import { insertInvoices, saveInvoices, takeInvoiceNumbers } from "@/lib/store/invoices";
import { recordedTransaction } from "@/lib/store/recorded-transaction";
import type { Transaction } from "@/lib/store/sql";
import { storedUsage, type UsageSource } from "@/lib/store/usage";
import { invoiceTarget } from "./invoice-facts";
import { type BilledUsage, readBilledUsage } from "./read-billed-usage";

/** How much was written. All zero: everything stood as it should. */
export type BillingCounts = {
  readonly drafted: number;
  readonly changed: number;
  readonly finalized: number;
};

/** Who finalizes: the product itself. */
const BILLING: Actor = {
  kind: "system",
  id: null,
  name: "Mintkey",
  ip: null,
  userAgent: null,
  requestId: null,
};

/**
 * Brings the invoices of these contracts to where they stand at `now`, in one transaction. A contract that another process is
 * working on is left to it. Done twice, or twice at once, it changes nothing the second time.
 */
export async function billContracts(
  tenant: Tenant,
  contractIds: readonly string[],
  now: Date,
  source: UsageSource = storedUsage,
  actor: Actor = BILLING,
): Promise<BillingCounts> {
  const usage = await readBilledUsage(tenant, contractIds, now, source);
  return recordedTransaction(tenant, actor, now, async (tx) => {
    const billings = await readContractBillings(tenant, tx, contractIds, "skip", now);
    const outcomes = billings.map((billing) => bill(billing, billingClock(billing, usage, now)));
    const finalized = await saveOutcomes(tenant, tx, outcomes);
    const counts = {
      drafted: sizeOf(outcomes, "created"),
      changed: sizeOf(outcomes, "changed"),
      finalized: finalized.length,
    };
    const [first, ...rest] = finalized.map(finalizedEvent);
    return { result: counts, audit: first ? [first, ...rest] : [] };
  });
}

export const billingClock = ({ contract }: ContractBilling, usage: BilledUsage, now: Date): BillingClock => ({
  now,
  newId: randomUUID,
  valueOf: (meterId, servicePeriod) => usage(contract.id, meterId, servicePeriod),
});

/** Writes what billing decided and answers the finalized invoices with their numbers. The contracts must be locked. */
export async function saveOutcomes(
  tenant: Tenant,
  tx: Transaction,
  outcomes: readonly BillingOutcome[],
): Promise<Invoice[]> {
  const finalized = await numbered(
    tenant,
    tx,
    outcomes.flatMap((outcome) => outcome.finalized),
  );
  const final = new Map(finalized.map((invoice) => [invoice.id, invoice]));
  const created = outcomes.flatMap((outcome) => outcome.created).map((invoice) => final.get(invoice.id) ?? invoice);
  const createdIds = new Set(created.map(({ id }) => id));
  await insertInvoices(tenant, tx, created);
  await saveInvoices(tenant, tx, [
    ...outcomes.flatMap((outcome) => outcome.changed),
    ...finalized.filter(({ id }) => !createdIds.has(id)),
  ]);
  await insertCreditEntries(
    tenant,
    tx,
    outcomes.flatMap((outcome) => outcome.entries),
  );
  return finalized;
}

/** Gives each its number, in their order. The years in theirs too, so that two transactions do not wait for each other. */
async function numbered(tenant: Tenant, tx: Transaction, finalized: readonly Invoice[]): Promise<Invoice[]> {
  const numbers = new Map<string, string>();
  for (const year of [...new Set(finalized.map(numberYear))].sort((one, other) => one - other)) {
    const ofYear = finalized.filter((invoice) => numberYear(invoice) === year);
    const first = await takeInvoiceNumbers(tenant, tx, year, ofYear.length);
    for (const [at, { id }] of ofYear.entries()) numbers.set(id, invoiceNumber(year, first + at));
  }
  return finalized.map((invoice) => ({ ...invoice, invoiceNumber: numbers.get(invoice.id) ?? null }));
}

const finalizedEvent = (invoice: Invoice): AuditEvent => ({
  action: "invoice.finalized",
  target: invoiceTarget(invoice),
  after: {
    status: invoice.status,
    totalCents: invoice.totalCents.toString(),
    creditsAppliedCents: invoice.creditsAppliedCents.toString(),
    currency: invoice.currency,
    dueDate: invoice.dueDate,
  },
  details: { contractId: invoice.contractId, customerId: invoice.customerId },
});

const sizeOf = (outcomes: readonly BillingOutcome[], kind: "created" | "changed"): number =>
  outcomes.reduce((sum, outcome) => sum + outcome[kind].length, 0);

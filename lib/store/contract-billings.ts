// Reads all that billing needs to know of contracts, for many at once: a few statements, however many they are.
import type { BillingTerm } from "@/lib/domain/billable-usage";
import type { Contract } from "@/lib/domain/contract";
import { type ContractBilling, canChange } from "@/lib/domain/contract-billing";
import type { Tenant } from "@/lib/domain/environment";
import type { Invoice } from "@/lib/domain/invoice";
import type { BillableItem, BilledLine } from "@/lib/domain/invoice-lines";
import { overridden } from "@/lib/domain/price-override";
import { CONTRACT_COLUMNS, type ContractRow, contractFromRow, JOIN_PLAN } from "./contract-rows";
import { listCreditBlocksOf } from "./credits";
import { INVOICE_COLUMNS, type InvoiceRow, invoiceFromRow } from "./invoice-rows";
import { withLines } from "./invoices";
import { findPricings } from "./pricings";
import { type Queryable, rowsOf } from "./sql";

/** `skip` leaves out what another process is working on; `wait` waits for it. Both hold the contracts until the commit. */
export type BillingLock = "none" | "skip" | "wait";

/** In the order of ids, so that two transactions do not wait for each other. */
export async function readContractBillings(
  tenant: Tenant,
  on: Queryable,
  contractIds: readonly string[],
  lock: BillingLock,
  now: Date,
): Promise<ContractBilling[]> {
  const rows = await rowsOf<ContractRow>(
    on,
    `SELECT ${CONTRACT_COLUMNS} FROM contracts ${JOIN_PLAN}
     WHERE contracts.organization_id = $1 AND contracts.id = ANY($2::uuid[]) ORDER BY contracts.id ${LOCKS[lock]}`,
    [tenant.organizationId, contractIds],
  );
  const contracts = rows.map(contractFromRow);
  const ids = contracts.map(({ id }) => id);
  // One after the other: a transaction has one connection.
  const items = await readBillableItems(tenant, on, contracts);
  const invoices = await readInvoices(tenant, on, ids, now);
  const billedLines = await readBilledLines(tenant, on, ids);
  const blocks = await listCreditBlocksOf(tenant, on, ids);
  return contracts.map((contract) => ({
    contract,
    items: items.get(contract.id) ?? [],
    invoices: invoices.filter(({ contractId }) => contractId === contract.id),
    billedLines: billedLines.get(contract.id) ?? [],
    blocks: blocks.filter(({ grant }) => grant.contractId === contract.id),
  }));
}

export type MeteredTerm = { readonly customerId: string; readonly meterId: string; readonly term: BillingTerm };

/** Every contract of these customers with every meter it bills: who else could have an event that names no contract. */
export async function listMeteredTerms(
  tenant: Tenant,
  on: Queryable,
  customerIds: readonly string[],
): Promise<MeteredTerm[]> {
  const rows = await rowsOf<MeteredTermRow>(on, METERED_TERMS, [tenant.organizationId, customerIds]);
  return rows.map((row) => ({
    customerId: row.customer_id,
    meterId: row.meter_id,
    term: { id: row.id, startDate: row.start_date, endDate: row.end_date, createdAt: row.created_at },
  }));
}

const LOCKS: Readonly<Record<BillingLock, string>> = {
  none: "",
  skip: "FOR UPDATE OF contracts SKIP LOCKED",
  wait: "FOR UPDATE OF contracts",
};

type MeteredTermRow = {
  id: string;
  customer_id: string;
  start_date: string;
  end_date: string | null;
  created_at: Date;
  meter_id: string;
};

const METERED_TERMS = `
  SELECT DISTINCT contracts.id, contracts.customer_id, contracts.start_date::text, contracts.end_date::text, contracts.created_at, pricings.meter_id
  FROM contracts
  JOIN plan_items ON plan_items.organization_id = contracts.organization_id AND plan_items.plan_id = contracts.plan_id
  JOIN pricings ON pricings.organization_id = plan_items.organization_id AND pricings.id = plan_items.pricing_id
  WHERE contracts.organization_id = $1 AND contracts.customer_id = ANY($2::uuid[]) AND pricings.meter_id IS NOT NULL`;

type ItemRow = { plan_id: string; pricing_id: string; quantity: number };

/** The items of each contract in the order of its plan, at its own prices, by contract. */
export async function readBillableItems(
  tenant: Tenant,
  on: Queryable,
  contracts: readonly Contract[],
): Promise<ReadonlyMap<string, readonly BillableItem[]>> {
  const planIds = [...new Set(contracts.map(({ planId }) => planId))];
  const rows = await rowsOf<ItemRow>(
    on,
    `SELECT plan_id, pricing_id, quantity FROM plan_items
     WHERE organization_id = $1 AND plan_id = ANY($2::uuid[]) ORDER BY plan_id, position`,
    [tenant.organizationId, planIds],
  );
  const pricings = await findPricings(tenant, on, [...new Set(rows.map(({ pricing_id }) => pricing_id))]);
  const itemsOf = ({ planId, overrides }: Contract): BillableItem[] =>
    rows.flatMap(({ plan_id, pricing_id, quantity }) => {
      const pricing = pricings.get(pricing_id);
      if (plan_id !== planId || !pricing) return [];
      const override = overrides.find(({ basePricingId }) => basePricingId === pricing_id);
      return [{ pricing: overridden(pricing, override), quantity }];
    });
  return new Map(contracts.map((contract) => [contract.id, itemsOf(contract)]));
}

/** Every invoice of the contracts, by contract and period; the drafts that can change with their lines. */
async function readInvoices(
  tenant: Tenant,
  on: Queryable,
  contractIds: readonly string[],
  now: Date,
): Promise<Invoice[]> {
  const rows = await rowsOf<InvoiceRow>(
    on,
    `SELECT ${INVOICE_COLUMNS} FROM invoices WHERE organization_id = $1 AND contract_id = ANY($2::uuid[]) ORDER BY contract_id, period_index`,
    [tenant.organizationId, contractIds],
  );
  const invoices = rows.map((row) => invoiceFromRow(row));
  const seen = new Set<string>();
  const changing = invoices.filter((invoice) => {
    if (invoice.status !== "Drafted") return false;
    const isEarliest = !seen.has(invoice.contractId);
    seen.add(invoice.contractId);
    return canChange(invoice, isEarliest, now);
  });
  const whole = new Map((await withLines(tenant, changing, on)).map((invoice) => [invoice.id, invoice]));
  return invoices.map((invoice) => whole.get(invoice.id) ?? invoice);
}

type BilledRow = {
  contract_id: string;
  id: string;
  price_id: string;
  name: string;
  service_start: string;
  service_end: string;
  billed_cents: string;
};

const STANDING = "('In Progress', 'In Transit', 'Paid')";

// An adjustment on an invoice that was cancelled or refunded was never paid: it counts no more than the invoice's own lines do.
const BILLED = `
  SELECT invoices.contract_id, line.id, line.price_id, line.name, line.service_start::text, line.service_end::text,
    line.total_amount_cents + coalesce((
      SELECT sum(adjustment.total_amount_cents) FROM invoice_lines adjustment
      JOIN invoices adjusting ON adjusting.organization_id = adjustment.organization_id AND adjusting.id = adjustment.invoice_id
      WHERE adjustment.organization_id = line.organization_id AND adjustment.related_line_id = line.id
        AND adjustment.kind = 'adjustment' AND adjusting.status IN ${STANDING}
    ), 0) AS billed_cents
  FROM invoices JOIN invoice_lines line ON line.organization_id = invoices.organization_id AND line.invoice_id = invoices.id
  WHERE invoices.organization_id = $1 AND invoices.contract_id = ANY($2::uuid[]) AND invoices.status IN ${STANDING}
    AND line.kind = 'charge' AND line.is_metered
  ORDER BY invoices.contract_id, invoices.period_index, line.position`;

async function readBilledLines(
  tenant: Tenant,
  on: Queryable,
  contractIds: readonly string[],
): Promise<ReadonlyMap<string, readonly BilledLine[]>> {
  const rows = await rowsOf<BilledRow>(on, BILLED, [tenant.organizationId, contractIds]);
  const lines = new Map<string, BilledLine[]>(contractIds.map((id) => [id, []]));
  for (const row of rows)
    lines.get(row.contract_id)?.push({
      lineId: row.id,
      priceId: row.price_id,
      name: row.name,
      servicePeriod: { start: row.service_start, end: row.service_end },
      billedCents: BigInt(row.billed_cents),
    });
  return lines;
}

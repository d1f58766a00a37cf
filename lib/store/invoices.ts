import type { Tenant } from "@/lib/domain/environment";
import { notFound } from "@/lib/domain/errors";
import type { Invoice, InvoiceLine, InvoiceStatus } from "@/lib/domain/invoice";
import { environmentStore } from "./connections";
import {
  INVOICE_COLUMNS,
  INVOICE_RECORD,
  type InvoiceRow,
  invoiceFromRow,
  invoiceToRecord,
  LINE_COLUMNS,
  LINE_RECORD,
  type LineRow,
  lineFromRow,
  lineToRecord,
} from "./invoice-rows";
import { type KeysetList, listNewestFirst } from "./keyset-list";
import type { Page, PageQuery } from "./page";
import { type Queryable, rowOf, rowsOf, type Transaction } from "./sql";

export type InvoiceFilter = {
  readonly customerId?: string | undefined;
  readonly contractId?: string | undefined;
  readonly status?: InvoiceStatus | undefined;
  /** Inclusive. */
  readonly createdAfter?: Date | undefined;
  /** Exclusive. */
  readonly createdBefore?: Date | undefined;
};

/** Newest first, without their lines. */
export async function listInvoices(tenant: Tenant, filter: InvoiceFilter, page: PageQuery): Promise<Page<Invoice>> {
  const { customerId = null, contractId = null, status = null, createdAfter = null, createdBefore = null } = filter;
  return listNewestFirst(tenant, LIST, [customerId, contractId, status, createdAfter, createdBefore], page);
}

/** With its lines. */
export async function getInvoice(tenant: Tenant, invoiceId: string): Promise<Invoice> {
  return requireInvoice(tenant, environmentStore(tenant.environment).pool, invoiceId, "");
}

/** With its lines. The invoice's contract must be locked: billing changes drafts under that lock. */
export async function lockInvoice(tenant: Tenant, tx: Transaction, invoiceId: string): Promise<Invoice> {
  return requireInvoice(tenant, tx, invoiceId, "FOR UPDATE");
}

/** The same invoices with their lines in order. */
export async function withLines(
  tenant: Tenant,
  invoices: readonly Invoice[],
  on: Queryable = environmentStore(tenant.environment).pool,
): Promise<Invoice[]> {
  if (invoices.length === 0) return [];
  const rows = await rowsOf<LineRow>(
    on,
    `SELECT ${LINE_COLUMNS} FROM invoice_lines WHERE organization_id = $1 AND invoice_id = ANY($2::uuid[]) ORDER BY invoice_id, position`,
    [tenant.organizationId, invoices.map(({ id }) => id)],
  );
  const lines = new Map<string, InvoiceLine[]>(invoices.map(({ id }) => [id, []]));
  for (const row of rows) lines.get(row.invoice_id)?.push(lineFromRow(row));
  return invoices.map((invoice) => ({ ...invoice, lines: lines.get(invoice.id) ?? [] }));
}

/** Adds invoices with their lines. The unique index refuses a second one of a period. */
export async function insertInvoices(tenant: Tenant, tx: Transaction, invoices: readonly Invoice[]): Promise<void> {
  if (invoices.length === 0) return;
  await rowsOf(
    tx,
    `INSERT INTO invoices (organization_id, ${namesOf(INVOICE_RECORD)})
     SELECT $1::uuid, ${namesOf(INVOICE_RECORD)} FROM jsonb_to_recordset($2::jsonb) AS given(${INVOICE_RECORD})`,
    [tenant.organizationId, JSON.stringify(invoices.map(invoiceToRecord))],
  );
  await insertLines(tenant, tx, invoices);
}

/** Replaces what billing or a member may change of invoices, and their lines. */
export async function saveInvoices(tenant: Tenant, tx: Transaction, invoices: readonly Invoice[]): Promise<void> {
  if (invoices.length === 0) return;
  await rowsOf(
    tx,
    `UPDATE invoices SET status = given.status, invoice_number = given.invoice_number, total_cents = given.total_cents,
       credits_applied_cents = given.credits_applied_cents, finalized_at = given.finalized_at, updated_at = given.updated_at
     FROM jsonb_to_recordset($2::jsonb) AS given(${INVOICE_RECORD})
     WHERE invoices.organization_id = $1 AND invoices.id = given.id`,
    [tenant.organizationId, JSON.stringify(invoices.map(invoiceToRecord))],
  );
  await rowsOf(tx, "DELETE FROM invoice_lines WHERE organization_id = $1 AND invoice_id = ANY($2::uuid[])", [
    tenant.organizationId,
    invoices.map(({ id }) => id),
  ]);
  await insertLines(tenant, tx, invoices);
}

/** All that ever changes of a finalized invoice. */
export async function saveInvoiceStatus(
  tenant: Tenant,
  tx: Transaction,
  { id, status, updatedAt }: Pick<Invoice, "id" | "status" | "updatedAt">,
): Promise<void> {
  await rowsOf(tx, "UPDATE invoices SET status = $3, updated_at = $4 WHERE organization_id = $1 AND id = $2", [
    tenant.organizationId,
    id,
    status,
    updatedAt,
  ]);
}

/**
 * Takes the next numbers of a year and answers the first. Its row stays locked until the commit: whoever finalizes next waits,
 * and a rollback gives the numbers back, so that there is no gap.
 */
export async function takeInvoiceNumbers(
  tenant: Tenant,
  tx: Transaction,
  year: number,
  count: number,
): Promise<number> {
  const row = await rowOf<{ last: number }>(
    tx,
    `INSERT INTO invoice_numbers (organization_id, year, last) VALUES ($1, $2, $3)
     ON CONFLICT (organization_id, year) DO UPDATE SET last = invoice_numbers.last + EXCLUDED.last RETURNING last`,
    [tenant.organizationId, year, count],
  );
  return (row?.last ?? count) - count + 1;
}

const LIST: KeysetList<InvoiceRow, Invoice> = {
  table: "invoices",
  columns: INVOICE_COLUMNS,
  matching: `($2::uuid IS NULL OR invoices.customer_id = $2) AND ($3::uuid IS NULL OR invoices.contract_id = $3)
    AND ($4::text IS NULL OR invoices.status = $4)
    AND ($5::timestamptz IS NULL OR invoices.created_at >= $5) AND ($6::timestamptz IS NULL OR invoices.created_at < $6)`,
  fromRow: (row) => invoiceFromRow(row),
};

async function requireInvoice(
  tenant: Tenant,
  on: Queryable,
  invoiceId: string,
  lock: "" | "FOR UPDATE",
): Promise<Invoice> {
  const row = await rowOf<InvoiceRow>(
    on,
    `SELECT ${INVOICE_COLUMNS} FROM invoices WHERE organization_id = $1 AND id = $2 ${lock}`,
    [tenant.organizationId, invoiceId],
  );
  if (!row) throw notFound("Invoice");
  const [invoice] = await withLines(tenant, [invoiceFromRow(row)], on);
  if (!invoice) throw notFound("Invoice");
  return invoice;
}

async function insertLines(tenant: Tenant, tx: Transaction, invoices: readonly Invoice[]): Promise<void> {
  const records = invoices.flatMap(({ id, lines }) => lines.map((line, position) => lineToRecord(line, id, position)));
  await rowsOf(
    tx,
    `INSERT INTO invoice_lines (organization_id, ${namesOf(LINE_RECORD)})
     SELECT $1::uuid, ${namesOf(LINE_RECORD)} FROM jsonb_to_recordset($2::jsonb) AS given(${LINE_RECORD})`,
    [tenant.organizationId, JSON.stringify(records)],
  );
}

/** The names in a list of names with types. */
const namesOf = (record: string): string =>
  record
    .split(",")
    .map((column) => column.trim().split(" ")[0])
    .join(", ");

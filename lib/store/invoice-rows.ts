// How an invoice and its lines stand in their tables. Decimals inside JSON are text, so that no reader turns them into doubles.
import { decimal, decimalText } from "@/lib/domain/decimal";
import type { Invoice, InvoiceLine, InvoiceStatus, LineKind, TierAmount } from "@/lib/domain/invoice";

export type InvoiceRow = {
  id: string;
  contract_id: string;
  customer_id: string;
  period_index: number;
  period_start: string;
  period_end: string;
  status: InvoiceStatus;
  invoice_number: string | null;
  invoice_date: string;
  due_date: string;
  currency: string;
  total_cents: string;
  credits_applied_cents: string;
  finalizes_at: Date;
  finalized_at: Date | null;
  created_at: Date;
  updated_at: Date;
};

export type LineRow = {
  id: string;
  invoice_id: string;
  kind: LineKind;
  name: string;
  description: string | null;
  quantity: string;
  unit_price: string;
  unit_price_cents: string;
  total_amount: string;
  total_amount_cents: string;
  price_id: string | null;
  is_metered: boolean;
  service_start: string;
  service_end: string;
  tiers: TierTexts[] | null;
  related_line_id: string | null;
};

type TierTexts = { [Field in keyof TierAmount]: Field extends "maxQty" ? string | null : string };

/** Days as text: the driver would read a date as midnight where the server stands. */
export const INVOICE_COLUMNS = `invoices.id, invoices.contract_id, invoices.customer_id, invoices.period_index, invoices.period_start::text,
  invoices.period_end::text, invoices.status, invoices.invoice_number, invoices.invoice_date::text, invoices.due_date::text,
  invoices.currency, invoices.total_cents, invoices.credits_applied_cents, invoices.finalizes_at, invoices.finalized_at,
  invoices.created_at, invoices.updated_at`;

export const LINE_COLUMNS = `id, invoice_id, kind, name, description, quantity, unit_price, unit_price_cents, total_amount, total_amount_cents,
  price_id, is_metered, service_start::text, service_end::text, tiers, related_line_id`;

export function invoiceFromRow(row: InvoiceRow, lines: readonly InvoiceLine[] = []): Invoice {
  return {
    id: row.id,
    contractId: row.contract_id,
    customerId: row.customer_id,
    periodIndex: row.period_index,
    period: { start: row.period_start, end: row.period_end },
    status: row.status,
    invoiceNumber: row.invoice_number,
    invoiceDate: row.invoice_date,
    dueDate: row.due_date,
    currency: row.currency,
    totalCents: BigInt(row.total_cents),
    creditsAppliedCents: BigInt(row.credits_applied_cents),
    finalizesAt: row.finalizes_at,
    finalizedAt: row.finalized_at,
    lines,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

export function lineFromRow(row: LineRow): InvoiceLine {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    description: row.description,
    quantity: decimal(row.quantity),
    unitPrice: decimal(row.unit_price),
    unitPriceCents: BigInt(row.unit_price_cents),
    totalAmount: decimal(row.total_amount),
    totalAmountCents: BigInt(row.total_amount_cents),
    priceId: row.price_id,
    isMetered: row.is_metered,
    servicePeriod: { start: row.service_start, end: row.service_end },
    tiers: row.tiers?.map(tierFromTexts) ?? null,
    relatedLineId: row.related_line_id,
  };
}

/** The columns and types of `invoiceToRecord`, for statements that write many invoices at once. */
export const INVOICE_RECORD = `id uuid, contract_id uuid, customer_id uuid, period_index int, period_start date, period_end date, status text,
  invoice_number text, invoice_date date, due_date date, currency text, total_cents numeric, credits_applied_cents numeric,
  finalizes_at timestamptz, finalized_at timestamptz, created_at timestamptz, updated_at timestamptz`;

export function invoiceToRecord(invoice: Invoice): Record<keyof InvoiceRow, unknown> {
  return {
    id: invoice.id,
    contract_id: invoice.contractId,
    customer_id: invoice.customerId,
    period_index: invoice.periodIndex,
    period_start: invoice.period.start,
    period_end: invoice.period.end,
    status: invoice.status,
    invoice_number: invoice.invoiceNumber,
    invoice_date: invoice.invoiceDate,
    due_date: invoice.dueDate,
    currency: invoice.currency,
    total_cents: invoice.totalCents.toString(),
    credits_applied_cents: invoice.creditsAppliedCents.toString(),
    finalizes_at: invoice.finalizesAt,
    finalized_at: invoice.finalizedAt,
    created_at: invoice.createdAt,
    updated_at: invoice.updatedAt,
  };
}

/** The columns and types of `lineToRecord`. */
export const LINE_RECORD = `id uuid, invoice_id uuid, position int, kind text, name text, description text, quantity numeric, unit_price numeric,
  unit_price_cents numeric, total_amount numeric, total_amount_cents numeric, price_id uuid, is_metered boolean, service_start date,
  service_end date, tiers jsonb, related_line_id uuid`;

export function lineToRecord(
  line: InvoiceLine,
  invoiceId: string,
  position: number,
): Record<keyof LineRow | "position", unknown> {
  return {
    id: line.id,
    invoice_id: invoiceId,
    position,
    kind: line.kind,
    name: line.name,
    description: line.description,
    quantity: decimalText(line.quantity),
    unit_price: decimalText(line.unitPrice),
    unit_price_cents: line.unitPriceCents.toString(),
    total_amount: decimalText(line.totalAmount),
    total_amount_cents: line.totalAmountCents.toString(),
    price_id: line.priceId,
    is_metered: line.isMetered,
    service_start: line.servicePeriod.start,
    service_end: line.servicePeriod.end,
    tiers: line.tiers?.map(tierToTexts) ?? null,
    related_line_id: line.relatedLineId,
  };
}

const tierToTexts = (tier: TierAmount): TierTexts => ({
  minQty: decimalText(tier.minQty),
  maxQty: tier.maxQty && decimalText(tier.maxQty),
  quantity: decimalText(tier.quantity),
  unitAmount: decimalText(tier.unitAmount),
  flatAmount: decimalText(tier.flatAmount),
  amount: decimalText(tier.amount),
});

const tierFromTexts = (tier: TierTexts): TierAmount => ({
  minQty: decimal(tier.minQty),
  maxQty: tier.maxQty === null ? null : decimal(tier.maxQty),
  quantity: decimal(tier.quantity),
  unitAmount: decimal(tier.unitAmount),
  flatAmount: decimal(tier.flatAmount),
  amount: decimal(tier.amount),
});

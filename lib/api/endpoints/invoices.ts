import type { Tenant } from "@/lib/domain/environment";
import type { Invoice } from "@/lib/domain/invoice";
import { refreshDrafts } from "@/lib/operations/draft-invoices";
import { previewCredits } from "@/lib/operations/preview-credits";
import { environmentStore } from "@/lib/store/connections";
import { listInvoiceUses } from "@/lib/store/credits";
import { getInvoice, listInvoices, withLines } from "@/lib/store/invoices";
import { endpoint } from "../endpoint";
import {
  creditPreviewJsonOf,
  creditReportAnswer,
  creditReportJsonOf,
  creditReportQuery,
  getInvoiceQuery,
  invoiceAnswer,
  invoiceJsonOf,
  invoicePage,
  listInvoicesQuery,
} from "../schemas/invoices";

const INVOICES = {
  method: "get",
  tag: "Invoices",
  credential: "key-or-session",
  scope: "invoices:read",
  limit: "per-address",
} as const;

const listInvoicesEndpoint = endpoint({
  ...INVOICES,
  path: "/v1/invoices",
  summary: "List invoices, newest first",
  description: "Totals of drafts follow usage and are at most a minute old. `include=lineItems` adds the lines.",
  query: listInvoicesQuery,
  answer: { status: 200, schema: invoicePage },
  handle: async ({ tenant, query }) => {
    const { include, limit, offset, cursor, ...filter } = query;
    const { items, ...rest } = await listInvoices(tenant, filter, { limit, offset, cursor });
    const shown = include ? await withLines(tenant, items) : items;
    return { data: shown.map((invoice) => invoiceJsonOf(invoice, include !== undefined)), ...rest };
  },
});

const getInvoiceEndpoint = endpoint({
  ...INVOICES,
  path: "/v1/invoices/{invoiceId}",
  summary: "Get an invoice",
  description: "A draft is computed from the usage of now before it is returned.",
  noun: "Invoice",
  query: getInvoiceQuery,
  answer: { status: 200, schema: invoiceAnswer },
  handle: async ({ tenant, params, query, now }) => {
    const invoice = await currentInvoice(tenant, params.invoiceId, now);
    return { data: invoiceJsonOf(invoice, query.include !== undefined) };
  },
});

const creditReportEndpoint = endpoint({
  ...INVOICES,
  path: "/v1/invoices/{invoiceId}/credit-report",
  summary: "Get what credits paid of an invoice",
  description: "The entries of a draft are computed from the usage of now; their `id` is null.",
  noun: "Invoice",
  query: creditReportQuery,
  answer: { status: 200, schema: creditReportAnswer },
  handle: async ({ tenant, params, now }) => {
    const invoice = await currentInvoice(tenant, params.invoiceId, now);
    if (invoice.status === "Drafted")
      return { data: creditPreviewJsonOf(invoice, await previewCredits(tenant, invoice, now)) };
    const { pool } = environmentStore(tenant.environment);
    return { data: creditReportJsonOf(invoice, await listInvoiceUses(tenant, pool, invoice.id)) };
  },
});

async function currentInvoice(tenant: Tenant, invoiceId: string, now: Date): Promise<Invoice> {
  const invoice = await getInvoice(tenant, invoiceId);
  if (invoice.status !== "Drafted") return invoice;
  await refreshDrafts(tenant, invoice.contractId, now);
  return getInvoice(tenant, invoiceId);
}

export const invoiceEndpoints = [listInvoicesEndpoint, getInvoiceEndpoint, creditReportEndpoint];

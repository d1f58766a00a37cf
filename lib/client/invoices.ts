import { type QueryKey, queryOptions } from "@tanstack/react-query";
import type { CreditReportJson, InvoiceJson, InvoiceLineJson } from "@/lib/api/schemas/invoices";
import type { Environment } from "@/lib/domain/environment";
import type { InvoiceStatus } from "@/lib/domain/invoice";
import type { InvoiceAction } from "@/lib/domain/invoice-status";
import { dashboardApi, publicApi } from "@/lib/paths";
import { type ListPage, previousOf } from "./list-page";
import { type Exact, requestExact } from "./request";

export type ExactInvoice = Exact<InvoiceJson>;
export type ExactInvoiceLine = Exact<InvoiceLineJson>;
export type ExactCreditReport = Exact<CreditReportJson>;

export type InvoiceFilters = {
  customerId?: string;
  contractId?: string;
  status?: InvoiceStatus;
  /** Inclusive. */
  createdAfter?: string;
  /** Exclusive. */
  createdBefore?: string;
  limit?: number;
  cursor?: string;
};

const PAGE_SIZE_MAX = 100;
/** More than a contract of weeks can have in ten years. */
const CONTRACT_PAGES_MAX = 6;

/** What all queries about invoices of this environment start with: invalidate it after a change. */
export const invoicesQueryKey = (environment: Environment): QueryKey => [environment, "invoices"];

export function invoicesQuery(environment: Environment, filters: InvoiceFilters) {
  return queryOptions({
    queryKey: [...invoicesQueryKey(environment), "list", filters],
    queryFn: ({ signal }) => listOf(environment, filters, signal),
    placeholderData: previousOf(environment),
  });
}

/** All invoices of a contract in the order of their periods: the lists of the API go by creation, and drafts are created together. */
export function contractInvoicesQuery(environment: Environment, contractId: string) {
  return queryOptions({
    queryKey: [...invoicesQueryKey(environment), "contract", contractId],
    queryFn: async ({ signal }) => {
      const invoices: ExactInvoice[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < CONTRACT_PAGES_MAX; page++) {
        const { data, nextCursor } = await listOf(environment, { contractId, limit: PAGE_SIZE_MAX, cursor }, signal);
        invoices.push(...data);
        if (!nextCursor) break;
        cursor = nextCursor;
      }
      return invoices.sort((one, other) => (one.period.start < other.period.start ? -1 : 1));
    },
  });
}

/** With its lines. A draft is computed from the usage of now. */
export function invoiceQuery(environment: Environment, invoiceId: string) {
  return queryOptions({
    queryKey: [...invoicesQueryKey(environment), "one", invoiceId],
    queryFn: async ({ signal }) => {
      const url = publicApi(environment, pathOf(invoiceId), { include: "lineItems" });
      return (await requestExact<{ data: InvoiceJson }>(url, { signal })).data;
    },
  });
}

export function creditReportQuery(environment: Environment, invoiceId: string) {
  return queryOptions({
    queryKey: [...invoicesQueryKey(environment), "credit-report", invoiceId],
    queryFn: async ({ signal }) => {
      const url = publicApi(environment, `${pathOf(invoiceId)}/credit-report`);
      return (await requestExact<{ data: CreditReportJson }>(url, { signal })).data;
    },
  });
}

/** Marks as paid, cancels or refunds, and answers the invoice as it is then. */
export async function actOnInvoice(
  environment: Environment,
  invoiceId: string,
  action: InvoiceAction,
): Promise<ExactInvoice> {
  const url = dashboardApi(environment, `/invoices/${encodeURIComponent(invoiceId)}/${action}`);
  return (await requestExact<{ data: InvoiceJson }>(url, { method: "POST" })).data;
}

const listOf = (environment: Environment, filters: InvoiceFilters, signal: AbortSignal) =>
  requestExact<ListPage<InvoiceJson>>(publicApi(environment, "/v1/invoices", filters), { signal });

const pathOf = (invoiceId: string) => `/v1/invoices/${encodeURIComponent(invoiceId)}` as const;

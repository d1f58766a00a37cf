"use client";

import { useQuery } from "@tanstack/react-query";
import { useEnvironment } from "@/components/shell/environment-provider";
import type { CustomerJson } from "@/lib/api/schemas/customers";
import type { ExactInvoice } from "@/lib/client/invoices";
import { viewerQuery } from "@/lib/client/viewer";
import type { Environment } from "@/lib/domain/environment";
import { dayWords, periodWords } from "../../day-text";
import { BillTo } from "./bill-to";
import { PaperLines } from "./paper-lines";

type InvoicePaperProps = { invoice: ExactInvoice; customer: CustomerJson | undefined };

/** The invoice as it is printed: black on white, nothing of the screen around it. */
export function InvoicePaper({ invoice, customer }: InvoicePaperProps) {
  const environment = useEnvironment();
  const viewer = useQuery(viewerQuery(environment)).data;
  return (
    <article className="hidden print:block print:text-[10pt] print:leading-[14pt]">
      <header className="flex items-start justify-between gap-8">
        <div className="min-w-0 [overflow-wrap:anywhere]">
          <p className="text-muted">From</p>
          <p className="font-semibold text-[13pt] leading-[18pt]">{viewer?.organization.name}</p>
        </div>
        <div className="max-w-[50%] text-right">
          <p className="font-semibold text-[20pt] leading-[26pt]">
            {invoice.invoiceNumber === null ? "Draft invoice" : "Invoice"}
          </p>
          <p className="tabular-nums">{invoice.invoiceNumber}</p>
        </div>
      </header>
      <div className="mt-8 flex items-start justify-between gap-8">
        <BillTo customer={customer} />
        <Dates invoice={invoice} />
      </div>
      <PaperLines invoice={invoice} warning={warningOf(invoice, environment)} />
      <p className="mt-6">
        {invoice.status === "In Progress" ? `Due on ${dayWords(invoice.dueDate)}. ` : ""}
        Days are UTC. Amounts are in {invoice.currency}.
      </p>
    </article>
  );
}

/** What keeps a page from being taken for an invoice that is to be paid; null for one that is. */
function warningOf({ status }: ExactInvoice, environment: Environment): string | null {
  if (environment === "sandbox") return "SANDBOX, NOT AN INVOICE";
  if (status === "Drafted") return "DRAFT, NOT AN INVOICE";
  if (status === "Cancelled") return "CANCELLED";
  return status === "Refunded" ? "REFUNDED" : null;
}

function Dates({ invoice }: { invoice: ExactInvoice }) {
  const { invoiceDate, dueDate, period, status } = invoice;
  const rows = [
    ["Invoice date", dayWords(invoiceDate)],
    ["Due", dayWords(dueDate)],
    ["Period", periodWords(period)],
    ["Status", status],
  ];
  return (
    <dl className="grid shrink-0 grid-cols-[auto_auto] gap-x-6 tabular-nums">
      {rows.map(([label, value]) => (
        <div key={label} className="col-span-2 grid grid-cols-subgrid">
          <dt>{label}</dt>
          <dd className="text-right">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

import Link from "next/link";
import type { Column } from "@/components/ui/data-table-head";
import type { ExactInvoice } from "@/lib/client/invoices";
import type { Environment } from "@/lib/domain/environment";
import { moneyOfCents } from "@/lib/money-format";
import { invoicePath } from "@/lib/paths";
import { CustomerName, type CustomerNames } from "../customer-name";
import { PeriodText, periodWords } from "../day-text";
import { NAME_LINK } from "../name-link";
import { DueDay, InvoiceStatus } from "./invoice-status";

type InvoiceColumn = Column<ExactInvoice>;

export function invoiceColumns(
  environment: Environment,
  names: CustomerNames,
  now: Date | null,
): readonly InvoiceColumn[] {
  const customer: InvoiceColumn = {
    id: "customer",
    header: "Customer",
    className: "md:max-w-72",
    cell: ({ customerId }) => <CustomerName name={names(customerId)} />,
  };
  const [number, ...rest] = ownInvoiceColumns(environment, now);
  return number ? [number, customer, ...rest] : [];
}

/** Under a customer or a contract. */
export function ownInvoiceColumns(environment: Environment, now: Date | null): readonly InvoiceColumn[] {
  return [
    {
      id: "number",
      header: "Number",
      className: "md:min-w-36",
      cell: (invoice) => (
        <Link
          href={invoicePath(environment, invoice.id)}
          aria-label={nameOfInvoice(invoice)}
          className={`${NAME_LINK} tabular-nums`}
        >
          {invoice.invoiceNumber ?? (invoice.status === "Drafted" ? "Draft" : "No number")}
        </Link>
      ),
    },
    {
      id: "period",
      header: "Period (UTC)",
      className: "md:whitespace-nowrap",
      cell: ({ period }) => <PeriodText period={period} />,
    },
    { id: "status", header: "Status", cell: ({ status }) => <InvoiceStatus status={status} /> },
    {
      id: "total",
      header: "Total",
      numeric: true,
      className: "md:whitespace-nowrap",
      cell: ({ totalCents, currency }) => moneyOfCents(totalCents, currency),
    },
    { id: "due", header: "Due (UTC)", className: "md:w-44", cell: (invoice) => <DueDay invoice={invoice} now={now} /> },
  ];
}

/** Drafts have no number: their period tells them apart. */
export function nameOfInvoice({ invoiceNumber, status, period }: ExactInvoice): string {
  if (invoiceNumber !== null) return invoiceNumber;
  return `${status === "Drafted" ? "Draft" : "No number"}, ${periodWords(period)}`;
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { FileX } from "lucide-react";
import { useDocumentTitle } from "@/components/shell/document-title";
import { useEnvironment } from "@/components/shell/environment-provider";
import { OneThing } from "@/components/shell/one-thing";
import { EnvironmentBadge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { customerQuery } from "@/lib/client/customers";
import { type ExactInvoice, invoiceQuery } from "@/lib/client/invoices";
import { addDays } from "@/lib/domain/day";
import { invoicesPath } from "@/lib/paths";
import { dayWords, periodWords } from "../day-text";
import { CreditReport } from "./credit-report";
import { InvoiceActions } from "./invoice-actions";
import { InvoiceFacts } from "./invoice-facts";
import { InvoiceLines } from "./invoice-lines";
import { InvoiceStatus } from "./invoice-status";
import { InvoicePaper } from "./paper/invoice-paper";

/** One invoice on the screen, and the same on paper when it is printed. */
export function InvoicePage({ invoiceId }: { invoiceId: string }) {
  const environment = useEnvironment();
  const list = invoicesPath(environment);
  return (
    <OneThing
      query={useQuery(invoiceQuery(environment, invoiceId))}
      noun="Invoice"
      icon={FileX}
      breadcrumb={crumbs(list)}
      list={{ label: "Invoices", href: list }}
    >
      {(invoice) => <Found invoice={invoice} />}
    </OneThing>
  );
}

const crumbs = (list: string) => [{ label: "Billing" }, { label: "Invoices", href: list }];

function Found({ invoice }: { invoice: ExactInvoice }) {
  const environment = useEnvironment();
  const customer = useQuery(customerQuery(environment, invoice.customerId));
  const title = titleOf(invoice);
  useDocumentTitle(title, "Invoices");
  return (
    <>
      <div className="print:hidden">
        <PageBody>
          <PageHeader
            title={title}
            breadcrumb={crumbs(invoicesPath(environment))}
            badges={
              <>
                <InvoiceStatus status={invoice.status} />
                <EnvironmentBadge environment={environment} />
              </>
            }
            actions={<InvoiceActions invoice={invoice} title={title} customerName={customer.data?.name} />}
          />
          {invoice.status === "Drafted" ? <DraftNotice invoice={invoice} /> : null}
          <InvoiceFacts invoice={invoice} customerName={customer.data?.name} />
          <InvoiceLines invoice={invoice} />
          <CreditReport invoice={invoice} />
        </PageBody>
      </div>
      <InvoicePaper invoice={invoice} customer={customer.data} />
    </>
  );
}

const titleOf = ({ invoiceNumber, status, period }: ExactInvoice): string =>
  invoiceNumber ?? `${status === "Drafted" ? "Draft" : `${status} draft`}, ${periodWords(period)}`;

function DraftNotice({ invoice: { invoiceDate } }: { invoice: ExactInvoice }) {
  return (
    <Notice>
      A draft follows usage. It becomes final, with a number, from {dayWords(addDays(invoiceDate, 1))} (UTC) on.
    </Notice>
  );
}

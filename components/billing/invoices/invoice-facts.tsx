"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useEnvironment } from "@/components/shell/environment-provider";
import { Card } from "@/components/ui/card";
import { useNow } from "@/components/ui/clock";
import { CopyText } from "@/components/ui/copy-text";
import { Facts } from "@/components/ui/facts";
import { TimeAgo } from "@/components/ui/time-ago";
import { contractQuery } from "@/lib/client/contracts";
import type { ExactInvoice } from "@/lib/client/invoices";
import { moneyOfCents } from "@/lib/money-format";
import { contractPath, customerPath } from "@/lib/paths";
import { CustomerName } from "../customer-name";
import { DayText, PeriodText } from "../day-text";
import { DueDay } from "./invoice-status";

const LINK = "rounded-sm text-accent-text hover:underline [overflow-wrap:anywhere]";

type InvoiceFactsProps = { invoice: ExactInvoice; customerName: string | undefined };

export function InvoiceFacts({ invoice, customerName }: InvoiceFactsProps) {
  const environment = useEnvironment();
  const now = useNow();
  const contract = useQuery(contractQuery(environment, invoice.contractId));
  const { id, customerId, contractId, period, invoiceDate, finalizedAt, updatedAt, totalCents, currency } = invoice;
  const parties = [
    {
      label: "Customer",
      value: (
        <Link href={customerPath(environment, customerId)} className={LINK}>
          {customerName ?? <CustomerName name={undefined} />}
        </Link>
      ),
    },
    {
      label: "Contract",
      value: (
        <Link href={contractPath(environment, contractId)} className={LINK}>
          {contract.data?.name ?? <CustomerName name={contract.isError ? contractId : undefined} />}
        </Link>
      ),
    },
    { label: "Period", value: <PeriodText period={period} /> },
    { label: "Invoice id", value: <CopyText text={id} thing="invoice id" wraps /> },
  ];
  const dates = [
    { label: "Invoice date", value: <DayText day={invoiceDate} /> },
    { label: "Due", value: <DueDay invoice={invoice} now={now} /> },
    {
      label: "Finalized",
      value: finalizedAt === null ? <span className="text-muted">Not yet</span> : <TimeAgo at={finalizedAt} />,
    },
    { label: "Last changed", value: <TimeAgo at={updatedAt} /> },
  ];
  return (
    <Card title="Details" description="Days are UTC.">
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[2fr_2fr_auto]">
        <Facts facts={parties} />
        <Facts facts={dates} />
        <div className="grid content-start gap-0.5 lg:justify-items-end">
          <span className="text-muted text-xs">Total</span>
          <span className="font-semibold text-2xl tabular-nums">{moneyOfCents(totalCents, currency)}</span>
        </div>
      </div>
    </Card>
  );
}

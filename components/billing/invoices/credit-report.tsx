"use client";

import { useQuery } from "@tanstack/react-query";
import { useEnvironment } from "@/components/shell/environment-provider";
import { Card } from "@/components/ui/card";
import { ErrorNotice } from "@/components/ui/error-region";
import { Skeleton } from "@/components/ui/skeleton";
import { SmallTable } from "@/components/ui/small-table";
import { creditReportQuery, type ExactCreditReport, type ExactInvoice } from "@/lib/client/invoices";
import { moneyOfCents, quantityText } from "@/lib/money-format";

/** Which credits paid which line. */
export function CreditReport({ invoice }: { invoice: ExactInvoice }) {
  const hasCredits = invoice.creditsAppliedCents !== "0";
  const report = useQuery({ ...creditReportQuery(useEnvironment(), invoice.id), enabled: hasCredits });
  return (
    <Card
      title="Credit report"
      description={
        invoice.status === "Drafted"
          ? "What the invoice would use of the contract's credits now."
          : "What the invoice used of the contract's credits."
      }
    >
      {hasCredits ? null : <p className="text-muted">No credits.</p>}
      {report.isError ? (
        <ErrorNotice
          error={report.error}
          title="The credit report could not be loaded."
          onRetry={() => void report.refetch()}
        />
      ) : null}
      {report.data ? <Entries report={report.data} invoice={invoice} /> : null}
      {hasCredits && report.isPending ? <Skeleton className="w-3/5" /> : null}
    </Card>
  );
}

function Entries({ report, invoice }: { report: ExactCreditReport; invoice: ExactInvoice }) {
  const { entries, summary, currency } = report;
  const nameOf = (lineId: string) => invoice.lineItems?.find(({ id }) => id === lineId)?.name ?? lineId;
  return (
    <>
      <SmallTable
        label="Credit report"
        columns={[
          { header: "Line" },
          { header: "Credits" },
          { header: "Number of credits", numeric: true },
          { header: "Amount", numeric: true },
        ]}
        rows={entries.map((entry, at) => ({
          key: entry.id ?? String(at),
          cells: [
            nameOf(entry.lineItemId),
            entry.description ?? (entry.isPromotional ? "Promotional credits" : "Included in the contract"),
            entry.creditAmount === null ? "" : quantityText(entry.creditAmount),
            moneyOfCents(entry.amountCents, currency),
          ],
        }))}
      />
      <p className="text-right tabular-nums">
        Together {moneyOfCents(summary.totalCents, currency)}
        {summary.totalCredits === null ? "" : `, ${quantityText(summary.totalCredits)} credits`}
      </p>
    </>
  );
}

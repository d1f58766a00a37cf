"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarRange } from "lucide-react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { Badge } from "@/components/ui/badge";
import { useNow } from "@/components/ui/clock";
import { DataTable } from "@/components/ui/data-table";
import type { Column } from "@/components/ui/data-table-head";
import { EmptyState } from "@/components/ui/empty-state";
import type { ContractJson } from "@/lib/api/schemas/contracts";
import { contractInvoicesQuery, type ExactInvoice } from "@/lib/client/invoices";
import { type BillingSchedule, periodsOf } from "@/lib/domain/period";
import type { BillingInterval } from "@/lib/domain/pricing";
import { count } from "@/lib/format";
import { PeriodText } from "../day-text";
import { everyInterval } from "../interval-words";
import { ownInvoiceColumns } from "../invoices/invoice-columns";

type ContractTimelineProps = { contract: ContractJson; billingInterval: BillingInterval | undefined };

/** The periods in order, each with its invoice. */
export function ContractTimeline({ contract, billingInterval }: ContractTimelineProps) {
  const environment = useEnvironment();
  const now = useNow();
  const invoices = useQuery(contractInvoicesQuery(environment, contract.id));
  const [number, , ...rest] = ownInvoiceColumns(environment, now);
  const period: Column<ExactInvoice> = {
    id: "period",
    header: "Period (UTC)",
    className: "md:whitespace-nowrap",
    cell: (invoice) => (
      <span className="inline-flex flex-wrap items-center gap-2">
        <PeriodText period={invoice.period} />
        {invoice.period.start === contract.currentPeriod?.start ? <Badge tone="accent">Now</Badge> : null}
      </span>
    ),
  };
  return (
    <section aria-labelledby="timeline" className="grid min-w-0 gap-3">
      <div>
        <h2 id="timeline" className="text-lg">
          Periods and invoices
        </h2>
        {billingInterval && invoices.data ? (
          <p className="text-muted">{futureWords(contract, billingInterval, invoices.data.length)}</p>
        ) : null}
      </div>
      <DataTable
        label="Periods and invoices"
        columns={number ? [period, number, ...rest] : []}
        rows={invoices.data}
        rowId={({ id }) => id}
        pending={invoices.isPending}
        error={invoices.error}
        errorTitle="The invoices could not be loaded."
        onRetry={() => void invoices.refetch()}
        empty={<EmptyState icon={CalendarRange} title="No period of this contract has an invoice." />}
      />
    </section>
  );
}

/** What comes after the periods that have an invoice already. */
function futureWords(contract: ContractJson, billingInterval: BillingInterval, drafted: number): string {
  const { startDate, endDate, cancelledAt, isActive } = contract;
  if (cancelledAt !== null) return "Cancelled: no further period is billed.";
  if (endDate === null)
    return `Later periods follow ${everyInterval(billingInterval)} until the contract is cancelled.`;
  if (!isActive) return "Ended: no further period is billed.";
  const later = countOfPeriods({ startDate, endDate, billingInterval }) - drafted;
  if (later <= 0) return "Every period of this contract has its invoice.";
  return `${count(later, "later period")} will get ${later === 1 ? "its invoice" : "their invoices"} as time goes on.`;
}

const countOfPeriods = (schedule: BillingSchedule & { endDate: string }): number => [...periodsOf(schedule)].length;

"use client";

import { useNow } from "@/components/ui/clock";
import { Facts } from "@/components/ui/facts";
import type { ContractPlan } from "@/lib/client/contract-plan";
import { dayOf, daysIn } from "@/lib/domain/day";
import { invoiceDates } from "@/lib/domain/invoice-status";
import { type Period, periodsOf } from "@/lib/domain/period";
import { count } from "@/lib/format";
import { dayWords, PeriodText } from "../../day-text";
import { everyInterval } from "../../interval-words";
import type { ContractDraft } from "./contract-form";

const SHOWN = 3;

/** What the contract will mean: its first periods, and when the first invoice comes. */
export function ContractSummary({ plan, draft }: { plan: ContractPlan | undefined; draft: ContractDraft }) {
  const now = useNow();
  const { startDate, endDate } = draft;
  if (!plan || !startDate || !now) return <p className="text-muted">Choose a plan and a start to see the periods.</p>;
  const periods = firstPeriods({ startDate, endDate, billingInterval: plan.billingInterval });
  const [first] = periods;
  if (!first) return <p className="text-muted">The end has to be after the start.</p>;
  const { invoiceDate, dueDate } = invoiceDates(first, { createdAt: now, netTerms: draft.netTerms ?? plan.netTerms });
  const isLate = first.end <= dayOf(now);
  return (
    <div role="status" className="grid gap-3">
      <Facts
        facts={[
          { label: "Billed", value: `${everyInterval(plan.billingInterval)}, in ${plan.currency}` },
          { label: "Runs", value: endDate ? `until ${dayWords(endDate)}, not included` : "rolling, until cancelled" },
          { label: "First periods", value: <Periods periods={periods} /> },
          { label: "First invoice", value: `dated ${dayWords(invoiceDate)}` },
          { label: "Due", value: dayWords(dueDate) },
        ]}
      />
      {isLate ? <p>The start is in the past: periods that have ended are invoiced with today's date.</p> : null}
      <p className="text-muted">
        Days are UTC. Only the metadata of a contract can be changed; it can be cancelled to the end of a period.
      </p>
    </div>
  );
}

function Periods({ periods }: { periods: readonly Period[] }) {
  return (
    <ul className="grid">
      {periods.map((period) => (
        <li key={period.index}>
          <PeriodText period={period} />
          {period.end === period.fullEnd ? null : <span className="text-muted"> ({shortened(period)})</span>}
        </li>
      ))}
    </ul>
  );
}

const shortened = (period: Period): string => `shortened to ${count(daysIn(period), "day")}`;

function firstPeriods(schedule: Parameters<typeof periodsOf>[0]): Period[] {
  const periods: Period[] = [];
  for (const period of periodsOf(schedule)) {
    periods.push(period);
    if (periods.length === SHOWN) break;
  }
  return periods;
}

"use client";

import Link from "next/link";
import { useEnvironment } from "@/components/shell/environment-provider";
import { Card } from "@/components/ui/card";
import { CopyText } from "@/components/ui/copy-text";
import { type Fact, Facts } from "@/components/ui/facts";
import { TimeAgo } from "@/components/ui/time-ago";
import type { ContractJson } from "@/lib/api/schemas/contracts";
import type { ContractPlan } from "@/lib/client/contract-plan";
import { count } from "@/lib/format";
import { moneyOfCents } from "@/lib/money-format";
import { customerPath, planPath } from "@/lib/paths";
import { CustomerName } from "../customer-name";
import { DayText, PeriodText } from "../day-text";
import { everyInterval } from "../interval-words";

type ContractFactsProps = {
  contract: ContractJson;
  customerName: string | undefined;
  plan: ContractPlan | undefined;
};

const LINK = "rounded-sm text-accent-text hover:underline [overflow-wrap:anywhere]";

export function ContractFacts({ contract, customerName, plan }: ContractFactsProps) {
  const environment = useEnvironment();
  const { id, customerId, planId, name, currentPeriod, netTerms, currency } = contract;
  const facts: Fact[] = [
    {
      label: "Customer",
      value: (
        <Link href={customerPath(environment, customerId)} className={LINK}>
          {customerName ?? <CustomerName name={undefined} />}
        </Link>
      ),
    },
    {
      label: "Plan",
      value: (
        <Link href={planPath(environment, planId)} prefetch={false} className={LINK}>
          {name}
        </Link>
      ),
    },
    { label: "Starts", value: <DayText day={contract.startDate} /> },
    { label: "Ends", value: <End contract={contract} /> },
    {
      label: "Current period",
      value: currentPeriod ? <PeriodText period={currentPeriod} /> : <span className="text-muted">None</span>,
    },
    { label: "Billed", value: plan ? everyInterval(plan.billingInterval) : "" },
    { label: "Payment terms", value: `${count(netTerms, "day")} after the invoice date` },
    { label: "Currency", value: currency },
    { label: "Included credits", value: includedCredits(contract) },
    { label: "Contract id", value: <CopyText text={id} thing="contract id" wraps /> },
    { label: "Created", value: <TimeAgo at={contract.createdAt} /> },
  ];
  return (
    <Card title="Details" description="Days are UTC.">
      <Facts facts={facts} />
    </Card>
  );
}

function End({ contract: { endDate, cancelledAt } }: { contract: ContractJson }) {
  if (endDate === null) return "Rolling";
  return (
    <>
      <DayText day={endDate} />, the first day no longer covered
      {cancelledAt ? (
        <>
          . Cancelled <TimeAgo at={cancelledAt} />
        </>
      ) : null}
    </>
  );
}

function includedCredits({ creditGrantCents, creditSettings, currency }: ContractJson): string {
  const granted = creditGrantCents === null ? "None" : moneyOfCents(creditGrantCents, currency);
  if (!creditSettings) return granted;
  return `${granted}; a credit is worth ${moneyOfCents(String(creditSettings.creditRateCents), currency)}`;
}

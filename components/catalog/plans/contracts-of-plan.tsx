"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useEnvironment } from "@/components/shell/environment-provider";
import { Card } from "@/components/ui/card";
import { ErrorNotice } from "@/components/ui/error-region";
import { contractsOfPlanQuery } from "@/lib/client/contracts-of-plan";
import { customerNamesQuery } from "@/lib/client/customers";
import { type Day, startOfDay } from "@/lib/domain/day";
import { calendarDay, formatNumber } from "@/lib/format";
import { contractPath } from "@/lib/paths";

/** The newest contracts that were made from a plan. */
export function ContractsOfPlan({ planId }: { planId: string }) {
  const environment = useEnvironment();
  const contracts = useQuery(contractsOfPlanQuery(environment, planId));
  const found = contracts.data?.data;
  const customerIds = (found ?? []).map(({ customerId }) => customerId);
  const names = useQuery({ ...customerNamesQuery(environment, customerIds), enabled: customerIds.length > 0 }).data;
  const hidden = (contracts.data?.total ?? 0) - (found?.length ?? 0);
  return (
    <Card title="Contracts">
      {contracts.error ? (
        <ErrorNotice
          error={contracts.error}
          title="The contracts could not be loaded."
          onRetry={() => void contracts.refetch()}
        />
      ) : null}
      {found?.length === 0 ? <p className="text-muted">No contract was made from this plan yet.</p> : null}
      {found && found.length > 0 ? (
        <ul className="grid gap-2">
          {found.map(({ id, customerId, startDate, endDate, isActive }) => (
            <li key={id} className="grid min-w-0">
              <Link href={contractPath(environment, id)} className="min-w-0 underline [overflow-wrap:anywhere]">
                {names?.get(customerId) ?? customerId}
              </Link>
              <span className="text-muted">
                {isActive ? "Active" : "Ended"}, from {dayWords(startDate)}{" "}
                {endDate ? `to ${dayWords(endDate)}` : "on, rolling"} (UTC)
              </span>
            </li>
          ))}
          {hidden > 0 ? <li className="text-muted">and {formatNumber(hidden)} more</li> : null}
        </ul>
      ) : null}
    </Card>
  );
}

const dayWords = (day: Day): string => calendarDay(startOfDay(day), { timeZone: "UTC" });

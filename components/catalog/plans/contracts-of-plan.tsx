"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useEnvironment } from "@/components/shell/environment-provider";
import { Card } from "@/components/ui/card";
import { ErrorNotice } from "@/components/ui/error-region";
import { contractsOfPlanQuery } from "@/lib/client/contracts-of-plan";
import { customerQuery } from "@/lib/client/customers";
import { formatNumber } from "@/lib/format";
import { customerPath } from "@/lib/paths";

/** The newest contracts that were made from a plan. */
export function ContractsOfPlan({ planId }: { planId: string }) {
  const contracts = useQuery(contractsOfPlanQuery(useEnvironment(), planId));
  const found = contracts.data?.data;
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
              <CustomerName customerId={customerId} />
              <span className="text-muted">
                {isActive ? "Active" : "Ended"}, from {startDate} {endDate ? `to ${endDate}` : "on, rolling"} (UTC)
              </span>
            </li>
          ))}
          {hidden > 0 ? <li className="text-muted">and {formatNumber(hidden)} more</li> : null}
        </ul>
      ) : null}
    </Card>
  );
}

function CustomerName({ customerId }: { customerId: string }) {
  const environment = useEnvironment();
  const customer = useQuery(customerQuery(environment, customerId)).data;
  return (
    <span className="min-w-0">
      <Link href={customerPath(environment, customerId)} className="underline [overflow-wrap:anywhere]">
        {customer?.name ?? customerId}
      </Link>
    </span>
  );
}

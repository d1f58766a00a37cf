"use client";

import { useQuery } from "@tanstack/react-query";
import { useEnvironment } from "@/components/shell/environment-provider";
import { ErrorNotice } from "@/components/ui/error-region";
import { type UsageFilters, type UsageJson, usageCostQuery } from "@/lib/client/usage";
import { money } from "@/lib/money-format";

type UsageCostProps = { filters: UsageFilters; usage: UsageJson };

/** What one customer's usage of the range costs. Everybody's together has no price. */
export function UsageCost({ filters, usage }: UsageCostProps) {
  const environment = useEnvironment();
  const { customerId, contractId, eventName, meterId } = filters;
  const cost = useQuery({
    ...usageCostQuery(environment, { customerId, contractId, eventName }, { start: usage.start, end: usage.end }),
    enabled: customerId !== undefined || contractId !== undefined,
  });
  if (cost.error)
    return (
      <ErrorNotice error={cost.error} title="The cost could not be computed." onRetry={() => void cost.refetch()} />
    );
  if (!cost.data || !("currency" in cost.data)) return null;
  return (
    <p className="tabular-nums">
      <span className="font-medium">{money(cost.data.totalAmount, cost.data.currency)}</span>{" "}
      <span className="text-muted">
        {coverOf(meterId, eventName)},{" "}
        {contractId === undefined ? "at list price" : "by this contract, before credits and flat fees"}.
      </span>
    </p>
  );
}

/** The answer is one sum over all meters that are priced. */
function coverOf(meterId: string | undefined, eventName: string | undefined): string {
  if (meterId !== undefined) return "All meters together, not this one alone";
  return eventName === undefined ? "All meters" : `All meters, ${eventName} alone`;
}

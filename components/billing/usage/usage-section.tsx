"use client";

import Link from "next/link";
import { useEnvironment } from "@/components/shell/environment-provider";
import { Card } from "@/components/ui/card";
import { Skeleton, useSkeleton } from "@/components/ui/skeleton";
import { count } from "@/lib/format";
import { quantityText } from "@/lib/money-format";
import { type Search, usagePath } from "@/lib/paths";
import { UsageChart } from "./usage-chart";
import { UsageCost } from "./usage-cost";
import { UsageError } from "./usage-error";
import { useUsage } from "./usage-panel";
import type { ShownUsage } from "./use-usage-filters";

type UsageSectionProps = {
  shown: ShownUsage;
  /** "Last 30 days". */
  description: string;
  /** The same on the page of usage. */
  search: Search;
};

/** A short look at usage on the page of what it belongs to. */
export function UsageSection({ shown, description, search }: UsageSectionProps) {
  const environment = useEnvironment();
  const usage = useUsage(shown);
  const { data } = usage;
  const skeleton = useSkeleton(usage.isPending);
  return (
    <Card
      title="Usage"
      description={description}
      actions={
        <Link href={usagePath(environment, search)} className="rounded-sm text-accent-text hover:underline">
          See all usage
        </Link>
      }
    >
      {usage.error ? <UsageError error={usage.error} onRetry={() => void usage.refetch()} /> : null}
      {skeleton ? <Skeleton className="h-40 w-full" /> : null}
      {data && !usage.error && data.totalCount === 0 ? <p className="text-muted">No usage in this time.</p> : null}
      {data && !usage.error && data.totalCount > 0 ? (
        <>
          <p className="tabular-nums">
            <span className="font-medium">{quantityText(data.totalValue)}</span>{" "}
            <span className="text-muted">
              {data.meterId === null ? "events" : `from ${count(data.totalCount, "event")}`}
            </span>
          </p>
          <UsageCost filters={shown.filters} usage={data} />
          <UsageChart usage={data} />
        </>
      ) : null}
    </Card>
  );
}

/** A customer's events of 30 days, by name. */
export function CustomerUsage({ customerId }: { customerId: string }) {
  const shown: ShownUsage = {
    filters: { customerId, window: "DAY", groupBy: "@eventName" },
    range: { kind: "30d" },
  };
  return (
    <UsageSection
      shown={shown}
      description="Events of the last 30 days."
      search={{ customer: customerId, by: "@eventName" }}
    />
  );
}

/** What bills on a contract in its period. */
export function ContractUsage({ contractId }: { contractId: string }) {
  const shown: ShownUsage = {
    filters: { contractId, window: "DAY", groupBy: "@eventName" },
    range: { kind: "period" },
  };
  return (
    <UsageSection
      shown={shown}
      description="Events that bill on this contract, in its period."
      search={{ contract: contractId, by: "@eventName" }}
    />
  );
}

/** A meter's values of 30 days. */
export function MeterUsage({ meterId }: { meterId: string }) {
  const shown: ShownUsage = { filters: { meterId, window: "DAY" }, range: { kind: "30d" } };
  return <UsageSection shown={shown} description="What it counted in the last 30 days." search={{ meter: meterId }} />;
}

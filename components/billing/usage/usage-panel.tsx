"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/clock";
import { FilteredEmpty } from "@/components/ui/empty-state";
import { downloadCsv } from "@/lib/client/csv-file";
import { type UsageJson, usageQuery } from "@/lib/client/usage";
import { clockTime, count } from "@/lib/format";
import { quantityText } from "@/lib/money-format";
import { usageCsv } from "./usage-bars";
import { ChartSkeleton, UsageChart } from "./usage-chart";
import { UsageCost } from "./usage-cost";
import { UsageError } from "./usage-error";
import { UsageFilterBar } from "./usage-filter-bar";
import { UsageGroups } from "./usage-groups";
import { spanOf, windowLabel } from "./usage-range";
import { type ShownUsage, useUsageFilters } from "./use-usage-filters";

const REFRESH_MS = 10_000;

/** The usage of a range, and when it was read. */
export function useUsage({ filters, range }: ShownUsage) {
  const environment = useEnvironment();
  return useQuery({
    ...usageQuery(environment, filters, JSON.stringify(range), () => spanOf(range, new Date())),
    refetchInterval: REFRESH_MS,
  });
}

/** Usage over time, by what the filters say. */
export function UsagePanel() {
  const environment = useEnvironment();
  const shown = useUsageFilters();
  const usage = useUsage(shown);
  const { data } = usage;
  return (
    <>
      <UsageFilterBar />
      {usage.error ? <UsageError error={usage.error} onRetry={() => void usage.refetch()} /> : null}
      {data && !usage.error ? (
        <section
          aria-label="Usage over time"
          aria-busy={usage.isPlaceholderData}
          className="grid min-w-0 gap-4 rounded-lg border bg-surface p-4"
        >
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
            <Total usage={data} at={usage.dataUpdatedAt} />
            <Button
              icon={Download}
              disabledBecause={data.totalCount === 0 ? "There is nothing to export." : null}
              onClick={() => downloadCsv(`${environment}-usage.csv`, usageCsv(data))}
            >
              Export CSV
            </Button>
          </div>
          <UsageCost filters={shown.filters} usage={data} />
          {data.totalCount > 0 ? <UsageChart usage={data} /> : null}
          {data.totalCount === 0 && shown.isFiltered ? <FilteredEmpty things="events" onClear={shown.clear} /> : null}
          {data.totalCount === 0 && !shown.isFiltered ? <p>No usage in this range.</p> : null}
        </section>
      ) : null}
      {usage.isPending ? <ChartSkeleton /> : null}
      {data && !usage.error && data.groupBy.length > 0 && data.totalCount > 0 ? <UsageGroups usage={data} /> : null}
    </>
  );
}

const dayText = (instant: string) => windowLabel(instant, "DAY");

function Total({ usage, at }: { usage: UsageJson; at: number }) {
  // The server does not know the reader's time zone.
  const isHere = useNow() !== null;
  return (
    <div className="min-w-0">
      <p className="text-2xl tabular-nums [overflow-wrap:anywhere]">{quantityText(usage.totalValue)}</p>
      <p className="text-muted">
        {usage.meterId === null ? "events" : `from ${count(usage.totalCount, "event")}`}, {dayText(usage.start)} to{" "}
        {dayText(new Date(Date.parse(usage.end) - 1).toISOString())}
        {isHere ? `. Counted up to ${clockTime(new Date(at))}.` : ""}
      </p>
    </div>
  );
}

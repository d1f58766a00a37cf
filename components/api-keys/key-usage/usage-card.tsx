"use client";

import { useQuery } from "@tanstack/react-query";
import { useUrlSearch } from "@/components/shell/use-url-search";
import { Card } from "@/components/ui/card";
import { useNow } from "@/components/ui/clock";
import { ErrorNotice } from "@/components/ui/error-region";
import { SelectField } from "@/components/ui/select";
import { Skeleton, useSkeleton } from "@/components/ui/skeleton";
import { type BarPart, StackedBars } from "@/components/ui/stacked-bars";
import { keyUsageQuery } from "@/lib/client/requests";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import type { KeyUsageJson } from "@/lib/dashboard-api/schemas/requests";
import { formatNumber, milliseconds } from "@/lib/format";
import { isUsageRange, USAGE_RANGES, type UsageRange, usageInputOf } from "./usage-range";
import { windowName } from "./window-name";

const REFRESH_MS = 10_000;

const PARTS: readonly BarPart[] = [
  { id: "succeeded", label: "Succeeded", colour: "bg-chart-success" },
  { id: "refused", label: "Refused", colour: "bg-chart-refused" },
  { id: "limited", label: "Rate limited", colour: "bg-chart-limited" },
  { id: "clientError", label: "Other client errors", colour: "bg-chart-client-error" },
  { id: "serverError", label: "Server errors", colour: "bg-chart-server-error" },
];

/** Requests of the key over time, by what they were answered with. */
export function UsageCard({ apiKey: { environment, id } }: { apiKey: ApiKeyJson }) {
  const { search, change } = useUrlSearch();
  const asked = search.get("range");
  const range: UsageRange = isUsageRange(asked) ? asked : "48h";
  const input = () => usageInputOf(range, new Date());
  const usage = useQuery({ ...keyUsageQuery(environment, id, range, input), refetchInterval: REFRESH_MS });
  return (
    <Card
      title="Usage"
      description={usage.data ? <Totals totals={usage.data.totals} /> : null}
      actions={
        <SelectField
          label="Range"
          labelHidden
          name="range"
          value={range}
          onChange={(event) => change({ range: event.target.value === "48h" ? null : event.target.value })}
          options={Object.entries(USAGE_RANGES).map(([value, { label }]) => ({ value, label }))}
        />
      }
    >
      {usage.error && !usage.data ? (
        <ErrorNotice error={usage.error} title="The usage could not be loaded." onRetry={() => void usage.refetch()} />
      ) : null}
      {usage.data ? <Chart usage={usage.data} /> : null}
      {usage.isPending ? <ChartSkeleton /> : null}
    </Card>
  );
}

function Totals({ totals }: { totals: KeyUsageJson["totals"] }) {
  const { requests, refused, rateLimited, durationP95Ms } = totals;
  const fast = requests === 0 ? "" : ` · 95% within ${milliseconds(durationP95Ms)}`;
  return (
    <span className="tabular-nums">
      {formatNumber(requests)} requests · {formatNumber(refused)} refused · {formatNumber(rateLimited)} rate limited
      {fast}
    </span>
  );
}

function Chart({ usage }: { usage: KeyUsageJson }) {
  // The server does not know the reader's time zone.
  const isHere = useNow() !== null;
  const bars = usage.breakdown.map(({ date, succeeded, refused, rateLimited, clientErrors, serverErrors }) => ({
    id: date,
    label: isHere ? windowName(date, usage.window) : "",
    values: {
      succeeded,
      refused,
      limited: rateLimited,
      clientError: clientErrors - refused - rateLimited,
      serverError: serverErrors,
    },
  }));
  const isHourly = usage.window === "HOUR";
  return (
    <StackedBars
      label={isHourly ? "Requests per hour" : "Requests per day"}
      parts={PARTS}
      bars={bars}
      barNoun={isHourly ? "Hour" : "Day (UTC)"}
    />
  );
}

function ChartSkeleton() {
  const shown = useSkeleton(true);
  return (
    <div aria-busy className={shown ? "grid gap-3" : "invisible grid gap-3"}>
      <Skeleton className="h-40 w-full" />
      <Skeleton className="w-2/5" />
    </div>
  );
}

"use client";

import { useEnvironment } from "@/components/shell/environment-provider";
import { Skeleton, useSkeleton } from "@/components/ui/skeleton";
import { StackedBars } from "@/components/ui/stacked-bars";
import type { UsageJson } from "@/lib/client/usage";
import { windowStarts } from "@/lib/domain/usage-query";
import { count } from "@/lib/format";
import { quantityText } from "@/lib/money-format";
import { useGroupNames } from "./group-names";
import { usageBars, usageGroups } from "./usage-bars";
import { WINDOW_WORDS } from "./usage-range";

/** A breakdown as stacked bars, every window of the range with one. */
export function UsageChart({ usage }: { usage: UsageJson }) {
  const environment = useEnvironment();
  const nameOf = useGroupNames(environment, usage.groupBy, usageGroups(usage));
  const range = { start: new Date(usage.start), end: new Date(usage.end) };
  const dates = [...windowStarts(range, usage.window)].map((date) => date.toISOString());
  const { parts, bars, sums, leftOut } = usageBars(usage, nameOf, dates);
  const noun = WINDOW_WORDS[usage.window];
  return (
    <div className="grid min-w-0 gap-2">
      <StackedBars
        label={`Usage per ${noun.toLowerCase()}`}
        parts={parts}
        bars={bars}
        barNoun={`${noun} (UTC)`}
        sums={sums}
        total={quantityText(usage.totalValue)}
      />
      {leftOut > 0 ? (
        <p className="text-muted text-xs">
          {count(leftOut, "smaller group")} not drawn: values of this meter do not add up across groups.
        </p>
      ) : null}
    </div>
  );
}

export function ChartSkeleton() {
  const shown = useSkeleton(true);
  return (
    <section
      aria-label="Usage over time"
      aria-busy
      className={`grid gap-4 rounded-lg border bg-surface p-4 ${shown ? "" : "invisible"}`}
    >
      <Skeleton className="h-7 w-40" />
      <Skeleton className="h-40 w-full" />
      <Skeleton className="w-2/5" />
    </section>
  );
}

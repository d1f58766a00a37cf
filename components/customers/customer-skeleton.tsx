"use client";

import { PageBody } from "@/components/ui/page-body";
import { Skeleton, useSkeleton } from "@/components/ui/skeleton";

const LINES = ["w-2/5", "w-3/5", "w-1/3", "w-1/2", "w-2/5"] as const;

/** The shape of a customer's page. No heading yet: its name is the heading. */
export function CustomerSkeleton() {
  const shown = useSkeleton(true);
  return (
    <PageBody>
      <section aria-label="Customer" aria-busy className={shown ? "grid gap-6" : "invisible grid gap-6"}>
        <Skeleton className="h-6 w-60 max-w-full" />
        <div className="grid gap-4 rounded-lg border bg-surface p-4">
          {LINES.map((width, at) => (
            <Skeleton key={`${width}-${at}`} className={width} />
          ))}
        </div>
      </section>
    </PageBody>
  );
}

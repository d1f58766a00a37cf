"use client";

import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorNotice } from "@/components/ui/error-region";
import { Pager } from "@/components/ui/pager";
import { Skeleton, useSkeleton } from "@/components/ui/skeleton";
import { auditLogQuery } from "@/lib/client/audit-log";
import type { Environment } from "@/lib/domain/environment";
import { HistoryEntry } from "./history-entry";

const PAGE_SIZE = 50;

/** Everything that was done to this key, newest first, with before and after. */
export function HistoryTab({ environment, keyId }: { environment: Environment; keyId: string }) {
  // The pages turned so far; the last one is shown. Undefined is the newest.
  const [cursors, setCursors] = useState<readonly (string | undefined)[]>([undefined]);
  const query = auditLogQuery(
    environment,
    { chain: "environment", target: keyId },
    { limit: PAGE_SIZE, cursor: cursors.at(-1) },
  );
  const { data, error, refetch } = useQuery(query);
  const waiting = useSkeleton(!data && !error);
  if (error && !data) {
    return <ErrorNotice error={error} title="The history could not be loaded." onRetry={() => void refetch()} />;
  }
  if (!data) return <HistorySkeleton shown={waiting} />;
  if (data.data.length === 0) {
    return (
      <div className="rounded-lg border bg-surface">
        <EmptyState icon={History} title="Nothing was done to this key yet." />
      </div>
    );
  }
  const next = data.nextCursor;
  return (
    <div className="grid gap-4">
      <ol aria-label="History" className="grid gap-3">
        {data.data.map((entry) => (
          <li key={entry.id}>
            <HistoryEntry entry={entry} />
          </li>
        ))}
      </ol>
      {cursors.length > 1 || next ? (
        <Pager
          onNewer={cursors.length > 1 ? () => setCursors(cursors.slice(0, -1)) : null}
          onOlder={next ? () => setCursors([...cursors, next]) : null}
        />
      ) : null}
    </div>
  );
}

function HistorySkeleton({ shown }: { shown: boolean }) {
  return (
    <section aria-label="History" aria-busy className={`grid gap-3 ${shown ? "" : "invisible"}`}>
      <Skeleton className="h-20" />
      <Skeleton className="h-20" />
      <Skeleton className="h-20" />
    </section>
  );
}

"use client";

import { TimeAgo } from "@/components/ui/time-ago";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { ScrollList } from "../key-facts/scroll-list";

/** Exactly which keys are meant, the one used last on top. */
export function KeyList({ keys }: { keys: readonly ApiKeyJson[] }) {
  return (
    <ScrollList label="Keys to revoke">
      {newestUseFirst(keys).map(({ id, name, hint, lastUsed }) => (
        <li
          key={id}
          className="flex flex-wrap items-baseline justify-between gap-x-4 border-b px-3 py-1.5 last:border-b-0"
        >
          <span dir="auto" className="min-w-0 flex-1 basis-40 font-medium [overflow-wrap:anywhere]">
            {name}
          </span>
          <code className="whitespace-nowrap font-mono text-xs">{hint}</code>
          <span className="text-muted sm:w-28 sm:text-right">
            {lastUsed ? <TimeAgo at={lastUsed.at} /> : "Never used"}
          </span>
        </li>
      ))}
    </ScrollList>
  );
}

function newestUseFirst(keys: readonly ApiKeyJson[]): ApiKeyJson[] {
  return [...keys].sort((one, other) => (other.lastUsed?.at ?? "").localeCompare(one.lastUsed?.at ?? ""));
}

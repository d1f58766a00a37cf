"use client";

import { CircleAlert, CircleCheck, CircleDashed, type LucideIcon } from "lucide-react";
import { useNow } from "@/components/ui/clock";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { relativeTime } from "@/lib/format";
import { ScrollList } from "../key-facts/scroll-list";
import type { ExpiryResult } from "./use-expiry-changes";

const LOOK: Record<ExpiryResult["outcome"], { icon: LucideIcon; colour: string }> = {
  working: { icon: CircleDashed, colour: "text-muted" },
  changed: { icon: CircleCheck, colour: "text-success" },
  failed: { icon: CircleAlert, colour: "text-danger" },
  left: { icon: CircleDashed, colour: "text-muted" },
};

type ExpiryResultsProps = { keys: readonly ApiKeyJson[]; results: ReadonlyMap<string, ExpiryResult> };

/** Each key with its present end, then with what became of it. */
export function ExpiryResults({ keys, results }: ExpiryResultsProps) {
  const now = useNow();
  return (
    <div role="status">
      <ScrollList label="Keys">
        {keys.map((apiKey) => {
          const result = results.get(apiKey.id);
          const { icon: Icon, colour } = LOOK[result?.outcome ?? "left"];
          const present = apiKey.expiresAt && now ? `Ends ${relativeTime(apiKey.expiresAt, now)}.` : "Never ends.";
          return (
            <li key={apiKey.id} className="flex gap-2 border-b px-3 py-1.5 last:border-b-0">
              {result ? <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${colour}`} /> : null}
              <span className="grid min-w-0">
                <span dir="auto" className="font-medium [overflow-wrap:anywhere]">
                  {apiKey.name}
                </span>
                <span className="text-muted tabular-nums">{result?.text ?? present}</span>
              </span>
            </li>
          );
        })}
      </ScrollList>
    </div>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useEnvironment } from "@/components/shell/environment-provider";
import { apiKeyOverviewQuery } from "@/lib/client/api-keys";
import type { KeyAttention } from "@/lib/dashboard-api/schemas/api-keys";
import { apiKeysPath } from "@/lib/paths";
import { attentionSentence } from "../key-facts/words";

const ATTENTIONS: readonly KeyAttention[] = ["unused", "rotation", "expiring", "full-access"];

/** What should be cured, as links that show exactly those keys. Absent when there is nothing. */
export function AttentionRegion({ current }: { current: KeyAttention | null }) {
  const environment = useEnvironment();
  const counts = useQuery(apiKeyOverviewQuery(environment)).data?.attention;
  const due = ATTENTIONS.filter((attention) => {
    // In sandbox full access is nothing to worry about.
    if (attention === "full-access" && environment === "sandbox") return false;
    return (counts?.[attention] ?? 0) > 0;
  });
  if (!counts || due.length === 0) return null;
  return (
    <section
      aria-label="Needs attention"
      className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-lg bg-warning-bg px-3 py-1.5 text-warning"
    >
      <TriangleAlert aria-hidden className="size-4 shrink-0" />
      <span className="font-medium">Needs attention</span>
      <ul className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {due.map((attention) => (
          <li key={attention}>
            <Link
              href={apiKeysPath(environment, { attention })}
              prefetch={false}
              scroll={false}
              aria-current={current === attention ? "true" : undefined}
              className="inline-flex min-h-6 items-center rounded-sm underline underline-offset-4 hover:no-underline aria-[current]:font-medium"
            >
              {attentionSentence(attention, counts[attention])}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

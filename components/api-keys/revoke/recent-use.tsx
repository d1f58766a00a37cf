"use client";

import { Notice } from "@/components/ui/notice";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { relativeTime, relativeTimeToSecond } from "@/lib/format";

const IN_USE_MS = 86_400_000;

/** Whether something would stop: a warning when the key was used within a day. */
export function RecentUse({ apiKey: { lastUsed } }: { apiKey: ApiKeyJson }) {
  const now = new Date();
  if (!lastUsed) return <p className="text-muted">Never used.</p>;
  if (!isInUse(lastUsed, now)) {
    return <p className="text-muted">Not used for {relativeTime(lastUsed.at, now).replace(" ago", "")}.</p>;
  }
  return (
    <Notice tone="warning">
      <p className="font-medium">This key is in use. Revoking it stops whatever uses it.</p>
      <p>
        Last used {relativeTimeToSecond(lastUsed.at, now)} from {lastUsed.ip ?? "an unknown address"}:{" "}
        <span className="font-mono">{lastUsed.route}</span>
      </p>
    </Notice>
  );
}

export const isInUse = (lastUsed: ApiKeyJson["lastUsed"], now: Date): boolean =>
  lastUsed !== null && now.getTime() - new Date(lastUsed.at).getTime() < IN_USE_MS;

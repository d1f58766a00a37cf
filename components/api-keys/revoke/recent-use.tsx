"use client";

import { useQuery } from "@tanstack/react-query";
import { Notice } from "@/components/ui/notice";
import { lastHourQuery } from "@/lib/client/requests";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import type { KeyUsageJson } from "@/lib/dashboard-api/schemas/requests";
import { count, relativeTime, relativeTimeToSecond } from "@/lib/format";

const IN_USE_MS = 86_400_000;

/** Whether something would stop: a warning when the key was used within a day. The figures come when the request log has answered. */
export function RecentUse({ apiKey: { environment, id, lastUsed } }: { apiKey: ApiKeyJson }) {
  const now = new Date();
  const lastHour = useQuery(lastHourQuery(environment, id)).data?.totals;
  if (!lastUsed) return <p className="text-muted">Never used.</p>;
  if (!isInUse(lastUsed, now)) {
    return <p className="text-muted">Not used for {relativeTime(lastUsed.at, now).replace(" ago", "")}.</p>;
  }
  return (
    <Notice tone="warning">
      <p className="font-medium">This key is in use. Revoking it stops whatever uses it.</p>
      <p className="[overflow-wrap:anywhere]">
        {useWords(lastUsed, lastHour, now)}: <span className="font-mono">{lastUsed.route}</span>
      </p>
    </Notice>
  );
}

type Use = NonNullable<ApiKeyJson["lastUsed"]>;

/** "318 requests from 2 addresses in the last hour, last 4 seconds ago", or without figures where there are none. */
function useWords({ at, ip }: Use, lastHour: KeyUsageJson["totals"] | undefined, now: Date): string {
  const ago = relativeTimeToSecond(at, now);
  if (!lastHour || lastHour.requests === 0) return `Last used ${ago} from ${ip ?? "an unknown address"}`;
  const { requests, addresses } = lastHour;
  const from = addresses === 0 ? "unknown addresses" : count(addresses, "address", "addresses");
  return `${count(requests, "request")} from ${from} in the last hour, last ${ago}`;
}

const isInUse = (lastUsed: ApiKeyJson["lastUsed"], now: Date): boolean =>
  lastUsed !== null && now.getTime() - new Date(lastUsed.at).getTime() < IN_USE_MS;

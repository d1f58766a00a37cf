"use client";

import { CircleDashed } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { TimeAgo } from "@/components/ui/time-ago";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";

/** When a key was last used; by whom and for what in the tooltip. */
export function LastUsed({ lastUsed }: { lastUsed: ApiKeyJson["lastUsed"] }) {
  if (!lastUsed) return <Badge icon={CircleDashed}>Never used</Badge>;
  const { at, ip, route, status, userAgent } = lastUsed;
  return (
    <TimeAgo
      at={at}
      more={
        <>
          <span className="font-mono">
            {route} {status}
          </span>
          <span>from {ip ?? "an unknown address"}</span>
          <span className="break-all">{userAgent ?? "No agent named"}</span>
        </>
      }
    />
  );
}

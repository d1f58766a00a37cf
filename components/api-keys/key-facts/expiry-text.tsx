"use client";

import { TriangleAlert } from "lucide-react";
import { TimeAgo } from "@/components/ui/time-ago";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { Explained } from "./explained";

/** When a key ends. A production key without an end is worth a second look. */
export function ExpiryText({ apiKey }: { apiKey: ApiKeyJson }) {
  if (apiKey.expiresAt) return <TimeAgo at={apiKey.expiresAt} />;
  if (apiKey.environment === "sandbox" || apiKey.status === "revoked") return "Never";
  return (
    <Explained text="Works until someone revokes it.">
      <TriangleAlert aria-hidden className="size-4 shrink-0 text-warning" />
      Never
    </Explained>
  );
}

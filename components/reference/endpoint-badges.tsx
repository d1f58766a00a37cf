"use client";

import { Gauge, KeyRound } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { newApiKeyPath } from "@/lib/paths";
import { useReference } from "./reference-provider";

/** Leads to a form for a key of the page's environment with this scope chosen. */
export function ScopeBadge({ scope }: { scope: string }) {
  const { environment } = useReference();
  return (
    <Link
      href={newApiKeyPath(environment, { scopes: scope })}
      prefetch={false}
      aria-label={`${scope}: create a ${environment} key with this scope`}
      className="rounded-sm underline decoration-dotted underline-offset-2 hover:decoration-solid"
    >
      <Badge tone="accent" icon={KeyRound}>
        <span className="font-mono">{scope}</span>
      </Badge>
    </Link>
  );
}

export function RateBadge() {
  return <Badge icon={Gauge}>{useReference().limitPerMinute} per minute per IP address</Badge>;
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { keyUsageQuery } from "@/lib/client/requests";
import type { Environment } from "@/lib/domain/environment";
import { formatNumber } from "@/lib/format";

const DAY_MS = 86_400_000;

type SecretRequestsProps = { environment: Environment; keyId: string; secretId: string };

/** How many requests came with one secret of a key in 24 hours. All secrets of a key share one answer. */
export function SecretRequests({ environment, keyId, secretId }: SecretRequestsProps) {
  const lastDay = () => ({ window: "HOUR" as const, start: new Date(Date.now() - DAY_MS).toISOString() });
  const { data, isError } = useQuery(keyUsageQuery(environment, keyId, "24h", lastDay));
  if (!data) return <span className="text-muted">{isError ? "Unknown" : "…"}</span>;
  const requests = data.secrets.find((secret) => secret.secretId === secretId)?.requests ?? 0;
  return <span className="tabular-nums">{formatNumber(requests)}</span>;
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { lastDayQuery, lastHourQuery } from "@/lib/client/requests";
import type { Environment } from "@/lib/domain/environment";
import { formatNumber } from "@/lib/format";

const QUERIES = { hour: lastHourQuery, day: lastDayQuery };

type SecretRequestsProps = {
  environment: Environment;
  keyId: string;
  secretId: string;
  /** The last hour, or the last 24. */
  span: keyof typeof QUERIES;
};

/** How many requests came with one secret of a key lately. All secrets of a key share one answer. */
export function SecretRequests({ environment, keyId, secretId, span }: SecretRequestsProps) {
  const { data, isError } = useQuery(QUERIES[span](environment, keyId));
  if (!data) return <span className="text-muted">{isError ? "Unknown" : "…"}</span>;
  const requests = data.secrets.find((secret) => secret.secretId === secretId)?.requests ?? 0;
  return <span className="tabular-nums">{formatNumber(requests)}</span>;
}

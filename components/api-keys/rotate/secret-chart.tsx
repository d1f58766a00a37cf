"use client";

import { useQuery } from "@tanstack/react-query";
import { useNow } from "@/components/ui/clock";
import { type BarPart, Bars } from "@/components/ui/stacked-bars";
import { lastDayQuery } from "@/lib/client/requests";
import type { Environment } from "@/lib/domain/environment";
import { windowName } from "../key-usage/window-name";

const PARTS: readonly BarPart[] = [{ id: "requests", label: "Sent", colour: "bg-chart-1" }];

type SecretChartProps = { environment: Environment; keyId: string; secretId: string; label: string };

/** The requests of 24 hours that came with one secret of a key. Nothing while the request log cannot be read. */
export function SecretChart({ environment, keyId, secretId, label }: SecretChartProps) {
  // The server does not know the reader's time zone.
  const isHere = useNow() !== null;
  const { data } = useQuery(lastDayQuery(environment, keyId));
  if (!data || !isHere) return null;
  const used = data.secrets.find((secret) => secret.secretId === secretId)?.breakdown ?? [];
  const requests = new Map(used.map((window) => [window.date, window.requests]));
  const bars = data.breakdown.map(({ date }) => ({
    id: date,
    label: windowName(date, "HOUR"),
    values: { requests: requests.get(date) ?? 0 },
  }));
  return <Bars label={label} parts={PARTS} bars={bars} small />;
}

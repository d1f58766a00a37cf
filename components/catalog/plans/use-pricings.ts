"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { everyPricingQuery } from "@/lib/client/pricing";
import type { Pricings } from "./plan-form";

/** Every price of this environment by its id, to choose from. */
export function usePricings(): { pricings: Pricings | undefined; error: unknown; retry: () => void } {
  const environment = useEnvironment();
  const { data, error, refetch } = useQuery(everyPricingQuery(environment));
  const pricings = useMemo(() => data && new Map(data.map((pricing) => [pricing.id, pricing])), [data]);
  return { pricings, error, retry: () => void refetch() };
}

"use client";

import { useUrlSearch } from "@/components/shell/use-url-search";
import type { UsageFilters } from "@/lib/client/usage";
import { type UsageRange, usageRangeOf, windowsOf } from "./usage-range";

const NONE = {
  meter: null,
  event: null,
  customer: null,
  contract: null,
  range: null,
  from: null,
  to: null,
  window: null,
  by: null,
} as const;

export type ShownUsage = { readonly filters: UsageFilters; readonly range: UsageRange };

/** What the chart shows, as the URL has it. */
export function useUsageFilters() {
  const { search, change } = useUrlSearch();
  const read = (name: string) => search.get(name) || undefined;
  const contractId = read("contract");
  const meterId = read("meter");
  const range = usageRangeOf(
    { range: search.get("range"), from: search.get("from"), to: search.get("to") },
    contractId !== undefined,
  );
  const windows = windowsOf(range);
  const asked = search.get("window")?.toUpperCase();
  const filters: UsageFilters = {
    meterId,
    eventName: meterId === undefined ? read("event") : undefined,
    contractId,
    customerId: contractId === undefined ? read("customer") : undefined,
    window: windows.find((window) => window === asked) ?? windows[0],
    groupBy: read("by"),
  };
  const isFiltered = ["meter", "event", "customer", "contract"].some((name) => search.get(name));
  return { filters, range, windows, isFiltered, change, clear: () => change(NONE) };
}

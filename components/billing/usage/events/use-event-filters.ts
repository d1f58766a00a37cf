"use client";

import { useUrlSearch } from "@/components/shell/use-url-search";
import type { EventFilters } from "@/lib/client/usage";

/** The filters of the list of events, as the URL has them. Name and customer are those of the chart. */
export function useEventFilters() {
  const { search, change } = useUrlSearch();
  const read = (name: string) => search.get(name) || undefined;
  const filters: EventFilters = {
    eventName: read("event"),
    customerId: read("customer"),
    idempotencyKey: read("key"),
  };
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const isLive = search.get("live") !== "off";
  return { filters, isFiltered, isLive, change, clear: () => change({ event: null, customer: null, key: null }) };
}

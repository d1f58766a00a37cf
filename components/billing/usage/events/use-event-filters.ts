"use client";

import { useUrlSearch } from "@/components/shell/use-url-search";
import type { EventFilters } from "@/lib/client/usage";
import { listRangeOf } from "../usage-range";

const NONE = { event: null, customer: null, key: null, range: null, from: null, to: null } as const;

/** The filters of the list of events, as the URL has them. Name, customer and range are those of the chart. */
export function useEventFilters() {
  const { search, change } = useUrlSearch();
  const read = (name: string) => search.get(name) || undefined;
  const filters: EventFilters = {
    eventName: read("event"),
    customerId: read("customer"),
    idempotencyKey: read("key"),
  };
  const range = listRangeOf({ range: search.get("range"), from: search.get("from"), to: search.get("to") });
  const isFiltered = range !== null || Object.values(filters).some((value) => value !== undefined);
  const isLive = search.get("live") !== "off";
  return { filters, range, isFiltered, isLive, change, clear: () => change(NONE) };
}

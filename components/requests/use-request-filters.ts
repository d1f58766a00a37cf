"use client";

import { useMemo } from "react";
import { useUrlSearch } from "@/components/shell/use-url-search";
import type { RequestFilters } from "@/lib/client/requests";

const NONE = { key: null, status: null, route: null, address: null, refused: null, from: null, to: null } as const;

/** The filters of the request log, as the URL has them. */
export function useRequestFilters() {
  const { search, change } = useUrlSearch();
  const text = search.toString();
  const filters = useMemo((): RequestFilters => {
    const params = new URLSearchParams(text);
    const read = (name: string) => params.get(name) || undefined;
    return {
      keyId: read("key"),
      status: read("status"),
      route: read("route"),
      address: read("address"),
      refused: read("refused") === "true" || undefined,
      start: read("from"),
      end: read("to"),
    };
  }, [text]);
  const isFiltered = Object.keys(NONE).some((name) => search.get(name));
  const isLive = search.get("live") === "true";
  return { filters, isFiltered, isLive, change, clear: () => change(NONE) };
}

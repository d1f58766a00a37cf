"use client";

import { useCallback, useState } from "react";
import { SearchField } from "@/components/ui/search-field";
import { maskSecrets } from "@/lib/domain/api-key-secret";
import { useUrlSearch } from "./use-url-search";

/** The search of a list, kept in `?q=`. A whole key is cut to its hint before it reaches the URL or the server. */
export function ListSearch({ label }: { label: string }) {
  const { search, change } = useUrlSearch();
  const [wasKey, setWasKey] = useState(false);
  const accept = (typed: string) => {
    const masked = maskSecrets(typed);
    setWasKey(masked !== typed);
    return masked;
  };
  const apply = useCallback((q: string) => change({ q }, "replace"), [change]);
  return (
    <SearchField
      label={label}
      value={search.get("q") ?? ""}
      onChange={apply}
      accept={accept}
      notice={wasKey ? "That is a whole key. Searched for its hint only." : undefined}
    />
  );
}

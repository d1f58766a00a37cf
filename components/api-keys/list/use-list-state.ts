"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { apiKeysPath } from "@/lib/paths";
import { type FilterProps, type ListState, listStateOf, searchOf } from "./list-state";

/** The list's state as the URL has it. Every change but a turn of the page goes back to the first page. */
export function useListState(): [ListState, FilterProps["onChange"]] {
  const environment = useEnvironment();
  const query = useSearchParams().toString();
  // The router learns of a new URL a moment later; without this a box that was just ticked would be empty again until then.
  const [ahead, setAhead] = useState<{ of: string; query: string } | null>(null);
  useEffect(() => setAhead((current) => (current?.of === query ? current : null)), [query]);
  const shown = ahead?.of === query ? ahead.query : query;
  const state = useMemo(() => listStateOf(new URLSearchParams(shown)), [shown]);

  const change = useCallback<FilterProps["onChange"]>(
    (patch, how = "push") => {
      // Read at the moment of the change: a search that settles late must not undo what was clicked meanwhile.
      const current = listStateOf(new URLSearchParams(window.location.search));
      const url = apiKeysPath(environment, searchOf({ ...current, trail: [], ...patch }));
      setAhead({ of: query, query: url.split("?")[1] ?? "" });
      if (how === "push") window.history.pushState(null, "", url);
      else window.history.replaceState(null, "", url);
    },
    [environment, query],
  );

  useEffect(() => {
    // A link may bring a whole key. It was not asked for; now it also leaves the address bar.
    if ((new URLSearchParams(shown).get("q") ?? "") !== state.search) change({ search: state.search }, "replace");
  }, [shown, state.search, change]);

  return [state, change];
}

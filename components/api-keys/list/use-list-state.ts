"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { apiKeysPath } from "@/lib/paths";
import { type ListState, listStateOf, searchOf } from "./list-state";

type Change = (patch: Partial<ListState>, how?: "push" | "replace") => void;

/** The list's state as the URL has it. Every change but a turn of the page goes back to the first page. */
export function useListState(): [ListState, Change] {
  const environment = useEnvironment();
  const params = useSearchParams();
  const state = useMemo(() => listStateOf(new URLSearchParams(params)), [params]);

  const change = useCallback<Change>(
    (patch, how = "push") => {
      // Read at the moment of the change: a search that settles late must not undo what was clicked meanwhile.
      const current = listStateOf(new URLSearchParams(window.location.search));
      const url = apiKeysPath(environment, searchOf({ ...current, trail: [], ...patch }));
      if (how === "push") window.history.pushState(null, "", url);
      else window.history.replaceState(null, "", url);
    },
    [environment],
  );

  useEffect(() => {
    // A link may bring a whole key. It was not asked for; now it also leaves the address bar.
    if ((params.get("q") ?? "") !== state.search) change({ search: state.search }, "replace");
  }, [params, state.search, change]);

  return [state, change];
}

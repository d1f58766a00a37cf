"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback } from "react";
import { type Search, withSearch } from "@/lib/paths";

type Change = (changes: Search, how?: "push" | "replace") => void;

/**
 * The search part of the URL, where lists keep their state. A change of filters goes back to the first page, because a
 * cursor belongs to the filters it was made with.
 */
export function useUrlSearch(): { search: URLSearchParams; change: Change } {
  const pathname = usePathname();
  const search = useSearchParams();
  const change = useCallback<Change>(
    (changes, how = "push") => {
      // Read at the moment of the change: two of them may come before the next render.
      const { after: _, elsewhere: __, ...kept } = Object.fromEntries(new URLSearchParams(window.location.search));
      const url = withSearch(pathname, { ...kept, ...changes }) + window.location.hash;
      // Not the router: the page itself stays, so there is nothing to ask the server for.
      if (how === "push") window.history.pushState(null, "", url);
      else window.history.replaceState(null, "", url);
    },
    [pathname],
  );
  return { search: new URLSearchParams(search), change };
}

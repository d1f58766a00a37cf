"use client";

import type { ReactNode } from "react";
import { PAGE_SIZES, Pager } from "@/components/ui/pager";
import { useUrlSearch } from "./use-url-search";

// Keeps the URL below what servers take in a request line.
const TRAIL_MAX = 40;

/** Where a list stands: `after` in the URL holds the cursors of the pages on the way here, so that Newer works after a reload. */
export function useListPage(): { size: number; cursor: string | undefined; trail: readonly string[] } {
  const { search } = useUrlSearch();
  const trail = search.get("after")?.split(",").filter(Boolean) ?? [];
  const size = PAGE_SIZES.find((each) => String(each) === search.get("size")) ?? PAGE_SIZES[0];
  return { size, cursor: trail.at(-1), trail };
}

/** Newer and Older of a list whose last answer named `nextCursor`. */
export function ListPager({ nextCursor, children }: { nextCursor: string | null | undefined; children?: ReactNode }) {
  const { change } = useUrlSearch();
  const { size, trail } = useListPage();
  const goTo = (cursors: readonly string[]) => change({ after: cursors.slice(-TRAIL_MAX).join(",") });
  return (
    <Pager
      onNewer={trail.length > 0 ? () => goTo(trail.slice(0, -1)) : null}
      onOlder={nextCursor ? () => goTo([...trail, nextCursor]) : null}
      size={size}
      onSize={(next) => change({ size: next === PAGE_SIZES[0] ? null : next })}
    >
      {children}
    </Pager>
  );
}

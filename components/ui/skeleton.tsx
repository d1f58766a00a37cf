"use client";

import { useEffect, useRef, useState } from "react";
import { classNames } from "./class-names";

const SHOW_AFTER_MS = 150;
const SHOWN_AT_LEAST_MS = 300;

/** Whether to show a skeleton: after 150 ms of waiting, and then for at least 300 ms, so that nothing flickers. */
export function useSkeleton(waiting: boolean): boolean {
  const [shown, setShown] = useState(false);
  const shownSince = useRef(0);
  useEffect(() => {
    if (waiting === shown) return;
    const sinceMs = performance.now() - shownSince.current;
    const delayMs = waiting ? SHOW_AFTER_MS : Math.max(0, SHOWN_AT_LEAST_MS - sinceMs);
    const change = setTimeout(() => {
      shownSince.current = performance.now();
      setShown(waiting);
    }, delayMs);
    return () => clearTimeout(change);
  }, [waiting, shown]);
  return shown;
}

/** A grey bar in the place of a line. Still: nothing loops. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classNames("block h-3 min-w-6 rounded-sm bg-subtle", className)} />;
}

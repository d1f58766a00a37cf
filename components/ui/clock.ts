"use client";

import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let minute = 0;
let ticking: ReturnType<typeof setInterval> | undefined;

function watch(listener: () => void): () => void {
  listeners.add(listener);
  ticking ??= setInterval(() => {
    minute += 1;
    for (const each of listeners) each();
  }, 60_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

/** The present, refreshed each minute by one timer for the whole page. Null on the server, whose clock and time zone are not the reader's. */
export function useNow(): Date | null {
  const read = useSyncExternalStore(
    watch,
    () => minute,
    () => null,
  );
  return read === null ? null : new Date();
}

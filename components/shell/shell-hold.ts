"use client";

import { useEffect, useSyncExternalStore } from "react";

// While a secret is on screen nothing may take its place: palette and shortcuts are off, "You are signed out" and other tabs' sign-out wait.
let holds = 0;
const listeners = new Set<() => void>();

function change(by: 1 | -1): void {
  holds += by;
  for (const listener of listeners) listener();
}

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const isShellHeld = (): boolean => holds > 0;

/** Holds the shell back while `active`. For the reveal of a secret. */
export function useShellHold(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    change(1);
    return () => change(-1);
  }, [active]);
}

export function useIsShellHeld(): boolean {
  return useSyncExternalStore(watch, isShellHeld, () => false);
}

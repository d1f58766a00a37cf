"use client";

import { useSyncExternalStore } from "react";

const STORAGE_KEY = "mintkey_shortcuts";
const listeners = new Set<() => void>();

function watch(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** Whether single letters do something. The palette's Ctrl K always does. */
export const areShortcutsOn = (): boolean => window.localStorage.getItem(STORAGE_KEY) !== "off";

export function useShortcutsOn(): boolean {
  return useSyncExternalStore(watch, areShortcutsOn, () => true);
}

export function turnShortcuts(on: boolean): void {
  if (on) window.localStorage.removeItem(STORAGE_KEY);
  else window.localStorage.setItem(STORAGE_KEY, "off");
  for (const listener of listeners) listener();
}

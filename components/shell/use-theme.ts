"use client";

import { useSyncExternalStore } from "react";
import { rememberInCookie } from "./cookie";
import { readTheme, THEME_COOKIE, type Theme } from "./theme";

const listeners = new Set<() => void>();

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const current = (): Theme => readTheme(document.documentElement.dataset.theme);

/** The theme in force. The root element itself holds it, so the first paint and every menu agree. */
export function useTheme(): Theme {
  return useSyncExternalStore(watch, current, () => "system");
}

export function chooseTheme(theme: Theme): void {
  rememberInCookie(THEME_COOKIE, theme === "system" ? "" : theme);
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const listener of listeners) listener();
}

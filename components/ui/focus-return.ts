"use client";

import { type RefObject, useRef } from "react";

// Where the reader was, newest last. Menus do not count: they are gone by the time a dialog they opened closes again.
const PLACES_MAX = 5;
let places: readonly HTMLElement[] = [];

if (typeof window !== "undefined") {
  window.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement) || target.closest('[role="menu"]')) return;
    places = [...places.filter((place) => place !== target), target].slice(-PLACES_MAX);
  });
}

/** Moves the focus into a dialog when it opens, and back to where it was when it closes; if that is gone, to the page's `h1`. */
export function useFocusReturn(initialFocus: RefObject<HTMLElement | null> | undefined) {
  const returnTo = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus: (event: Event) => {
      const dialog = event.target instanceof Node ? event.target : null;
      returnTo.current = places.findLast((place) => !dialog?.contains(place)) ?? null;
      if (!initialFocus?.current) return;
      event.preventDefault();
      initialFocus.current.focus();
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      const target = returnTo.current?.isConnected ? returnTo.current : document.querySelector("main h1");
      if (target instanceof HTMLElement) target.focus();
    },
  };
}

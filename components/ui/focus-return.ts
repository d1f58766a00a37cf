"use client";

import { type RefObject, useRef } from "react";

// Where the reader was. Menus do not count: they are gone by the time a dialog they opened closes again.
let lastFocused: HTMLElement | null = null;

if (typeof window !== "undefined") {
  window.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement && !target.closest('[role="menu"]')) lastFocused = target;
  });
}

/** Moves the focus into a dialog when it opens, and back to where it was when it closes; if that is gone, to the page's `h1`. */
export function useFocusReturn(initialFocus: RefObject<HTMLElement | null> | undefined) {
  const returnTo = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus: (event: Event) => {
      const isInside = event.target instanceof Node && event.target.contains(lastFocused);
      if (!isInside) returnTo.current = lastFocused;
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

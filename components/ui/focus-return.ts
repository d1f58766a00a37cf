"use client";

import { type RefObject, useRef } from "react";

// Where the reader was, newest last. Of a menu its button counts: the menu is gone by the time a dialog it opened closes again.
const PLACES_MAX = 5;
let places: readonly HTMLElement[] = [];

if (typeof window !== "undefined") {
  window.addEventListener("focusin", ({ target }) => {
    const arrived = target instanceof HTMLElement ? placeOf(target) : null;
    if (arrived) places = [...places.filter((place) => place !== arrived), arrived].slice(-PLACES_MAX);
  });
}

function placeOf(target: HTMLElement): HTMLElement | null {
  const menu = target.closest('[role="menu"]');
  if (!menu) return target;
  const button = document.querySelector(`[aria-controls="${CSS.escape(menu.id)}"]`);
  return button instanceof HTMLElement && !button.closest('[role="menu"]') ? button : null;
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

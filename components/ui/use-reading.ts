"use client";

import { type RefObject, useEffect, useState } from "react";

const SCROLLED_PX = 120;

/** Whether somebody reads in a place: the pointer or the focus is in it, or the page is scrolled down to it. */
export function useReading(place: RefObject<HTMLElement | null>): { isReading: boolean; leave: () => void } {
  const [isInside, setInside] = useState(false);
  const [isScrolled, setScrolled] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const enter = () => setInside(true);
    const leave = () => setInside(false);
    const scroll = () => setScrolled(window.scrollY > SCROLLED_PX);
    const listened = [
      ["pointerenter", enter],
      ["focusin", enter],
      ["pointerleave", leave],
      ["focusout", leave],
    ] as const;
    for (const [event, listener] of listened) element.addEventListener(event, listener);
    window.addEventListener("scroll", scroll, { passive: true });
    return () => {
      for (const [event, listener] of listened) element.removeEventListener(event, listener);
      window.removeEventListener("scroll", scroll);
    };
  }, [place]);
  const leave = () => {
    setInside(false);
    setScrolled(false);
    window.scrollTo({ top: 0 });
  };
  return { isReading: isInside || isScrolled, leave };
}

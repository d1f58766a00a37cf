"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { isDetailPath } from "@/lib/paths";
import { useEnvironment } from "./environment-provider";
import { rememberRecent } from "./recent-items";

const LOOK_EVERY_MS = 50;
const LOOK_FOR_MS = 3_000;

// Outside the component: switching the environment mounts the whole layout anew.
let landedOn: string | null = null;

/** After a navigation the focus moves to the page's `h1`, once it is there and no menu or sheet is still closing. */
export function NavigationFocus() {
  const pathname = usePathname();
  const environment = useEnvironment();

  useEffect(() => {
    const isArrival = landedOn !== null && landedOn !== pathname;
    const leftFrom = document.activeElement;
    let waitedMs = 0;
    const looking = setInterval(() => {
      waitedMs += LOOK_EVERY_MS;
      if (waitedMs > LOOK_FOR_MS) return clearInterval(looking);
      const heading = document.querySelector("main h1");
      const isFloating = document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
      if (!(heading instanceof HTMLElement) || isFloating) return;
      clearInterval(looking);
      landedOn = pathname;
      if (isDetailPath(pathname)) rememberRecent({ label: heading.textContent, href: pathname, environment });
      const moved = document.activeElement !== leftFrom && heading.closest("main")?.contains(document.activeElement);
      if (isArrival && !moved) heading.focus();
    }, LOOK_EVERY_MS);
    return () => clearInterval(looking);
  }, [pathname, environment]);

  return null;
}

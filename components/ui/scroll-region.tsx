"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { classNames } from "./class-names";

type ScrollRegionProps = {
  label: string;
  busy?: boolean;
  /** Without a frame of its own. */
  plain?: boolean;
  children: ReactNode;
};

/** A named place for something wider than the page. It can be focused, and so scrolled by keyboard, exactly when it overflows. */
export function ScrollRegion({ label, busy, plain, children }: ScrollRegionProps) {
  const place = useRef<HTMLElement>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => setOverflows(element.scrollWidth > element.clientWidth + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return (
    <section
      ref={place}
      aria-label={label}
      aria-busy={busy || undefined}
      tabIndex={overflows ? 0 : undefined}
      className={classNames(
        "relative min-w-0 overflow-x-auto rounded-lg outline-offset-[-2px]",
        !plain && "md:border md:bg-surface",
      )}
    >
      {children}
    </section>
  );
}

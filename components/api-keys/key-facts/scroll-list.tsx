"use client";

import type { ReactNode } from "react";

// A list that scrolls has to be within reach of the keyboard.
const FOCUSABLE = { tabIndex: 0 } as const;

/** A list inside a dialog that does not push the buttons out of view. */
export function ScrollList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul
      aria-label={label}
      {...FOCUSABLE}
      className="max-h-48 min-w-0 overflow-y-auto rounded-lg border outline-offset-[-2px]"
    >
      {children}
    </ul>
  );
}

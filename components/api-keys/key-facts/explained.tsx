"use client";

import type { ReactNode } from "react";
import { WithTooltip } from "@/components/ui/tooltip";

// It does nothing, but its tooltip has to be within reach of the keyboard.
const FOCUSABLE = { tabIndex: 0 } as const;

/** Something short whose tooltip says more: on hover, focus and tap. */
export function Explained({ text, children }: { text: ReactNode; children: ReactNode }) {
  return (
    <WithTooltip onTap text={text}>
      <span {...FOCUSABLE} className="inline-flex min-w-0 max-w-full items-center gap-1 rounded-sm align-middle">
        {children}
      </span>
    </WithTooltip>
  );
}

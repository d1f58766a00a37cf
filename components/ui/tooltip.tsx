"use client";

import { Tooltip } from "radix-ui";
import { type PointerEvent, type ReactElement, type ReactNode, useState } from "react";
import { arrivedByTab } from "./arrival";

export const TooltipProvider = Tooltip.Provider;

type WithTooltipProps = {
  text: ReactNode;
  /** One element that takes a ref and can be focused. */
  children: ReactElement;
  side?: "top" | "right" | "bottom" | "left";
  /** Also opens by tap and click; for things that do nothing else, such as times. */
  onTap?: boolean;
};

/** Shows more about a focusable element on hover and focus. Never the only place of something needed to act. */
export function WithTooltip({ text, children, side = "top", onTap = false }: WithTooltipProps) {
  const [open, setOpen] = useState(false);
  const tap = onTap
    ? {
        // The default would close the tooltip in the same tap that opens it.
        onPointerDown: (event: PointerEvent) => event.preventDefault(),
        onClick: (event: React.MouseEvent) => {
          event.preventDefault();
          setOpen(true);
        },
      }
    : {};
  return (
    <Tooltip.Root open={open} onOpenChange={setOpen}>
      <Tooltip.Trigger asChild onFocus={(event) => (arrivedByTab() ? undefined : event.preventDefault())} {...tap}>
        {children}
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <section aria-label="Tooltip">
          <Tooltip.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-50 max-w-80 animate-enter rounded-md border bg-surface px-2 py-1 text-text text-xs shadow-float"
          >
            {text}
          </Tooltip.Content>
        </section>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

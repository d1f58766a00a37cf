"use client";

import { Popover } from "radix-ui";
import type { ReactElement, ReactNode } from "react";

type PopoverPanelProps = {
  /** The panel's accessible name. */
  label: string;
  /** The button that opens it. */
  trigger: ReactElement;
  align?: "start" | "end";
  children: ReactNode;
};

/** A small floating panel beside its button, for choices that are not actions. */
export function PopoverPanel({ label, trigger, align = "start", children }: PopoverPanelProps) {
  return (
    <Popover.Root>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-popover-content-available-height) min-w-56 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg border bg-surface p-3 shadow-float data-[state=closed]:animate-leave data-[state=open]:animate-enter"
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

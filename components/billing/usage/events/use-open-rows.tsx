"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";

/** Rows that are open for more, and the button that opens one. */
export function useOpenRows() {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const button = (id: string, label: string) => (
    <IconButton
      icon={open.has(id) ? ChevronUp : ChevronDown}
      label={label}
      aria-expanded={open.has(id)}
      small
      onClick={() => toggle(id)}
    />
  );
  return { isOpen: (id: string) => open.has(id), isAnyOpen: open.size > 0, button };
}

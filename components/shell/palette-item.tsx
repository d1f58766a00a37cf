"use client";

import { Command } from "cmdk";
import type { LucideIcon } from "lucide-react";

type PaletteItemProps = {
  /** What is searched; unique. */
  value: string;
  icon: LucideIcon;
  label: string;
  /** Set in mono at the right: a hint, an address. */
  note?: string;
  onSelect: () => void;
};

/** One line of the command palette. */
export function PaletteItem({ value, icon: Icon, label, note, onSelect }: PaletteItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-10 cursor-pointer items-center gap-2 rounded-md px-2 data-[selected=true]:bg-accent-bg data-[selected=true]:text-accent-text md:min-h-8"
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {note ? <span className="min-w-0 truncate font-mono text-xs">{note}</span> : null}
    </Command.Item>
  );
}

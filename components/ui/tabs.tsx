"use client";

import { Tabs } from "radix-ui";
import type { ReactNode } from "react";

export type Tab = { value: string; label: ReactNode; content: ReactNode };

type TabGroupProps = {
  /** The tab list's accessible name. */
  label: string;
  tabs: readonly Tab[];
  /** As in the URL. */
  value: string;
  onChange: (value: string) => void;
};

/** Tabs whose choice the page keeps, usually in the URL. Only the chosen panel is mounted. */
export function TabGroup({ label, tabs, value, onChange }: TabGroupProps) {
  return (
    <Tabs.Root value={value} onValueChange={onChange} className="grid min-w-0 gap-4">
      <Tabs.List aria-label={label} className="flex min-w-0 gap-1 overflow-x-auto border-b">
        {tabs.map((tab) => (
          <Tabs.Trigger
            key={tab.value}
            value={tab.value}
            className="-mb-px inline-flex h-10 shrink-0 items-center border-transparent border-b-2 px-3 text-muted outline-offset-[-2px] hover:text-text data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-text md:h-9"
          >
            {tab.label}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Content key={tab.value} value={tab.value} className="min-w-0 rounded-sm">
          {tab.content}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}

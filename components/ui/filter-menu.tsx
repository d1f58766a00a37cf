"use client";

import { ChevronDown, X } from "lucide-react";
import { formatNumber } from "@/lib/format";
import { Button } from "./button";
import { CheckboxField } from "./checkbox";
import { PopoverPanel } from "./popover";

export type FilterOption = { value: string; label: string; count?: number };

type FilterMenuProps = {
  /** "Status". */
  label: string;
  options: readonly FilterOption[];
  selected: readonly string[];
  onChange: (selected: string[]) => void;
};

/** A filter of several values, each with its count. */
export function FilterMenu({ label, options, selected, onChange }: FilterMenuProps) {
  const trigger = (
    <Button className="gap-1.5">
      {label}
      {selected.length > 0 ? (
        <span className="rounded-sm bg-accent-bg px-1 text-accent-text text-xs tabular-nums">{selected.length}</span>
      ) : null}
      <ChevronDown aria-hidden className="size-4 text-muted" />
    </Button>
  );
  return (
    <PopoverPanel label={label} trigger={trigger}>
      <div className="grid gap-1">
        {options.map(({ value, label: name, count }) => (
          <CheckboxField
            key={value}
            label={
              <span className="flex items-baseline justify-between gap-6">
                {name}
                {count === undefined ? null : <span className="text-muted tabular-nums">{formatNumber(count)}</span>}
              </span>
            }
            checked={selected.includes(value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...selected, value] : selected.filter((one) => one !== value))
            }
          />
        ))}
      </div>
    </PopoverPanel>
  );
}

/** A filter that is on, with a button that removes it: "Status: Revoked ✕". */
export function FilterChip({ label, value, onRemove }: { label: string; value: string; onRemove: () => void }) {
  return (
    <span className="inline-flex h-8 max-w-full items-center gap-1 rounded-md bg-accent-bg pl-2 text-accent-text md:h-7">
      <span className="truncate">
        {label}: {value}
      </span>
      <button
        type="button"
        aria-label={`Remove filter ${label}: ${value}`}
        onClick={onRemove}
        className="inline-flex size-8 items-center justify-center rounded-md md:size-7"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}

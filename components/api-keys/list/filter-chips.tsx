"use client";

import { FilterChip, type FilterOption } from "@/components/ui/filter-menu";
import { ATTENTION_WORDS, STATUS_WORDS, scopeInWords } from "../key-facts/words";
import type { FilterProps } from "./list-state";

type Chip = { label: string; value: string; key: string; patch: Parameters<FilterProps["onChange"]>[0] };

/** The filters that are on, each with a button that removes it. */
export function FilterChips({ state, onChange, creators }: FilterProps & { creators: readonly FilterOption[] }) {
  const chips: Chip[] = [
    ...(state.attention
      ? [
          {
            key: "attention",
            label: "Needs attention",
            value: ATTENTION_WORDS[state.attention],
            patch: { attention: null },
          },
        ]
      : []),
    ...state.status.map((status) => ({
      key: `status-${status}`,
      label: "Status",
      value: STATUS_WORDS[status],
      patch: { status: state.status.filter((one) => one !== status) },
    })),
    ...state.scope.map((scope) => ({
      key: `scope-${scope}`,
      label: "Scope",
      value: scopeInWords(scope),
      patch: { scope: state.scope.filter((one) => one !== scope) },
    })),
    ...state.createdBy.map((id) => ({
      key: `created-by-${id}`,
      label: "Created by",
      value: creators.find(({ value }) => value === id)?.label ?? "Unknown",
      patch: { createdBy: state.createdBy.filter((one) => one !== id) },
    })),
  ];
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filters" className="flex flex-wrap gap-2">
      {chips.map(({ key, label, value, patch }) => (
        <li key={key} className="inline-flex min-w-0 max-w-full">
          <FilterChip label={label} value={value} onRemove={() => onChange(patch)} />
        </li>
      ))}
    </ul>
  );
}

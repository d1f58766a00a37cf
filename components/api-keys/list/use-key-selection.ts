"use client";

import { useState } from "react";
import type { Selection } from "@/components/ui/data-table-head";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";

type KeySelection = {
  keys: readonly ApiKeyJson[];
  /** For the table. */
  selection: Selection;
  select: (keys: readonly ApiKeyJson[]) => void;
  clear: () => void;
};

/** The selected keys, kept while one turns the page. */
export function useKeySelection(rows: readonly ApiKeyJson[]): KeySelection {
  const [held, setHeld] = useState<ReadonlyMap<string, ApiKeyJson>>(new Map());
  const fresh = new Map(rows.map((row) => [row.id, row]));
  const known = new Map([...held, ...fresh]);
  // A row on this page has newer facts than the one that was once selected.
  const keys = [...held.values()].map((apiKey) => fresh.get(apiKey.id) ?? apiKey);
  const select = (chosen: readonly ApiKeyJson[]) => setHeld(new Map(chosen.map((apiKey) => [apiKey.id, apiKey])));
  return {
    keys,
    selection: {
      selected: new Set(held.keys()),
      onChange: (ids) => select([...ids].flatMap((id) => known.get(id) ?? [])),
    },
    select,
    clear: () => setHeld(new Map()),
  };
}

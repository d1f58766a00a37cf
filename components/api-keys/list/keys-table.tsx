"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { DataTable } from "@/components/ui/data-table";
import type { Selection } from "@/components/ui/data-table-head";
import type { Viewer } from "@/lib/client/viewer";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { API_KEY_COLUMNS } from "./columns";
import { KeysEmpty } from "./keys-empty";
import type { FilterProps } from "./list-state";
import { RowMenu } from "./row-menu";

type KeysTableProps = FilterProps & {
  keys: UseQueryResult<{ data: ApiKeyJson[] }>;
  viewer: Viewer | undefined;
  selection: Selection;
  onRevoke: (apiKey: ApiKeyJson) => void;
};

/** The rows of one page, with what can be done to each. */
export function KeysTable({ keys, state, viewer, selection, onChange, onRevoke }: KeysTableProps) {
  return (
    <DataTable
      label="API keys"
      columns={API_KEY_COLUMNS}
      rows={keys.data?.data}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      pending={keys.isPending}
      error={keys.error}
      errorTitle="The keys could not be loaded."
      onRetry={() => void keys.refetch()}
      sort={state.sort}
      onSort={(sort) => onChange({ sort })}
      selection={selection}
      rowMenu={(apiKey) => <RowMenu apiKey={apiKey} viewer={viewer} onRevoke={() => onRevoke(apiKey)} />}
      empty={<KeysEmpty state={state} onChange={onChange} viewer={viewer} />}
    />
  );
}

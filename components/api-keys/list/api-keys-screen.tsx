"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useIsShellHeld } from "@/components/shell/shell-hold";
import { DataTable } from "@/components/ui/data-table";
import { ErrorNotice } from "@/components/ui/error-region";
import { PageBody } from "@/components/ui/page-body";
import { apiKeysQuery } from "@/lib/client/api-keys";
import { viewerQuery } from "@/lib/client/viewer";
import type { Environment } from "@/lib/domain/environment";
import { AttentionRegion } from "./attention-region";
import { BulkBar } from "./bulk-bar";
import { API_KEY_COLUMNS } from "./columns";
import { ApiKeyFiltersBar } from "./filters";
import { KeysEmpty } from "./keys-empty";
import { KeysHeader } from "./keys-header";
import { ListDialogs, type OpenDialog } from "./list-dialogs";
import { ListFooter } from "./list-footer";
import { type ListState, pageFiltersOf } from "./list-state";
import { RowMenu } from "./row-menu";
import { useFocusAfterRevoke } from "./use-focus-after-revoke";
import { useKeySelection } from "./use-key-selection";
import { useListExtras } from "./use-list-extras";
import { useListState } from "./use-list-state";

const REFETCH_MS = 5_000;
const REVOKE_ALL = { kind: "revoke-all" } as const;

/** Settings > API keys. Nothing of one environment is carried over to the other. */
export function ApiKeysScreen() {
  const environment = useEnvironment();
  return <ApiKeysOfEnvironment key={environment} environment={environment} />;
}

function ApiKeysOfEnvironment({ environment }: { environment: Environment }) {
  const [state, change] = useListState();
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const viewer = useQuery(viewerQuery(environment)).data;
  const keys = useKeysPage(environment, state);
  const rows = keys.data?.data;
  const chosen = useKeySelection(rows ?? []);
  const extras = useListExtras(environment, state);
  const focusAfter = useFocusAfterRevoke(environment, rows ?? []);
  const close = (revokedIds: readonly string[]) => {
    setOpen(null);
    if (revokedIds.length === 0) return;
    chosen.clear();
    void focusAfter(revokedIds);
  };

  return (
    <PageBody>
      <KeysHeader viewer={viewer} onExport={() => void extras.exportAll()} onRevokeAll={() => setOpen(REVOKE_ALL)} />
      {chosen.keys.length > 0 ? (
        <BulkBar
          keys={chosen.keys}
          viewer={viewer}
          total={keys.data?.total ?? 0}
          onSelectAll={() => void extras.findAll().then((found) => found && chosen.select(found))}
          onOpen={setOpen}
          onClear={chosen.clear}
        />
      ) : (
        <ApiKeyFiltersBar state={state} onChange={change} isEmpty={rows?.length === 0} />
      )}
      {extras.failure ? <ErrorNotice error={extras.failure} title="The keys could not be read." /> : null}
      <AttentionRegion current={state.attention} />
      <DataTable
        label="API keys"
        columns={API_KEY_COLUMNS}
        rows={rows}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        pending={keys.isPending}
        error={keys.error}
        errorTitle="The keys could not be loaded."
        onRetry={() => void keys.refetch()}
        sort={state.sort}
        onSort={(sort) => change({ sort })}
        selection={chosen.selection}
        rowMenu={(apiKey) => <RowMenu {...{ apiKey, viewer }} onOpen={setOpen} />}
        empty={<KeysEmpty state={state} onChange={change} viewer={viewer} />}
      />
      <ListFooter page={keys.data} state={state} onChange={change} />
      <ListDialogs open={open} onClose={close} />
    </PageBody>
  );
}

/** The page in view. While a secret is on screen the rows below it stay as they are. */
function useKeysPage(environment: Environment, state: ListState) {
  const held = useIsShellHeld();
  return useQuery({
    ...apiKeysQuery(environment, pageFiltersOf(state)),
    refetchInterval: REFETCH_MS,
    enabled: !held,
  });
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useIsShellHeld } from "@/components/shell/shell-hold";
import { ErrorNotice } from "@/components/ui/error-region";
import { PageBody } from "@/components/ui/page-body";
import { apiKeysQuery } from "@/lib/client/api-keys";
import { viewerQuery } from "@/lib/client/viewer";
import type { Environment } from "@/lib/domain/environment";
import { AttentionRegion } from "./attention-region";
import { BulkBar } from "./bulk-bar";
import { exportKeys } from "./export-keys";
import { ApiKeyFiltersBar } from "./filters";
import { KeysHeader } from "./keys-header";
import { KeysTable } from "./keys-table";
import { ListDialogs, type OpenDialog } from "./list-dialogs";
import { ListFooter } from "./list-footer";
import { pageFiltersOf } from "./list-state";
import { useFocusAfterRevoke } from "./use-focus-after-revoke";
import { useKeySelection } from "./use-key-selection";
import { useListExtras } from "./use-list-extras";
import { useListState } from "./use-list-state";

const REFETCH_MS = 5_000;

/** Settings > API keys. Nothing of one environment is carried over to the other. */
export function ApiKeysScreen() {
  const environment = useEnvironment();
  return <ApiKeysOfEnvironment key={environment} environment={environment} />;
}

function ApiKeysOfEnvironment({ environment }: { environment: Environment }) {
  const [state, change] = useListState();
  const [open, setOpen] = useState<OpenDialog | null>(null);
  // While a secret is on screen the rows below stay as they are.
  const held = useIsShellHeld();
  const viewer = useQuery(viewerQuery(environment)).data;
  const keys = useQuery({
    ...apiKeysQuery(environment, pageFiltersOf(state)),
    refetchInterval: REFETCH_MS,
    enabled: !held,
  });
  const rows = keys.data?.data;
  const { keys: selected, selection, select, clear } = useKeySelection(rows ?? []);
  const extras = useListExtras(environment, state);
  const focusAfter = useFocusAfterRevoke(environment, rows ?? []);

  return (
    <PageBody>
      <KeysHeader
        viewer={viewer}
        onExport={() => void extras.exportAll()}
        onRevokeAll={() => setOpen({ kind: "revoke-all" })}
      />
      {selected.length > 0 ? (
        <BulkBar
          keys={selected}
          viewer={viewer}
          total={keys.data?.total ?? 0}
          onSelectAll={() => void extras.findAll().then(select)}
          onRevoke={() => setOpen({ kind: "revoke-many", keys: selected })}
          onSetExpiry={() => setOpen({ kind: "set-expiry", keys: selected })}
          onExport={() => exportKeys(environment, selected)}
          onClear={clear}
        />
      ) : (
        <ApiKeyFiltersBar state={state} onChange={change} />
      )}
      {extras.failure ? <ErrorNotice error={extras.failure} title="The keys could not be read." /> : null}
      <AttentionRegion current={state.attention} />
      <KeysTable
        {...{ keys, state, viewer, selection }}
        onChange={change}
        onRevoke={(apiKey) => setOpen({ kind: "revoke", apiKey })}
      />
      <ListFooter page={keys.data} state={state} onChange={change} />
      <ListDialogs
        open={open}
        onClose={(revoked) => {
          setOpen(null);
          if (revoked.length === 0) return;
          clear();
          void focusAfter(revoked);
        }}
      />
    </PageBody>
  );
}

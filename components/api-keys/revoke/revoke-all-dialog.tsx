"use client";

import { useQuery } from "@tanstack/react-query";
import { useEnvironment } from "@/components/shell/environment-provider";
import { ErrorNotice } from "@/components/ui/error-region";
import { apiKeysQueryKey, listAllApiKeys } from "@/lib/client/api-keys";
import { viewerQuery } from "@/lib/client/viewer";
import { count } from "@/lib/format";
import { keysOf } from "../key-facts/words";
import { GroupField } from "./group-field";
import { KeyList } from "./key-list";
import { RevokeGroupWindow } from "./revoke-group-window";
import { useKeyGroup } from "./use-key-group";

/** For an emergency: ends a whole group of keys. */
export function RevokeAllDialog({ onClose }: { onClose: (revokedIds: readonly string[]) => void }) {
  const environment = useEnvironment();
  const organization = useQuery(viewerQuery(environment)).data?.organization.name;
  const group = useKeyGroup();
  const found = useQuery({
    queryKey: [...apiKeysQueryKey(environment), "group", group.filters],
    queryFn: () => listAllApiKeys(environment, group.filters ?? {}),
    enabled: group.filters !== null,
    // The list is what will be revoked: it must not change while it is being read.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const keys = group.filters && found.data ? found.data : [];
  return (
    <RevokeGroupWindow
      environment={environment}
      title={`Revoke all keys of a group in ${environment}?`}
      verb={`Revoke ${keysOf(environment, keys.length)}`}
      keys={keys}
      confirmation={organization ?? ""}
      emergency
      disabledBecause={
        organization === undefined ? "Looking up your organization." : refusal(keys.length, found.isFetching)
      }
      onClose={onClose}
    >
      <GroupField group={group} />
      {found.error ? (
        <ErrorNotice title="The keys could not be loaded." error={found.error} onRetry={() => void found.refetch()} />
      ) : null}
      {group.filters && found.data ? (
        <div className="grid gap-1">
          <p className="font-medium tabular-nums">
            {keys.length === 0 ? "No key matches." : `${count(keys.length, "key")} will be revoked:`}
          </p>
          {keys.length > 0 ? <KeyList keys={keys} /> : null}
        </div>
      ) : null}
    </RevokeGroupWindow>
  );
}

function refusal(keys: number, isLoading: boolean): string | null {
  if (isLoading) return "Looking for the keys.";
  return keys === 0 ? "Choose which keys." : null;
}

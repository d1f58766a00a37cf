"use client";

import { useEnvironment } from "@/components/shell/environment-provider";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { count } from "@/lib/format";
import { keysOf } from "../key-facts/words";
import { KeyList } from "./key-list";
import { RevokeGroupWindow } from "./revoke-group-window";

type RevokeManyDialogProps = {
  keys: readonly ApiKeyJson[];
  /** With the ids of the keys that are refused now. */
  onClose: (revokedIds: readonly string[]) => void;
};

/** Ends the selected keys. */
export function RevokeManyDialog({ keys: selected, onClose }: RevokeManyDialogProps) {
  const environment = useEnvironment();
  const keys = selected.filter(({ status }) => status !== "revoked");
  return (
    <RevokeGroupWindow
      environment={environment}
      title={`Revoke ${count(keys.length, "key")}?`}
      verb={`Revoke ${keysOf(environment, keys.length)}`}
      keys={keys}
      confirmation={String(keys.length)}
      emergency={false}
      disabledBecause={null}
      onClose={onClose}
    >
      <KeyList keys={keys} />
    </RevokeGroupWindow>
  );
}

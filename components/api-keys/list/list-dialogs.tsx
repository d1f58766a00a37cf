"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { apiKeysQueryKey } from "@/lib/client/api-keys";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { RevokeAllDialog } from "../revoke/revoke-all-dialog";
import { RevokeDialog } from "../revoke/revoke-dialog";
import { RevokeManyDialog } from "../revoke/revoke-many-dialog";
import { RotateDialog } from "../rotate/rotate-dialog";
import { SetExpiryDialog } from "./set-expiry-dialog";

export type OpenDialog =
  | { kind: "rotate"; apiKey: ApiKeyJson }
  | { kind: "revoke"; apiKey: ApiKeyJson }
  | { kind: "revoke-many"; keys: readonly ApiKeyJson[] }
  | { kind: "set-expiry"; keys: readonly ApiKeyJson[] }
  | { kind: "revoke-all" };

type ListDialogsProps = {
  open: OpenDialog | null;
  /** With the ids of the keys that ended meanwhile. */
  onClose: (revokedIds: readonly string[]) => void;
};

/** The one dialog that is open over the list. They stand outside of the rows, which may leave meanwhile. */
export function ListDialogs({ open, onClose }: ListDialogsProps) {
  switch (open?.kind) {
    case undefined:
      return null;
    case "rotate":
      return <RotateFromList apiKey={open.apiKey} onClose={() => onClose([])} />;
    case "revoke":
      return <RevokeDialog apiKey={open.apiKey} onClose={(revoked) => onClose(revoked ? [open.apiKey.id] : [])} />;
    case "revoke-many":
      return <RevokeManyDialog keys={open.keys} onClose={onClose} />;
    case "revoke-all":
      return <RevokeAllDialog onClose={onClose} />;
    case "set-expiry":
      return <SetExpiryDialog keys={open.keys} onClose={() => onClose([])} />;
  }
}

function RotateFromList({ apiKey, onClose }: { apiKey: ApiKeyJson; onClose: () => void }) {
  const queryClient = useQueryClient();
  const close = (receipt: string | null) => {
    onClose();
    if (receipt === null) return;
    toast.success(receipt);
    void queryClient.invalidateQueries({ queryKey: apiKeysQueryKey(apiKey.environment) });
  };
  return <RotateDialog apiKey={apiKey} onClose={close} />;
}

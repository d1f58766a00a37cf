"use client";

import { toast } from "sonner";
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
      return (
        <RotateDialog
          apiKey={open.apiKey}
          onClose={(receipt) => {
            if (receipt !== null) toast.success(receipt);
            onClose([]);
          }}
        />
      );
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

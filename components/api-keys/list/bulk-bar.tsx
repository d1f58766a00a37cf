"use client";

import { Ban, CalendarClock, Download, X } from "lucide-react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import type { Viewer } from "@/lib/client/viewer";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { formatNumber } from "@/lib/format";
import { refusalToCreate, refusalToRevokeInBulk } from "../key-facts/key-permissions";
import { exportKeys } from "./export-keys";
import type { OpenDialog } from "./list-dialogs";

export const SELECTED_MAX = 100;

type BulkBarProps = {
  keys: readonly ApiKeyJson[];
  viewer: Viewer | undefined;
  /** How many keys match the filters, on all pages. */
  total: number;
  onSelectAll: () => void;
  onOpen: (dialog: OpenDialog) => void;
  onClear: () => void;
};

/** Stands in the place of the filters while something is selected. Rotation is not here: secrets are revealed one at a time. */
export function BulkBar({ keys, viewer, total, onSelectAll, onOpen, onClear }: BulkBarProps) {
  const environment = useEnvironment();
  const title = `${formatNumber(keys.length)} selected`;
  const reachable = Math.min(total, SELECTED_MAX);
  const all = total > SELECTED_MAX ? `the first ${SELECTED_MAX} of ${formatNumber(total)}` : `all ${total}`;
  const allRevoked = keys.every(({ status }) => status === "revoked") ? "These keys are already revoked." : null;
  return (
    <section aria-label={title} className="flex flex-wrap items-center gap-2 rounded-lg bg-accent-bg p-2">
      <span className="px-1 font-medium text-accent-text tabular-nums">{title}</span>
      {keys.length < reachable ? (
        <Button variant="quiet" onClick={onSelectAll}>
          Select {all} matching
        </Button>
      ) : null}
      <Button
        icon={Ban}
        disabledBecause={refusalToRevokeInBulk(viewer) ?? allRevoked}
        onClick={() => onOpen({ kind: "revoke-many", keys })}
      >
        Revoke…
      </Button>
      <Button
        icon={CalendarClock}
        disabledBecause={refusalToCreate(viewer) ?? allRevoked}
        onClick={() => onOpen({ kind: "set-expiry", keys })}
      >
        Set expiry…
      </Button>
      <CopyButton thing="hints" text={keys.map(({ hint }) => hint).join("\n")} variant="secondary" />
      <Button icon={Download} onClick={() => exportKeys(environment, keys)}>
        Export CSV
      </Button>
      <Button icon={X} variant="quiet" onClick={onClear}>
        Clear selection
      </Button>
    </section>
  );
}

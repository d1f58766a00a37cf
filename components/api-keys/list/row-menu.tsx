"use client";

import { Ban, Copy, RefreshCw, SquareArrowOutUpRight } from "lucide-react";
import { ActionMenu } from "@/components/ui/menu";
import type { Viewer } from "@/lib/client/viewer";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { otherEnvironment } from "@/lib/domain/environment";
import { apiKeyPath } from "@/lib/paths";
import { copiedSettingsPath } from "../key-facts/copied-settings";
import { refusalToCreate, refusalToRevoke, refusalToRotate } from "../key-facts/key-permissions";
import type { OpenDialog } from "./list-dialogs";

type RowMenuProps = { apiKey: ApiKeyJson; viewer: Viewer | undefined; onOpen: (dialog: OpenDialog) => void };

export function RowMenu({ apiKey, viewer, onOpen }: RowMenuProps) {
  return (
    <ActionMenu
      label={`Actions for ${apiKey.name}`}
      actions={[
        { label: "Open", icon: SquareArrowOutUpRight, href: apiKeyPath(apiKey.environment, apiKey.id) },
        {
          label: "Rotate…",
          icon: RefreshCw,
          onSelect: () => onOpen({ kind: "rotate", apiKey }),
          disabledBecause: refusalToRotate(viewer, apiKey),
        },
        {
          label: `Copy settings to ${otherEnvironment(apiKey.environment)}`,
          icon: Copy,
          href: copiedSettingsPath(apiKey),
          disabledBecause: refusalToCreate(viewer),
        },
        {
          label: "Revoke…",
          icon: Ban,
          danger: true,
          onSelect: () => onOpen({ kind: "revoke", apiKey }),
          disabledBecause: refusalToRevoke(viewer, apiKey),
        },
      ]}
    />
  );
}

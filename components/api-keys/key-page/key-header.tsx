"use client";

import { Copy, Ellipsis, Hash } from "lucide-react";
import { EnvironmentBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { announce } from "@/components/ui/live-region";
import { ActionMenu } from "@/components/ui/menu";
import { type Crumb, PageHeader } from "@/components/ui/page-header";
import type { Viewer } from "@/lib/client/viewer";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { otherEnvironment } from "@/lib/domain/environment";
import { copiedSettingsPath } from "../key-facts/copied-settings";
import { HintWithCopy } from "../key-facts/hint-with-copy";
import { refusalToCreate, refusalToRevoke, refusalToRotate } from "../key-facts/key-permissions";
import { StatusBadge } from "../key-facts/status-badge";

type KeyHeaderProps = {
  apiKey: ApiKeyJson;
  viewer: Viewer | undefined;
  crumbs: readonly Crumb[];
  onStep: (step: "rotate" | "revoke") => void;
};

/** Name, status, environment and hint of a key, and what ends or renews it. */
export function KeyHeader({ apiKey, viewer, crumbs, onStep }: KeyHeaderProps) {
  const copyId = () =>
    navigator.clipboard.writeText(apiKey.id).then(
      () => announce("Key id copied"),
      () => announce("The browser did not allow copying"),
    );
  return (
    <PageHeader
      title={apiKey.name}
      breadcrumb={crumbs}
      badges={
        <>
          <StatusBadge apiKey={apiKey} />
          <EnvironmentBadge environment={apiKey.environment} />
        </>
      }
      actions={
        <>
          <Button disabledBecause={refusalToRotate(viewer, apiKey)} onClick={() => onStep("rotate")}>
            Rotate…
          </Button>
          <Button disabledBecause={refusalToRevoke(viewer, apiKey)} onClick={() => onStep("revoke")}>
            Revoke…
          </Button>
          <ActionMenu
            label={`Actions for ${apiKey.name}`}
            trigger={<IconButton icon={Ellipsis} label={`Actions for ${apiKey.name}`} />}
            actions={[
              {
                label: `Copy settings to ${otherEnvironment(apiKey.environment)}`,
                icon: Copy,
                href: copiedSettingsPath(apiKey),
                disabledBecause: refusalToCreate(viewer),
              },
              { label: "Copy key id", icon: Hash, onSelect: () => void copyId() },
            ]}
          />
        </>
      }
    >
      <HintWithCopy apiKey={apiKey} />
    </PageHeader>
  );
}

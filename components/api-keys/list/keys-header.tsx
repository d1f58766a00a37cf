"use client";

import { ChevronDown, Download, OctagonX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ActionMenu } from "@/components/ui/menu";
import { PageHeader } from "@/components/ui/page-header";
import type { Viewer } from "@/lib/client/viewer";
import { refusalToRevokeInBulk } from "../key-facts/key-permissions";
import { CreateKeyLink } from "./create-key-link";

type KeysHeaderProps = { viewer: Viewer | undefined; onExport: () => void; onRevokeAll: () => void };

export function KeysHeader({ viewer, onExport, onRevokeAll }: KeysHeaderProps) {
  const more = (
    <Button className="gap-1.5">
      More
      <ChevronDown aria-hidden className="size-4 text-muted" />
    </Button>
  );
  return (
    <PageHeader
      title="API keys"
      breadcrumb={[{ label: "Settings" }]}
      actions={
        <>
          <ActionMenu
            label="More"
            trigger={more}
            actions={[
              { label: "Export list (CSV)", icon: Download, onSelect: onExport },
              {
                label: "Revoke all…",
                icon: OctagonX,
                danger: true,
                onSelect: onRevokeAll,
                disabledBecause: refusalToRevokeInBulk(viewer),
              },
            ]}
          />
          <CreateKeyLink viewer={viewer} />
        </>
      }
    >
      {viewer?.role === "viewer" ? "Your role can look but not change keys." : null}
    </PageHeader>
  );
}

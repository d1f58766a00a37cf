"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { useNow } from "@/components/ui/clock";
import { Notice } from "@/components/ui/notice";
import { foreignUseQuery } from "@/lib/client/requests";
import type { Viewer } from "@/lib/client/viewer";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { exactTime, relativeTime } from "@/lib/format";
import { replacementPath } from "../key-facts/copied-settings";
import { refusalToChange, refusalToCreate, refusalToRevoke, refusalToRotate } from "../key-facts/key-permissions";
import { endingSecretOf } from "../key-facts/secrets-of-key";
import { ForeignUseNotice } from "./foreign-use-notice";

type KeyNoticeProps = {
  apiKey: ApiKeyJson;
  viewer: Viewer | undefined;
  onStep: (step: "rotate" | "revoke" | "extend") => void;
};

const HOUR_MS = 3_600_000;

/** At most one notice, the worst first, each with the one action that cures it. */
export function KeyNotice({ apiKey, viewer, onStep }: KeyNoticeProps) {
  const now = useNow();
  const { environment, id, status, expiresAt, attention } = apiKey;
  const hasEnded = status === "revoked" || status === "expired";
  const foreignUse = useQuery({ ...foreignUseQuery(environment, id), enabled: !hasEnded }).data;
  if (!now) return null;
  if (hasEnded) return <EndedNotice apiKey={apiKey} viewer={viewer} />;
  if (isOldSecretInUse(apiKey, now)) {
    return (
      <Notice
        tone="warning"
        action={
          <Button disabledBecause={refusalToChange(viewer, apiKey)} onClick={() => onStep("extend")}>
            Extend…
          </Button>
        }
      >
        The old secret ends {relativeTime(endingSecretOf(apiKey)?.expiresAt ?? now, now)} and is still in use.
      </Notice>
    );
  }
  if (expiresAt && attention.includes("expiring")) {
    return (
      <Notice tone="warning" action={<ReplaceLink apiKey={apiKey} viewer={viewer} />}>
        This key ends {relativeTime(expiresAt, now)}, {exactTime(expiresAt)}. Set a later expiry below, or replace it.
      </Notice>
    );
  }
  if (foreignUse && foreignUse.requests > 0) return <ForeignUseNotice use={foreignUse} />;
  return <HygieneNotice apiKey={apiKey} viewer={viewer} onStep={onStep} />;
}

/** What is worth doing, but not today. */
function HygieneNotice({ apiKey, viewer, onStep }: KeyNoticeProps) {
  const { status, attention } = apiKey;
  if (attention.includes("rotation") && status !== "rotating") {
    return (
      <Notice
        tone="warning"
        action={
          <Button disabledBecause={refusalToRotate(viewer, apiKey)} onClick={() => onStep("rotate")}>
            Rotate…
          </Button>
        }
      >
        This key is due for rotation: its secret is 90 days old or older.
      </Notice>
    );
  }
  if (!attention.includes("unused")) return null;
  return (
    <Notice
      tone="warning"
      action={
        <Button disabledBecause={refusalToRevoke(viewer, apiKey)} onClick={() => onStep("revoke")}>
          Revoke…
        </Button>
      }
    >
      This key was not used for 90 days.
    </Notice>
  );
}

function EndedNotice({ apiKey, viewer }: Omit<KeyNoticeProps, "onStep">) {
  const { status, revokedAt, revokedBy, expiresAt } = apiKey;
  const sentence =
    status === "revoked" && revokedAt
      ? `Revoked ${exactTime(revokedAt)} by ${revokedBy?.name ?? "the command line"}. Every server refuses it.`
      : `Expired ${expiresAt ? exactTime(expiresAt) : ""}. Every server refuses it, and only its name and note can change.`;
  return (
    <Notice tone={status === "expired" ? "danger" : "info"} action={<ReplaceLink apiKey={apiKey} viewer={viewer} />}>
      {sentence}
    </Notice>
  );
}

function ReplaceLink({ apiKey, viewer }: Omit<KeyNoticeProps, "onStep">) {
  const refusal = refusalToCreate(viewer);
  if (refusal) return <Button disabledBecause={refusal}>Create a replacement</Button>;
  return (
    <Link href={replacementPath(apiKey)} className={buttonClass()}>
      Create a replacement
    </Link>
  );
}

function isOldSecretInUse(apiKey: ApiKeyJson, now: Date): boolean {
  const old = endingSecretOf(apiKey);
  if (!old?.expiresAt || !old.lastUsedAt) return false;
  return Date.parse(old.expiresAt) - now.getTime() < HOUR_MS && now.getTime() - Date.parse(old.lastUsedAt) < HOUR_MS;
}

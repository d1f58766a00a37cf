"use client";

import { Ban, CircleCheck, type LucideIcon, RefreshCw, Timer, TimerOff } from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import type { ApiKeyStatus } from "@/lib/domain/api-key";
import { exactTime } from "@/lib/format";
import { Explained } from "./explained";
import { endingSecretOf } from "./secrets-of-key";
import { REASON_WORDS, STATUS_WORDS } from "./words";

const LOOK: Record<ApiKeyStatus, { icon: LucideIcon; tone: Tone }> = {
  active: { icon: CircleCheck, tone: "success" },
  expiring: { icon: Timer, tone: "warning" },
  rotating: { icon: RefreshCw, tone: "info" },
  expired: { icon: TimerOff, tone: "danger" },
  revoked: { icon: Ban, tone: "neutral" },
};

/** The status of a key; when, until when and by whom in the tooltip. */
export function StatusBadge({ apiKey }: { apiKey: ApiKeyJson }) {
  const { icon, tone } = LOOK[apiKey.status];
  const badge = (
    <Badge icon={icon} tone={tone}>
      {STATUS_WORDS[apiKey.status]}
    </Badge>
  );
  const more = explanationOf(apiKey);
  return more ? <Explained text={more}>{badge}</Explained> : badge;
}

function explanationOf(apiKey: ApiKeyJson): string | null {
  const { status, revokedAt, revokedBy, revocationReason, expiresAt } = apiKey;
  if (status === "revoked" && revokedAt) {
    const reason = revocationReason ? ` ${REASON_WORDS[revocationReason]}.` : "";
    return `Revoked ${exactTime(revokedAt)} by ${revokedBy?.name ?? "the command line"}.${reason}`;
  }
  if (status === "rotating") {
    const end = endingSecretOf(apiKey)?.expiresAt;
    return end ? `Two secrets work. The old one ends ${exactTime(end)}.` : "Two secrets work.";
  }
  if (!expiresAt) return null;
  if (status === "expired") return `Refused since ${exactTime(expiresAt)}.`;
  return status === "expiring" ? `Ends ${exactTime(expiresAt)}.` : null;
}

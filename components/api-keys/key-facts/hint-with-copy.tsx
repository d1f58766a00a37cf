"use client";

import { useNow } from "@/components/ui/clock";
import { CopyText } from "@/components/ui/copy-text";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { duration } from "@/lib/format";
import { endingSecretOf } from "./secrets-of-key";

const HOUR_MS = 3_600_000;

/** The hint of a key; while rotating also that of the old secret, with its end. */
export function HintWithCopy({ apiKey }: { apiKey: ApiKeyJson }) {
  const now = useNow();
  const old = endingSecretOf(apiKey);
  const leftMs = old?.expiresAt && now ? new Date(old.expiresAt).getTime() - now.getTime() : null;
  return (
    <span className="grid w-max max-w-full justify-items-start gap-0.5">
      <CopyText thing="hint" owner={apiKey.name} text={apiKey.hint} />
      {old ? (
        <span className="text-muted text-xs">
          <span className="whitespace-nowrap font-mono">{old.hint}</span>
          {leftMs === null ? null : <span className="whitespace-nowrap"> ends in {briefly(leftMs)}</span>}
        </span>
      ) : null}
    </span>
  );
}

const briefly = (leftMs: number): string => duration(leftMs > HOUR_MS ? leftMs - (leftMs % HOUR_MS) : leftMs);

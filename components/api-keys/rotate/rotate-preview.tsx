"use client";

import { useNow } from "@/components/ui/clock";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { dayAndTime } from "@/lib/format";
import { graceEnd, type RotateGrace } from "./grace";
import { wordsOfUse } from "./rotation-words";

/** What will happen when, following the choice. */
export function RotatePreview({ apiKey, grace }: { apiKey: ApiKeyJson; grace: RotateGrace }) {
  const now = useNow();
  if (!now) return null;
  const until = dayAndTime(graceEnd(grace, apiKey.expiresAt, now).at);
  const lines =
    grace === 0
      ? [
          "The old secret is refused everywhere before the new one is shown.",
          `Old secret: ${wordsOfUse(apiKey.lastUsed, now)}.`,
        ]
      : [
          "Now: a new secret works and is shown once.",
          `Until ${until}: both work.`,
          "After that: the old secret is refused everywhere. You are warned an hour before if it is still in use.",
        ];
  return (
    <ul aria-live="polite" className="grid gap-1 rounded-lg bg-subtle px-3 py-2">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

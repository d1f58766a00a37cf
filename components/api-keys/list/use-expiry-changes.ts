"use client";

import { useState } from "react";
import { ApiError } from "@/lib/client/api-error";
import { changeApiKey } from "@/lib/client/api-keys";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import type { Environment } from "@/lib/domain/environment";
import { exactTime } from "@/lib/format";
import { expiresAtOf } from "../form/expiry";
import type { ExpiryChoice } from "../form/key-settings";

export type ExpiryResult = { outcome: "working" | "changed" | "failed" | "left"; text: string };

type StepUpRun = <Answer>(call: () => Promise<Answer>) => Promise<Answer | null>;

/** Changes one key after the other: what was done stays done when a later one is refused. */
export function useExpiryChanges(environment: Environment, run: StepUpRun) {
  const [results, setResults] = useState<ReadonlyMap<string, ExpiryResult>>(new Map());
  const [running, setRunning] = useState(false);
  const report = (keyId: string, result: ExpiryResult) =>
    setResults((current) => new Map([...current, [keyId, result]]));

  const start = async (keys: readonly ApiKeyJson[], choice: ExpiryChoice) => {
    setRunning(true);
    const expiresAt = expiresAtOf(choice, new Date())?.toISOString() ?? null;
    let turnedBack = false;
    for (const { id, version } of keys) {
      if (turnedBack) {
        report(id, { outcome: "left", text: "Not changed." });
        continue;
      }
      report(id, { outcome: "working", text: "Waiting for the servers to confirm…" });
      try {
        const changed = await run(() => changeApiKey(environment, id, { expiresAt }, version));
        turnedBack = changed === null;
        report(
          id,
          changed ? { outcome: "changed", text: endOf(changed.expiresAt) } : { outcome: "left", text: "Not changed." },
        );
      } catch (error) {
        report(id, {
          outcome: "failed",
          text: error instanceof ApiError ? error.message : "That did not work on our side.",
        });
      }
    }
    setRunning(false);
  };
  return { results, running, start };
}

const endOf = (expiresAt: string | null): string => (expiresAt ? `Ends ${exactTime(expiresAt)}.` : "Never ends.");

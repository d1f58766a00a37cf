"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { apiKeysQueryKey } from "@/lib/client/api-keys";
import type { Environment } from "@/lib/domain/environment";

export type Revocation<Answer> =
  | { at: "asking" }
  | { at: "working" }
  /** The answer got lost. */
  | { at: "checking" }
  | { at: "failed"; error: unknown }
  | { at: "done"; answer: Answer };

type Attempt<Answer> = (watch: { onUncertain: () => void; signal: AbortSignal }) => Promise<Answer | null>;

/** The course of one revocation. What is answered is told to nobody before the dialog is closed: the receipt stays in front. */
export function useRevocation<Answer>(environment: Environment) {
  const queryClient = useQueryClient();
  const [phase, setPhase] = useState<Revocation<Answer>>({ at: "asking" });
  const [stop] = useState(() => new AbortController());
  const sending = useRef(false);
  useEffect(
    () => () => void queryClient.invalidateQueries({ queryKey: apiKeysQueryKey(environment) }),
    [queryClient, environment],
  );

  /** `attempt` answers null when the person turned back. */
  const run = async (attempt: Attempt<Answer>) => {
    if (sending.current) return;
    sending.current = true;
    setPhase({ at: "working" });
    try {
      const answer = await attempt({ onUncertain: () => setPhase({ at: "checking" }), signal: stop.signal });
      setPhase(answer === null ? { at: "asking" } : { at: "done", answer });
    } catch (error) {
      if (!stop.signal.aborted) setPhase({ at: "failed", error });
    } finally {
      sending.current = false;
    }
  };
  return { phase, run, giveUp: () => stop.abort() };
}

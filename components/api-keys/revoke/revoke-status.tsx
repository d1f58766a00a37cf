"use client";

import type { ReactNode } from "react";
import { ErrorNotice } from "@/components/ui/error-region";
import type { Revocation } from "./use-revocation";

type RevokeStatusProps = {
  phase: Revocation<unknown>;
  /** What a failure leaves: "The key was not revoked. It still works." */
  notRevoked: string;
  /** Takes the place of the waiting line. */
  receipt: ReactNode;
};

const WAITING = {
  working: "Waiting for the servers to confirm…",
  checking: "We could not confirm it. Checking…",
} as const;

/** One place that says what is known: it is there from the start, so that screen readers hear each change. */
export function RevokeStatus({ phase, notRevoked, receipt }: RevokeStatusProps) {
  const waiting = phase.at === "working" || phase.at === "checking" ? WAITING[phase.at] : null;
  return (
    <>
      {phase.at === "failed" ? <ErrorNotice title={notRevoked} error={phase.error} /> : null}
      <div role="status" className={waiting || receipt ? "grid gap-3" : "sr-only"}>
        {receipt ?? (waiting ? <p className="text-muted">{waiting}</p> : null)}
      </div>
    </>
  );
}

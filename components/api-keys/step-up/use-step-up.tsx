"use client";

import { type ReactNode, useRef, useState } from "react";
import { ApiError } from "@/lib/client/api-error";
import type { Environment } from "@/lib/domain/environment";
import { StepUpDialog } from "./step-up-dialog";

type StepUp = {
  /** Runs the call; when the server wants the password first, asks for it and runs the call again. Null: the person cancelled. */
  run: <Answer>(call: () => Promise<Answer>) => Promise<Answer | null>;
  /** Render it once, outside of any form. */
  dialog: ReactNode;
};

/** Lets the server decide when a password is due: its rules are the only ones, and a second copy here could differ. */
export function useStepUp(environment: Environment): StepUp {
  const [asking, setAsking] = useState(false);
  const settle = useRef<(confirmed: boolean) => void>(() => {});

  const ask = () =>
    new Promise<boolean>((resolve) => {
      settle.current = resolve;
      setAsking(true);
    });
  const answer = (confirmed: boolean) => {
    setAsking(false);
    settle.current(confirmed);
  };
  const run: StepUp["run"] = async (call) => {
    try {
      return await call();
    } catch (error) {
      if (!wantsPassword(error)) throw error;
      return (await ask()) ? call() : null;
    }
  };
  return {
    run,
    dialog: (
      <StepUpDialog
        environment={environment}
        open={asking}
        onConfirmed={() => answer(true)}
        onCancel={() => answer(false)}
      />
    ),
  };
}

function wantsPassword(error: unknown): boolean {
  return error instanceof ApiError && error.status === 403 && error.message === "Confirm your password to continue";
}

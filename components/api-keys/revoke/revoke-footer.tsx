"use client";

import type { RefObject } from "react";
import { Button } from "@/components/ui/button";
import type { Revocation } from "./use-revocation";

type RevokeFooterProps = {
  phase: Revocation<unknown>["at"];
  /** The form that the red button sends. */
  formId: string;
  /** "Revoke key". */
  verb: string;
  disabledBecause: string | null;
  cancel: RefObject<HTMLButtonElement | null>;
  onCancel: () => void;
};

/** The two ways on: back, which has the focus first, and the end of what was asked about. */
export function RevokeFooter({ phase, formId, verb, disabledBecause, cancel, onCancel }: RevokeFooterProps) {
  return (
    <>
      <Button ref={cancel} onClick={onCancel} busy={phase === "working"}>
        {phase === "checking" ? "Close" : "Cancel"}
      </Button>
      <Button
        type="submit"
        form={formId}
        variant="danger"
        busy={phase === "working" || phase === "checking"}
        busyLabel="Revoking…"
        disabledBecause={disabledBecause}
      >
        {phase === "failed" ? "Try again" : verb}
      </Button>
    </>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { type SyntheticEvent, useId, useRef, useState } from "react";
import { AlertWindow } from "@/components/ui/alert-dialog";
import { TypedConfirmation, untyped } from "@/components/ui/typed-confirmation";
import { apiKeyQuery, type RevokedApiKey } from "@/lib/client/api-keys";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { ReasonField, useReason } from "./reason-field";
import { RecentUse } from "./recent-use";
import { RevokeFooter } from "./revoke-footer";
import { RevokeReceipt, RevokeReceiptFooter } from "./revoke-receipt";
import { RevokeStatus } from "./revoke-status";
import { settleRevocation } from "./settle-revocation";
import { useRevocation } from "./use-revocation";

type RevokeDialogProps = {
  apiKey: ApiKeyJson;
  /** Whether the key is refused now. */
  onClose: (revoked: boolean) => void;
};

const WARNING = "Every server refuses it before this dialog reports back. It cannot be undone.";

/** Ends one key: question, work and receipt in one `alertdialog`. Mount it to open it. */
export function RevokeDialog({ apiKey: opened, onClose }: RevokeDialogProps) {
  const { environment, id, name } = opened;
  const apiKey = useQuery({ ...apiKeyQuery(environment, id), placeholderData: opened }).data ?? opened;
  const { phase, run, giveUp } = useRevocation<RevokedApiKey>(environment);
  const reason = useReason();
  const [typed, setTyped] = useState("");
  const cancel = useRef<HTMLButtonElement>(null);
  const formId = useId();
  const revoked = phase.at === "done" ? phase.answer : null;
  const isProduction = environment === "production";

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    const body = reason.submitted(event);
    if (body) void run((watch) => settleRevocation(id, body, { environment, ...watch }));
  };
  const close = () => {
    giveUp();
    onClose(revoked !== null);
  };
  return (
    <AlertWindow
      open
      title={revoked ? `${name} is revoked` : `Revoke ${name}?`}
      description={revoked ? "No server accepts it any more." : WARNING}
      onClose={close}
      locked={phase.at === "working"}
      initialFocus={cancel}
      footer={
        revoked ? (
          <RevokeReceiptFooter apiKey={revoked} onDone={close} />
        ) : (
          <RevokeFooter
            {...{ formId, cancel }}
            phase={phase.at}
            verb="Revoke key"
            disabledBecause={isProduction ? untyped(name, typed) : null}
            onCancel={close}
          />
        )
      }
    >
      {revoked ? null : (
        <form id={formId} onSubmit={submit} className="grid gap-4">
          <RecentUse apiKey={apiKey} />
          <ReasonField state={reason} />
          {isProduction ? <TypedConfirmation expected={name} typed={typed} onChange={setTyped} /> : null}
        </form>
      )}
      <RevokeStatus
        phase={phase}
        notRevoked="The key was not revoked. It still works."
        receipt={revoked ? <RevokeReceipt apiKey={revoked} /> : null}
      />
    </AlertWindow>
  );
}

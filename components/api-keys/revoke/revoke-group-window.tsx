"use client";

import { type ReactNode, type SyntheticEvent, useId, useRef, useState } from "react";
import { AlertWindow } from "@/components/ui/alert-dialog";
import { TypedConfirmation, untyped } from "@/components/ui/typed-confirmation";
import type { BulkRevocation } from "@/lib/client/api-keys";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import type { Environment } from "@/lib/domain/environment";
import { count } from "@/lib/format";
import { useStepUp } from "../step-up/use-step-up";
import { BulkReceipt, BulkReceiptFooter, revokedOf } from "./bulk-receipt";
import { ReasonField, useReason } from "./reason-field";
import { RevokeFooter } from "./revoke-footer";
import { RevokeStatus } from "./revoke-status";
import { settleRevocations } from "./settle-revocation";
import { useRevocation } from "./use-revocation";

type RevokeGroupWindowProps = {
  environment: Environment;
  title: string;
  /** "Revoke 41 production keys". */
  verb: string;
  /** Exactly these are revoked: what was shown, not what matches by then. */
  keys: readonly ApiKeyJson[];
  /** What has to be typed in production. */
  confirmation: string;
  /** A whole group at once, which asks for the password in production. */
  emergency: boolean;
  disabledBecause: string | null;
  onClose: (revokedIds: readonly string[]) => void;
  /** Which keys. */
  children: ReactNode;
};

const WARNING = "Every server refuses them before this dialog reports back. It cannot be undone.";

/** Ends several keys: question, work and one receipt in one `alertdialog`. */
export function RevokeGroupWindow({ environment, confirmation, onClose, ...props }: RevokeGroupWindowProps) {
  const { phase, giveUp, submit, reason, stepUpDialog } = useGroupRevocation(environment, props);
  const [typed, setTyped] = useState("");
  const cancel = useRef<HTMLButtonElement>(null);
  const formId = useId();
  const answer = phase.at === "done" ? phase.answer : null;
  const isProduction = environment === "production";

  const close = () => {
    giveUp();
    onClose(answer ? revokedOf(answer).map(({ keyId }) => keyId) : []);
  };
  const disabledBecause = props.disabledBecause ?? (isProduction ? untyped(confirmation, typed) : null);
  return (
    <>
      <AlertWindow
        open
        size="md"
        title={answer ? outcomeOf(answer) : props.title}
        description={answer ? "What the servers confirmed, key by key." : WARNING}
        onClose={close}
        locked={phase.at === "working"}
        initialFocus={cancel}
        footer={
          answer ? (
            <BulkReceiptFooter {...{ answer, environment }} onDone={close} />
          ) : (
            <RevokeFooter
              {...{ formId, cancel, disabledBecause }}
              phase={phase.at}
              verb={props.verb}
              onCancel={close}
            />
          )
        }
      >
        {answer ? null : (
          <form id={formId} onSubmit={submit} className="grid min-w-0 gap-4">
            {props.children}
            <ReasonField state={reason} />
            {isProduction ? <TypedConfirmation expected={confirmation} typed={typed} onChange={setTyped} /> : null}
          </form>
        )}
        <RevokeStatus
          phase={phase}
          notRevoked="No key was revoked. They still work."
          receipt={answer ? <BulkReceipt answer={answer} /> : null}
        />
      </AlertWindow>
      {stepUpDialog}
    </>
  );
}

function useGroupRevocation(
  environment: Environment,
  { keys, emergency }: Pick<RevokeGroupWindowProps, "keys" | "emergency">,
) {
  const { phase, run, giveUp } = useRevocation<BulkRevocation>(environment);
  const stepUp = useStepUp(environment);
  const reason = useReason();
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    const revocation = reason.submitted(event);
    if (!revocation) return;
    const body = { ...revocation, keyIds: keys.map(({ id }) => id), all: emergency };
    void run(async (watch) => {
      const settled = await stepUp.run(() => settleRevocations(body, { environment, ...watch }));
      return settled && withNames(settled, keys);
    });
  };
  return { phase, giveUp, submit, reason, stepUpDialog: stepUp.dialog };
}

function outcomeOf(answer: BulkRevocation): string {
  const revoked = revokedOf(answer).length;
  return revoked === 0 ? "No key was revoked" : `${count(revoked, "key")} revoked`;
}

/** A key that could not be revoked is answered by its id alone. */
function withNames(answer: BulkRevocation, keys: readonly ApiKeyJson[]): BulkRevocation {
  const known = new Map(keys.map((apiKey) => [apiKey.id, apiKey]));
  const results = answer.results.map((result) => {
    const { name, hint } = known.get(result.keyId) ?? { name: null, hint: null };
    return { ...result, name: result.name ?? name, hint: result.hint ?? hint };
  });
  return { ...answer, results };
}

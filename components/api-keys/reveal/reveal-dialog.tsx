"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { AlertWindow } from "@/components/ui/alert-dialog";
import { EnvironmentBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox";
import { ModalDialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { apiKeysQueryKey } from "@/lib/client/api-keys";
import type { Environment } from "@/lib/domain/environment";
import { SecretView } from "./secret-view";
import { SnippetTabs } from "./snippet-tabs";
import type { Revealed } from "./use-minting";
import { useRevealGuards } from "./use-reveal-guards";
import { WaitingLine } from "./waiting-line";

type RevealDialogProps = {
  environment: Environment;
  revealed: Revealed;
  /** What became of the old secret, after a rotation. */
  outcome?: string | null;
  /** Drops the secret. */
  onForget: () => void;
  /** Called after the secret is dropped, to go on from there. */
  onClosed?: (keyId: string) => void;
};

/** The one place and the one time a secret is on screen. Every way out asks until it is stored. */
export function RevealDialog({ environment, revealed, outcome, onForget, onClosed }: RevealDialogProps) {
  const queryClient = useQueryClient();
  const [stored, setStored] = useState(false);
  const [asking, setAsking] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [shown, setShown] = useState(false);

  const ask = () => (stored || leaving ? close() : setAsking(true));
  const takeBack = useRevealGuards({ stored: stored || leaving, onBack: ask, onPageHide: onForget });
  const close = () => {
    setLeaving(true);
    takeBack(() => {
      onForget();
      void queryClient.invalidateQueries({ queryKey: apiKeysQueryKey(environment) });
      onClosed?.(revealed.key.id);
    });
  };
  return (
    <ModalDialog
      open
      size="md"
      title="Store this secret now"
      badges={
        <>
          <EnvironmentBadge environment={environment} />
          <span className="min-w-0 font-medium [overflow-wrap:anywhere]">{revealed.key.name}</span>
        </>
      }
      description="It is shown once. Mintkey keeps only a digest and cannot show it again."
      onClose={ask}
      closeHidden
      footer={
        <Button variant="primary" disabledBecause={stored ? null : "Tick the box first"} onClick={close}>
          Done
        </Button>
      }
    >
      {outcome ? <Notice tone="success">{outcome}</Notice> : null}
      <SecretView {...{ environment, shown, setShown }} secret={revealed.secret} />
      <SnippetTabs {...{ environment, shown, setShown }} secret={revealed.secret} />
      <WaitingLine environment={environment} keyId={revealed.key.id} secretId={revealed.secretId} />
      <CheckboxField
        label="I have stored this key"
        checked={stored}
        onChange={(event) => setStored(event.target.checked)}
      />
      <LeaveQuestion open={asking} onKeep={() => setAsking(false)} onLeave={close} />
    </ModalDialog>
  );
}

type LeaveQuestionProps = { open: boolean; onKeep: () => void; onLeave: () => void };

function LeaveQuestion({ open, onKeep, onLeave }: LeaveQuestionProps) {
  const keep = useRef<HTMLButtonElement>(null);
  return (
    <AlertWindow
      open={open}
      title="Close without storing the secret?"
      description="You cannot see it again. You can rotate the key to get a new one."
      onClose={onKeep}
      initialFocus={keep}
      footer={
        <>
          <Button ref={keep} onClick={onKeep}>
            Keep it open
          </Button>
          <Button variant="danger" onClick={onLeave}>
            Close anyway
          </Button>
        </>
      }
    />
  );
}

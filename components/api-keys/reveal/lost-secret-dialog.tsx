"use client";

import { useRef, useState } from "react";
import { AlertWindow } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { ErrorNotice } from "@/components/ui/error-region";
import { Notice } from "@/components/ui/notice";
import { revokeApiKey } from "@/lib/client/api-keys";
import type { Environment } from "@/lib/domain/environment";
import { clockTimeMs } from "@/lib/format";

type LostSecretDialogProps = {
  environment: Environment;
  keyId: string;
  /** "The key was created". */
  happened: string;
  /** Mints another secret in place of the lost one. */
  getNewSecret: () => Promise<void>;
  onClose: () => void;
};

/** The server made a secret whose answer never arrived. Nobody can use it, so the key needs another one, or an end. */
export function LostSecretDialog({ environment, keyId, happened, getNewSecret, onClose }: LostSecretDialogProps) {
  const again = useRef<HTMLButtonElement>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [revokedAt, setRevokedAt] = useState<string | null>(null);

  const run = async (act: () => Promise<unknown>) => {
    setBusy(true);
    setFailure(null);
    await act().catch(setFailure);
    setBusy(false);
  };
  const revoke = async () => {
    const note = "Its secret was lost on the way.";
    const { receipt } = await revokeApiKey(environment, keyId, { reason: "UNUSED", note });
    setRevokedAt(receipt.revokedAt);
  };
  const choices = (
    <>
      <Button variant="danger" busy={busy} onClick={() => void run(revoke)}>
        Revoke key
      </Button>
      <Button ref={again} variant="primary" busy={busy} onClick={() => void run(getNewSecret)}>
        Get a new secret
      </Button>
    </>
  );
  return (
    <AlertWindow
      open
      title="The secret was lost"
      description={`${happened}, but its secret was lost on the way. No one has it.`}
      onClose={onClose}
      locked={busy}
      initialFocus={again}
      footer={revokedAt ? <Button onClick={onClose}>Done</Button> : choices}
    >
      {revokedAt ? (
        <Notice tone="success" role="status">
          Refused everywhere since {clockTimeMs(revokedAt)}.
        </Notice>
      ) : null}
      {failure ? <ErrorNotice error={failure} /> : null}
    </AlertWindow>
  );
}

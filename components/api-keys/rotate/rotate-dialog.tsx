"use client";

import { useState } from "react";
import { z } from "zod";
import { useNow } from "@/components/ui/clock";
import { FormDialog } from "@/components/ui/form-dialog";
import { RadioField } from "@/components/ui/radio-group";
import { getApiKey, type RotatedApiKey, rollBackRotation, rotateApiKey } from "@/lib/client/api-keys";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { ROTATE_GRACE_SECONDS } from "@/lib/domain/api-key";
import { LostSecretDialog } from "../reveal/lost-secret-dialog";
import { RevealDialog } from "../reveal/reveal-dialog";
import { useMinting } from "../reveal/use-minting";
import { DEFAULT_GRACE, graceEnd, graceWords, type RotateGrace, readRotateGrace } from "./grace";
import { RotatePreview } from "./rotate-preview";
import { rotationSentence } from "./rotation-words";

type RotateDialogProps = {
  apiKey: ApiKeyJson;
  /** With the receipt in words when the key was rotated. */
  onClose: (receipt: string | null) => void;
};

const rotateInput = z.looseObject({});

/** Choice, step-up and reveal of a rotation. Mount it to open it, over the list or the key's page. */
export function RotateDialog({ apiKey, onClose }: RotateDialogProps) {
  const { environment, id, name, expiresAt } = apiKey;
  const [grace, setGrace] = useState(DEFAULT_GRACE);
  const [receipt, setReceipt] = useState<string | null>(null);
  const { mint, revealed, lostKeyId, forget, stepUpDialog } = useMinting(environment);

  const rotate = (sameness: string) =>
    mint(sameness, async (idempotencyKey): Promise<RotatedApiKey> => {
      const rotated = await rotateApiKey(environment, id, { gracePeriodSeconds: grace }, idempotencyKey);
      setReceipt(rotationSentence(rotated, grace));
      return rotated;
    });
  // The lost secret lives as long as the rotation does, so that goes first. The old one works all the while.
  const getNewSecret = async () => {
    const current = await getApiKey(environment, id);
    if (current.status === "rotating") await rollBackRotation(environment, id);
    await rotate(`replace the lost secret of ${id}`);
  };
  if (revealed) {
    return (
      <RevealDialog
        {...{ environment, revealed }}
        outcome={receipt}
        onForget={forget}
        onClosed={() => onClose(receipt)}
      />
    );
  }
  return (
    <>
      <FormDialog
        title={`Rotate ${name}`}
        description="The key keeps its name, scopes, rules and history, and gets a new secret."
        verb="Rotate key"
        busyVerb="Rotating…"
        schema={rotateInput}
        submit={() => rotate(`rotate ${id} with ${grace}`)}
        onClose={() => onClose(null)}
      >
        <GraceField {...{ grace, expiresAt }} onChange={setGrace} />
        <RotatePreview apiKey={apiKey} grace={grace} />
      </FormDialog>
      {lostKeyId ? (
        <LostSecretDialog
          environment={environment}
          keyId={lostKeyId}
          happened="The key was rotated"
          getNewSecret={getNewSecret}
          onClose={() => onClose(null)}
        />
      ) : null}
      {stepUpDialog}
    </>
  );
}

type GraceFieldProps = {
  grace: RotateGrace;
  expiresAt: string | null;
  onChange: (grace: RotateGrace) => void;
};

function GraceField({ grace, expiresAt, onChange }: GraceFieldProps) {
  const now = useNow();
  return (
    <RadioField
      label="Old secret keeps working for"
      name="gracePeriodSeconds"
      value={String(grace)}
      onChange={(value) => onChange(readRotateGrace(value))}
      options={ROTATE_GRACE_SECONDS.map((each) => ({
        value: String(each),
        label: graceWords(each),
        help: now && graceEnd(each, expiresAt, now).isCut ? "Ends with the key" : null,
      }))}
    />
  );
}

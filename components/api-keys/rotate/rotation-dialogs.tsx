"use client";

import { useStepUp } from "@/components/api-keys/step-up/use-step-up";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { useNow } from "@/components/ui/clock";
import { ApiError } from "@/lib/client/api-error";
import { type ChangedApiKey, finishRotation, rollBackRotation } from "@/lib/client/api-keys";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { duration } from "@/lib/format";
import { endingSecretOf, type SecretJson } from "../key-facts/secrets-of-key";
import { ExtendDialog } from "./extend-dialog";
import type { RotationStep } from "./rotation-region";
import { extendSentence, finishSentence, rollBackSentence } from "./rotation-words";

type RotationDialogsProps = {
  apiKey: ApiKeyJson;
  step: RotationStep | null;
  /** With the key as it is now and the receipt in words. */
  onDone: (changed: ChangedApiKey, receipt: string) => void;
  onClose: () => void;
};

/** The question behind each way on. It stands beside the region, which is gone as soon as the rotation is over. */
export function RotationDialogs({ apiKey, step, onDone, onClose }: RotationDialogsProps) {
  const { environment, id } = apiKey;
  const now = useNow();
  const stepUp = useStepUp(environment);
  const old = endingSecretOf(apiKey);
  const [fresh] = apiKey.secrets;

  const finish = async () => {
    const changed = await finishRotation(environment, id);
    onDone(changed, finishSentence(changed));
  };
  const rollBack = async () => {
    const changed = await stepUp.run(() => rollBackRotation(environment, id));
    if (!changed) throw new ApiError(0, "NOT_CONFIRMED", "The password was not confirmed. Nothing was changed.");
    onDone(changed, rollBackSentence(changed));
  };
  return (
    <>
      <ConfirmDialog
        open={step === "finish"}
        title="Finish the rotation?"
        body={`Every server refuses the old secret at once. Old secret: ${silenceOf(old, now)}.`}
        verb="Finish rotation"
        busyVerb="Finishing…"
        run={finish}
        onClose={onClose}
      />
      <ConfirmDialog
        open={step === "roll-back"}
        title="Roll back the rotation?"
        body={`The old secret becomes the only one. The new one, ${silenceOf(fresh, now)}, is refused everywhere.`}
        verb="Roll back rotation"
        busyVerb="Rolling back…"
        run={rollBack}
        onClose={onClose}
      />
      {step === "extend" ? (
        <ExtendDialog
          apiKey={apiKey}
          onDone={(changed) => onDone(changed, extendSentence(changed))}
          onClose={onClose}
        />
      ) : null}
      {stepUp.dialog}
    </>
  );
}

const MINUTE_MS = 60_000;

/** "used less than a minute ago", "silent for 6 h", "never used". */
function silenceOf(secret: SecretJson | undefined, now: Date | null): string {
  if (!secret?.lastUsedAt || !now) return "never used";
  const silentMs = now.getTime() - Date.parse(secret.lastUsedAt);
  return silentMs < MINUTE_MS ? "used less than a minute ago" : `silent for ${duration(silentMs)}`;
}

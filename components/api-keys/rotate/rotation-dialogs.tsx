"use client";

import { useStepUp } from "@/components/api-keys/step-up/use-step-up";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { ApiError } from "@/lib/client/api-error";
import { type ChangedApiKey, finishRotation, rollBackRotation } from "@/lib/client/api-keys";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { ExtendDialog } from "./extend-dialog";
import type { RotationStep } from "./rotation-region";
import { extendSentence, finishSentence, rollBackSentence } from "./rotation-words";
import { useSecretUse } from "./use-secret-use";

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
  const use = useSecretUse(apiKey, step);
  const stepUp = useStepUp(environment);

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
        body={`Every server refuses the old secret at once. Old secret: ${use.old}.`}
        verb="Finish rotation"
        busyVerb="Finishing…"
        run={finish}
        onClose={onClose}
      />
      <ConfirmDialog
        open={step === "roll-back"}
        title="Roll back the rotation?"
        body={`The old secret becomes the only one. The new one, ${use.fresh}, is refused everywhere.`}
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

"use client";

import { z } from "zod";
import { FormDialog } from "@/components/ui/form-dialog";
import { RadioField } from "@/components/ui/radio-group";
import { type ChangedApiKey, extendRotation } from "@/lib/client/api-keys";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { EXTEND_GRACE_SECONDS } from "@/lib/domain/api-key";
import { dayAndTime } from "@/lib/format";
import { endingSecretOf } from "../key-facts/secrets-of-key";
import { graceEnd, graceWords, readExtendGrace, refusalToExtend } from "./grace";

type ExtendDialogProps = {
  apiKey: ApiKeyJson;
  onDone: (changed: ChangedApiKey) => void;
  onClose: () => void;
};

const extendInput = z.object({
  gracePeriodSeconds: z
    .string("Choose how much longer it keeps working.")
    .transform(readExtendGrace)
    .pipe(z.literal([...EXTEND_GRACE_SECONDS])),
});

/** More time for the old secret, counted from now. */
export function ExtendDialog({ apiKey, onDone, onClose }: ExtendDialogProps) {
  const { environment, id, expiresAt, secrets } = apiKey;
  const now = new Date();
  const rotation = {
    oldEndsAt: endingSecretOf(apiKey)?.expiresAt ?? null,
    rotatedAt: secrets[0]?.createdAt ?? apiKey.createdAt,
    keyExpiresAt: expiresAt,
  };
  const options = EXTEND_GRACE_SECONDS.map((grace) => {
    const { at, isCut } = graceEnd(grace, expiresAt, now);
    return {
      value: String(grace),
      label: graceWords(grace),
      help: isCut ? "Ends with the key" : `Until ${dayAndTime(at)}`,
      disabledBecause: refusalToExtend(grace, rotation, now),
    };
  });
  const submit = async (body: z.output<typeof extendInput>) => {
    onDone(await extendRotation(environment, id, body));
    onClose();
  };
  return (
    <FormDialog
      title="Extend the rotation"
      description="Counted from now, at most 30 days after the rotation."
      verb="Extend rotation"
      busyVerb="Extending…"
      schema={extendInput}
      submit={submit}
      onClose={onClose}
    >
      <RadioField
        label="Old secret keeps working for"
        name="gracePeriodSeconds"
        options={options}
        defaultValue={options.find(({ disabledBecause }) => !disabledBecause)?.value}
      />
    </FormDialog>
  );
}

"use client";

import { z } from "zod";
import { FormDialog } from "@/components/ui/form-dialog";
import { PasswordField } from "@/components/ui/password-field";
import { confirmPassword } from "@/lib/client/account";
import { ApiError } from "@/lib/client/api-error";
import type { Environment } from "@/lib/domain/environment";
import { clockTime } from "@/lib/format";

type StepUpDialogProps = {
  environment: Environment;
  open: boolean;
  /** The password was right: go on with what was asked for. */
  onConfirmed: () => void;
  onCancel: () => void;
};

const stepUpInput = z.object({ password: z.string().min(1, "Enter your password.") });

/** Asks for the password again before something that could hand out access in production. */
export function StepUpDialog({ environment, open, onConfirmed, onCancel }: StepUpDialogProps) {
  if (!open) return null;
  const submit = async ({ password }: z.output<typeof stepUpInput>) => {
    try {
      await confirmPassword(environment, password);
    } catch (error) {
      throw error instanceof ApiError ? refusalOf(error) : error;
    }
    onConfirmed();
  };
  return (
    <FormDialog
      title="Confirm it is you"
      description="You will not be asked again for 10 minutes."
      verb="Confirm password"
      busyVerb="Confirming…"
      schema={stepUpInput}
      submit={submit}
      onClose={onCancel}
    >
      <PasswordField label="Password" name="password" autoComplete="current-password" />
    </FormDialog>
  );
}

function refusalOf(error: ApiError): ApiError {
  if (error.status === 429) {
    const againAt = new Date(Date.now() + (error.retryAfterSeconds ?? 0) * 1_000);
    return new ApiError(0, error.code, `Too many tries. Try again at ${clockTime(againAt)}.`);
  }
  if (error.status !== 403) return error;
  return new ApiError(error.status, error.code, error.message, [{ path: "password", message: error.message }]);
}

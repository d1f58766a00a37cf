"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { z } from "zod";
import { useEnvironment } from "@/components/shell/environment-provider";
import { Card } from "@/components/ui/card";
import { Form, FormFailure, SubmitButton } from "@/components/ui/form";
import { PasswordField } from "@/components/ui/password-field";
import { changePassword, sessionsQuery } from "@/lib/client/account";
import { ApiError } from "@/lib/client/api-error";
import { viewerQuery } from "@/lib/client/viewer";
import { PASSWORD_MAX, PASSWORD_MIN } from "@/lib/dashboard-api/schemas/account";
import { lengthInCodePoints } from "@/lib/domain/text";
import { clockTime } from "@/lib/format";

const LENGTH = `Use ${PASSWORD_MIN} to ${PASSWORD_MAX} characters.`;

const passwords = z.object({
  currentPassword: z.string().min(1, "Enter your current password."),
  newPassword: z.string().refine((password) => {
    const length = lengthInCodePoints(password);
    return length >= PASSWORD_MIN && length <= PASSWORD_MAX;
  }, LENGTH),
});

/** A new password, which signs out every other session. */
export function ChangePassword() {
  const environment = useEnvironment();
  const queryClient = useQueryClient();
  const viewer = useQuery(viewerQuery(environment)).data;
  const [changes, setChanges] = useState(0);
  const submit = async (input: z.output<typeof passwords>) => {
    await changePassword(environment, input).catch(explain);
    toast("Password changed. All other sessions are signed out.");
    setChanges(changes + 1);
    await queryClient.invalidateQueries({ queryKey: sessionsQuery(environment).queryKey });
  };
  return (
    <Card title="Change password" description="All other sessions are signed out.">
      <Form key={changes} schema={passwords} submit={submit} method="post" className="grid max-w-md gap-4">
        {/* Tells a password manager whose password this is. */}
        <input type="text" name="username" autoComplete="username" readOnly hidden value={viewer?.person.email ?? ""} />
        <PasswordField label="Current password" name="currentPassword" autoComplete="current-password" />
        <PasswordField
          label="New password"
          name="newPassword"
          autoComplete="new-password"
          help={`${PASSWORD_MIN} to ${PASSWORD_MAX} characters of any kind.`}
        />
        <FormFailure />
        <div>
          <SubmitButton busyLabel="Changing…">Change password</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

/** Puts a wrong password beside its field, and says when the next try is possible. */
function explain(failure: unknown): never {
  if (!(failure instanceof ApiError)) throw failure;
  const { status, code, message, requestId, retryAfterSeconds } = failure;
  if (status === 403 && message === "Password is not right") {
    const detail = { path: "currentPassword", message: "Password is not right." };
    throw new ApiError(status, code, message, [detail], requestId);
  }
  if (status === 429 && retryAfterSeconds) {
    const again = clockTime(new Date(Date.now() + retryAfterSeconds * 1_000));
    const detail = { path: "currentPassword", message: `Too many tries. Try again at ${again}.` };
    throw new ApiError(status, code, message, [detail], requestId, retryAfterSeconds);
  }
  throw failure;
}

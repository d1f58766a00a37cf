"use client";

import { getCsrfToken, signIn } from "next-auth/react";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Form, FormFailure, SubmitButton } from "@/components/ui/form";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { ApiError } from "@/lib/client/api-error";
import { clockTime } from "@/lib/format";
import { homePath } from "@/lib/paths";

const signInInput = z.object({
  email: z.string().trim().min(1, "Enter your email."),
  password: z.string().min(1, "Enter your password."),
});

type SignInFormProps = {
  /** A path of this origin, already checked. */
  next: string | null;
  providers: readonly { id: string; label: string }[];
};

/** Email and password, and whatever else this server offers. */
export function SignInForm({ next, providers }: SignInFormProps) {
  const target = next ?? homePath();
  const submit = async (input: z.output<typeof signInInput>) => {
    await signInWithPassword(input);
    // A full load: the server decides afresh what this person may see.
    window.location.assign(target);
    await new Promise(() => {});
  };
  return (
    <div className="grid gap-4">
      <Form schema={signInInput} submit={submit} method="post" className="grid gap-4">
        <TextField
          label="Email"
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField label="Password" name="password" autoComplete="current-password" />
        <FormFailure />
        <SubmitButton busyLabel="Signing in…" className="w-full">
          Sign in
        </SubmitButton>
      </Form>
      {providers.map(({ id, label }) => (
        <Button key={id} className="w-full" onClick={() => void signIn(id, { callbackUrl: target })}>
          Continue with {label}
        </Button>
      ))}
    </div>
  );
}

/** Signs in, or raises the one sentence that may be shown: the cause of a refusal is nobody's business. */
export async function signInWithPassword(input: { email: string; password: string }): Promise<void> {
  // Asked first because `signIn` leaves the page when the server is away.
  if (!(await getCsrfToken())) throw new ApiError(0, "UNREACHABLE", "Can't reach the server.");
  const result = await signIn("credentials", { ...input, redirect: false });
  if (result?.ok && !result.error) return;
  const [, throttledUntil] = /^THROTTLED:(.+)$/.exec(result?.error ?? "") ?? [];
  throw throttledUntil
    ? new ApiError(0, "RATE_LIMITED", `Too many tries. Try again at ${clockTime(throttledUntil)}.`)
    : new ApiError(0, "UNAUTHORIZED", "Email or password is not right.");
}

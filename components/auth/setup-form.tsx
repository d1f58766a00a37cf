"use client";

import { z } from "zod";
import { CheckboxField } from "@/components/ui/checkbox";
import { Form, FormFailure, SubmitButton } from "@/components/ui/form";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { request } from "@/lib/client/request";
import { apiKeysPath, setupApi } from "@/lib/paths";
import { signInWithPassword } from "./sign-in-form";

const setupInput = z.object({
  name: z.string().trim().min(1, "Enter your name.").max(100, "Use at most 100 characters."),
  email: z.email("Enter an email address, for example ada@example.com."),
  password: z.string().min(12, "Use at least 12 characters.").max(128, "Use at most 128 characters."),
  organization: z.string().trim().min(1, "Enter the organization's name.").max(100, "Use at most 100 characters."),
  sampleData: z.boolean(),
  setupCode: z.string().trim().min(1, "Enter the setup code from the terminal.").optional(),
});

/** The first person and their organization. Afterwards this page leads to the sign-in page. */
export function SetupForm({ codeNeeded }: { codeNeeded: boolean }) {
  const submit = async (input: z.output<typeof setupInput>) => {
    await request(setupApi(), { method: "POST", body: input });
    await signInWithPassword(input);
    window.location.assign(apiKeysPath("sandbox"));
    await new Promise(() => {});
  };
  return (
    <Form schema={setupInput} submit={submit} method="post" className="grid gap-4">
      <TextField label="Your name" name="name" autoComplete="name" />
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField label="Password" name="password" autoComplete="new-password" help="12 to 128 characters." />
      <TextField label="Organization" name="organization" autoComplete="organization" />
      {codeNeeded ? (
        <TextField
          label="Setup code"
          name="setupCode"
          mono
          spellCheck={false}
          help="Printed in the terminal where Mintkey was started."
        />
      ) : null}
      <CheckboxField label="Add sample data to sandbox" name="sampleData" defaultChecked />
      <FormFailure />
      <SubmitButton busyLabel="Creating organization…" className="w-full">
        Create organization
      </SubmitButton>
    </Form>
  );
}

"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import type { FieldProps } from "./field";
import { IconButton } from "./icon-button";
import { TextField } from "./text-field";

type PasswordFieldProps = FieldProps &
  Omit<ComponentProps<"input">, "name" | "id" | "type" | "autoComplete"> & {
    autoComplete: "current-password" | "new-password";
  };

/** A password, hidden until its owner wants to see it. Paste is always allowed. */
export function PasswordField(props: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={shown ? "text" : "password"}
      spellCheck={false}
      autoCapitalize="none"
      after={
        <IconButton
          icon={shown ? EyeOff : Eye}
          label={shown ? "Hide password" : "Show password"}
          small
          onClick={() => setShown(!shown)}
        />
      }
    />
  );
}

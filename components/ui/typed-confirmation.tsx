"use client";

import { TextField } from "./text-field";

type TypedConfirmationProps = { expected: string; typed: string; onChange: (typed: string) => void };

/** In production: what ends has to be named. Exact; paste is allowed. */
export function TypedConfirmation({ expected, typed, onChange }: TypedConfirmationProps) {
  return (
    <TextField
      label={labelOf(expected)}
      name="typed"
      value={typed}
      autoCapitalize="none"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** Why the button does nothing yet. */
export const untyped = (expected: string, typed: string): string | null =>
  typed === expected ? null : `${labelOf(expected)}.`;

const labelOf = (expected: string): string => `Type ${expected} to confirm`;

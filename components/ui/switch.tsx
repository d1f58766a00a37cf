"use client";

import { Switch } from "radix-ui";
import { type ReactNode, useId } from "react";

type SwitchFieldProps = {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  help?: ReactNode;
  disabledBecause?: string | null | false;
};

/** On or off, in force at once. For what a form sends later, use a checkbox. */
export function SwitchField({ label, checked, onChange, help, disabledBecause }: SwitchFieldProps) {
  const id = useId();
  const below = disabledBecause || help;
  return (
    <div className="grid gap-1">
      <div className="flex min-h-8 items-center justify-between gap-4">
        <label htmlFor={id}>{label}</label>
        <Switch.Root
          id={id}
          checked={checked}
          aria-disabled={disabledBecause ? true : undefined}
          aria-describedby={below ? `${id}-help` : undefined}
          onCheckedChange={(next) => (disabledBecause ? undefined : onChange(next))}
          className="inline-flex h-6 w-10 shrink-0 items-center rounded-full border border-control bg-surface px-0.5 aria-disabled:opacity-60 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
        >
          <Switch.Thumb className="size-4 rounded-full bg-control data-[state=checked]:translate-x-4.5 data-[state=checked]:bg-on-accent" />
        </Switch.Root>
      </div>
      {below ? (
        <p id={`${id}-help`} className="text-muted">
          {below}
        </p>
      ) : null}
    </div>
  );
}

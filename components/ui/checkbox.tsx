"use client";

import { Check, Minus } from "lucide-react";
import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from "react";
import { classNames } from "./class-names";
import { FieldFault } from "./field";
import { useFormState } from "./form";

const BOX =
  "peer size-4 shrink-0 appearance-none rounded-sm border border-control bg-surface checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent aria-disabled:opacity-60";
const TICK = "pointer-events-none absolute inset-0 m-auto hidden size-3 text-on-accent";

type CheckboxBoxProps = {
  /** The accessible name; nothing is shown but the box. */
  label: string;
  checked: boolean | "mixed";
  onChange: (checked: boolean) => void;
};

/** A box alone, for tables. The target around it is 24 px. */
export function CheckboxBox({ label, checked, onChange }: CheckboxBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = checked === "mixed";
  }, [checked]);
  return (
    <label className="inline-grid size-6 place-items-center">
      <span className="relative inline-grid">
        <input
          ref={box}
          type="checkbox"
          aria-label={label}
          checked={checked === true}
          onChange={(event) => onChange(event.target.checked)}
          className={BOX}
        />
        <Check
          aria-hidden
          strokeWidth={3}
          className={classNames(TICK, "peer-checked:block peer-indeterminate:hidden")}
        />
        <Minus aria-hidden strokeWidth={3} className={classNames(TICK, "peer-indeterminate:block")} />
      </span>
    </label>
  );
}

type CheckboxFieldProps = Omit<ComponentProps<"input">, "type" | "id" | "disabled"> & {
  label: ReactNode;
  help?: ReactNode;
  error?: string;
  disabledBecause?: string | null | false;
};

/** A checkbox with its label and, below, help, a reason or a fault. */
export function CheckboxField({ label, help, error, disabledBecause, name, onChange, ...native }: CheckboxFieldProps) {
  const id = useId();
  const { faults } = useFormState();
  const fault = error ?? (name ? faults[name] : undefined);
  const below = disabledBecause || help;
  const describedBy = [fault ? `${id}-fault` : "", below ? `${id}-help` : ""].filter(Boolean).join(" ");
  return (
    <div className="grid gap-1">
      <label className="flex min-h-6 items-start gap-2">
        <span className="relative mt-0.5 inline-grid">
          <input
            {...native}
            type="checkbox"
            name={name}
            aria-invalid={fault ? true : undefined}
            aria-describedby={describedBy || undefined}
            aria-disabled={disabledBecause ? true : undefined}
            onClick={(event) => (disabledBecause ? event.preventDefault() : native.onClick?.(event))}
            onChange={(event) => (disabledBecause ? undefined : onChange?.(event))}
            className={BOX}
          />
          <Check aria-hidden strokeWidth={3} className={classNames(TICK, "peer-checked:block")} />
        </span>
        <span className="min-w-0 flex-1">{label}</span>
      </label>
      {below ? (
        <p id={`${id}-help`} className="pl-6 text-muted">
          {below}
        </p>
      ) : null}
      {fault ? <FieldFault id={`${id}-fault`}>{fault}</FieldFault> : null}
    </div>
  );
}

"use client";

import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import { FieldFault } from "./field";
import { useFormState } from "./form";
import { VisuallyHidden } from "./visually-hidden";

export type RadioOption = {
  value: string;
  label: ReactNode;
  /** A second line, tied to the radio as its description. */
  help?: ReactNode;
  disabledBecause?: string | null | false;
};

type RadioLook = "list" | "cards" | "segments" | "matrix";

type RadioFieldProps = {
  /** The group's accessible name. */
  label: string;
  name: string;
  options: readonly RadioOption[];
  value?: string | null;
  defaultValue?: string;
  onChange?: (value: string) => void;
  help?: ReactNode;
  error?: string | null;
  labelHidden?: boolean;
  /** `list`: one a line. `cards`: bordered, side by side where there is room. `segments`: small, in one row. `matrix`: four equal columns, under a head. */
  look?: RadioLook;
};

const GROUPS = {
  list: "grid gap-1",
  cards: "grid gap-2 sm:grid-cols-2",
  segments: "flex flex-wrap gap-1",
  matrix: "grid grid-cols-4 gap-1",
} as const;
const SEGMENT =
  "flex min-h-8 items-center gap-1.5 rounded-md border px-2 has-checked:border-accent has-checked:bg-accent-bg max-md:min-h-10";
const LABELS = {
  list: "flex min-h-8 items-start gap-2 py-1",
  cards:
    "flex items-start gap-2 rounded-lg border bg-surface p-3 has-checked:border-accent has-checked:bg-accent-bg has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2",
  segments: SEGMENT,
  matrix: SEGMENT,
} as const;
const DOT =
  "mt-0.5 size-4 shrink-0 appearance-none rounded-full border border-control bg-surface checked:border-5 checked:border-accent aria-disabled:border-border";

/** One choice of a few, as real radio buttons in a `radiogroup`. A choice out of use says why. */
export function RadioField({
  label,
  name,
  options,
  value,
  defaultValue,
  onChange,
  help,
  error,
  labelHidden,
  look = "list",
}: RadioFieldProps) {
  const id = useId();
  const { faults } = useFormState();
  const fault = error ?? faults[name];
  const describedBy = [fault ? `${id}-fault` : "", help ? `${id}-help` : ""].filter(Boolean).join(" ");
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy || undefined}
      aria-invalid={fault ? true : undefined}
      className="grid gap-1"
    >
      {labelHidden ? (
        <VisuallyHidden id={`${id}-label`}>{label}</VisuallyHidden>
      ) : (
        <span id={`${id}-label`} className="font-medium">
          {label}
        </span>
      )}
      {help ? (
        <p id={`${id}-help`} className="text-muted">
          {help}
        </p>
      ) : null}
      <div className={GROUPS[look]}>
        {options.map((option) => (
          <RadioChoice
            key={option.value}
            {...{ option, name, look }}
            checked={value === undefined ? undefined : value === option.value}
            defaultChecked={defaultValue === option.value}
            onChoose={onChange}
          />
        ))}
      </div>
      {fault ? <FieldFault id={`${id}-fault`}>{fault}</FieldFault> : null}
    </div>
  );
}

type RadioChoiceProps = {
  option: RadioOption;
  name: string;
  look: RadioLook;
  checked?: boolean;
  defaultChecked: boolean;
  onChoose?: (value: string) => void;
};

function RadioChoice({ option, name, look, checked, defaultChecked, onChoose }: RadioChoiceProps) {
  const id = useId();
  const { value, label, help, disabledBecause } = option;
  const state = checked === undefined ? { defaultChecked } : { checked };
  const below = disabledBecause || help;
  return (
    <label className={classNames(LABELS[look], disabledBecause && "text-muted")}>
      <input
        type="radio"
        name={name}
        value={value}
        {...state}
        aria-labelledby={`${id}-label`}
        aria-describedby={below ? `${id}-help` : undefined}
        disabled={Boolean(disabledBecause)}
        onChange={() => onChoose?.(value)}
        className={DOT}
      />
      <span className="grid min-w-0">
        <span id={`${id}-label`} className={classNames(look === "cards" && "font-medium")}>
          {label}
        </span>
        {below ? (
          <span
            id={`${id}-help`}
            className={classNames("text-muted", (look === "segments" || look === "matrix") && "sr-only")}
          >
            {below}
          </span>
        ) : null}
      </span>
    </label>
  );
}

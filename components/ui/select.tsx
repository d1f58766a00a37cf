"use client";

import { ChevronsUpDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { CONTROL, Field, type FieldProps } from "./field";

export type SelectOption = { value: string; label: string; disabled?: boolean };

/** A link may name what is not offered; the field then says so instead of showing another choice. Nothing chosen adds nothing. */
export function withChosen(
  options: readonly SelectOption[],
  chosen: string | undefined,
  label = chosen,
): readonly SelectOption[] {
  if (!chosen || !label || options.some(({ value }) => value === chosen)) return options;
  return [...options, { value: chosen, label }];
}

type SelectFieldProps = FieldProps &
  Omit<ComponentProps<"select">, "name" | "id" | "children"> & { options: readonly SelectOption[] };

/** One choice of many: the browser's own list, which every phone and screen reader knows. */
export function SelectField({
  label,
  name,
  help,
  error,
  optional,
  labelHidden,
  options,
  className,
  ...native
}: SelectFieldProps) {
  return (
    <Field {...{ label, name, help, error, optional, labelHidden }}>
      {(attributes) => (
        <div className="relative">
          <select
            {...native}
            {...attributes}
            className={classNames(CONTROL, "appearance-none truncate pr-8", className)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronsUpDown
            aria-hidden
            className="pointer-events-none absolute inset-y-0 right-2 my-auto size-4 text-muted"
          />
        </div>
      )}
    </Field>
  );
}

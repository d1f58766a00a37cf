"use client";

import { useId } from "react";
import { CheckboxField } from "./checkbox";
import { FieldFault } from "./field";
import { useFormState } from "./form";

type CheckboxGroupProps = {
  /** The group's accessible name. */
  label: string;
  /** The key of the list of chosen values, and of its fault, in the form around it. */
  name: string;
  options: readonly { value: string; label: string }[];
  defaultValue?: readonly string[];
};

/** Several of a few. */
export function CheckboxGroup({ label, name, options, defaultValue = [] }: CheckboxGroupProps) {
  const id = useId();
  const fault = useFormState().faults[name];
  return (
    <fieldset aria-describedby={fault ? id : undefined} className="grid min-w-0 gap-1">
      <legend className="mb-1 font-medium">{label}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {options.map((option) => (
          // The fault stands once, below the group.
          <CheckboxField
            key={option.value}
            name={name}
            value={option.value}
            label={option.label}
            error=""
            defaultChecked={defaultValue.includes(option.value)}
          />
        ))}
      </div>
      {fault ? <FieldFault id={id}>{fault}</FieldFault> : null}
    </fieldset>
  );
}

"use client";

import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { CONTROL, Field, type FieldProps } from "./field";

type TextFieldProps = FieldProps &
  Omit<ComponentProps<"input">, "name" | "id"> & {
    /** Hints, ids, addresses and code are set in mono. */
    mono?: boolean;
    /** Stands at the right end of the control. */
    after?: ReactNode;
  };

/** One line of text. Controlled by `value` and `onChange`, or left to the form by `defaultValue`. */
export function TextField({
  label,
  name,
  help,
  error,
  optional,
  labelHidden,
  mono,
  after,
  className,
  ...native
}: TextFieldProps) {
  return (
    <Field {...{ label, name, help, error, optional, labelHidden }}>
      {(attributes) => (
        <div className="relative">
          <input
            type="text"
            autoComplete="off"
            {...native}
            {...attributes}
            className={classNames(CONTROL, mono && "font-mono", after ? "pr-11" : "", className)}
          />
          {after ? <div className="absolute inset-y-0 right-0 flex items-center pr-0.5">{after}</div> : null}
        </div>
      )}
    </Field>
  );
}

"use client";

import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { CONTROL, Field, type FieldProps } from "./field";

type TextAreaProps = FieldProps & Omit<ComponentProps<"textarea">, "name" | "id"> & { mono?: boolean };

/** Several lines of text. */
export function TextArea({
  label,
  name,
  help,
  error,
  optional,
  labelHidden,
  mono,
  className,
  rows = 3,
  ...native
}: TextAreaProps) {
  return (
    <Field {...{ label, name, help, error, optional, labelHidden }}>
      {(attributes) => (
        <textarea
          rows={rows}
          {...native}
          {...attributes}
          className={classNames(CONTROL, "h-auto py-1.5 md:h-auto", mono && "font-mono", className)}
        />
      )}
    </Field>
  );
}

"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useFormState } from "./form";

export type FieldProps = {
  label: string;
  /** Also the key of the field's value and fault in the form around it. */
  name: string;
  help?: ReactNode;
  /** Overrides the fault of the form. */
  error?: string | null;
  /** Says "optional" beside the label. */
  optional?: boolean;
  /** Keeps the label for screen readers only. */
  labelHidden?: boolean;
};

export type FieldAttributes = {
  id: string;
  name: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
};

/** Label above, help below, fault below with an icon, tied to the control by ids. */
export function Field({
  label,
  name,
  help,
  error,
  optional,
  labelHidden,
  children,
}: FieldProps & { children: (attributes: FieldAttributes) => ReactNode }) {
  const id = useId();
  const { faults } = useFormState();
  const fault = error ?? faults[name];
  const describedBy = [fault ? `${id}-fault` : "", help ? `${id}-help` : ""].filter(Boolean).join(" ");
  return (
    <div className="grid min-w-0 grid-cols-1 content-start gap-1">
      <div className={labelHidden ? "sr-only" : "flex items-baseline justify-between gap-2"}>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {optional ? <span className="text-muted text-xs">Optional</span> : null}
      </div>
      {children({ id, name, "aria-invalid": fault ? true : undefined, "aria-describedby": describedBy || undefined })}
      {help ? (
        <p id={`${id}-help`} className="text-muted">
          {help}
        </p>
      ) : null}
      {fault ? <FieldFault id={`${id}-fault`}>{fault}</FieldFault> : null}
    </div>
  );
}

/** One fault in words. Give it an id and name that id in the control's `aria-describedby`. */
export function FieldFault({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex gap-1.5 text-danger">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}

/** The look of a one-line control. 16 px below 768 px, so that phones do not zoom. */
export const CONTROL =
  "h-10 w-full min-w-0 rounded-md border border-control bg-surface px-2.5 text-input text-text aria-invalid:border-danger md:h-8 md:text-sm";

"use client";

import type { ReactNode } from "react";
import type { z } from "zod";
import { Button } from "./button";
import { DIALOG_FOOTER, type DialogSize, ModalDialog } from "./dialog";
import { Form, FormFailure, SubmitButton, useFormState } from "./form";

type FormDialogProps<Values> = {
  title: string;
  description?: ReactNode;
  /** Verb and noun: "Create customer". */
  verb: string;
  busyVerb?: string;
  danger?: boolean;
  schema: z.ZodType<Values>;
  /** Raises an `ApiError` on refusal. Close the dialog from here, after success. */
  submit: (values: Values) => Promise<void>;
  onClose: () => void;
  size?: DialogSize;
  children: ReactNode;
};

/** A dialog with a form. Mount it to open it. It owns pending, faults beside their fields, focus and Escape. */
export function FormDialog<Values>({
  title,
  description,
  verb,
  busyVerb,
  danger,
  schema,
  submit,
  onClose,
  size,
  children,
}: FormDialogProps<Values>) {
  return (
    <ModalDialog open title={title} description={description} onClose={onClose} size={size}>
      <Form schema={schema} submit={submit} className="grid gap-4">
        {children}
        <FormFailure />
        <div className={DIALOG_FOOTER}>
          <CancelButton onClose={onClose} />
          <SubmitButton variant={danger ? "danger" : "primary"} busyLabel={busyVerb}>
            {verb}
          </SubmitButton>
        </div>
      </Form>
    </ModalDialog>
  );
}

function CancelButton({ onClose }: { onClose: () => void }) {
  const { pending } = useFormState();
  return (
    <Button onClick={onClose} busy={pending}>
      Cancel
    </Button>
  );
}

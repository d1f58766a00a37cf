"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import type { z } from "zod";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Form, FormFailure, SubmitButton, useFormState } from "@/components/ui/form";
import { useEnvironment } from "./environment-provider";
import { useUnsavedChanges } from "./unsaved-changes";

type EditableCardProps<Values> = {
  title: string;
  /** Why this member may not edit it, or null. */
  refusal: string | null;
  schema: z.ZodType<Values>;
  /** The card goes back to reading after success. */
  save: (values: Values) => Promise<void>;
  /** What is edited; call `touch` for a change that is no input. */
  fields: (touch: () => void) => ReactNode;
  children: ReactNode;
};

/** A part of a page that turns into its own form and back. */
export function EditableCard<Values>({ title, refusal, schema, save, fields, children }: EditableCardProps<Values>) {
  const environment = useEnvironment();
  const [editing, setEditing] = useState(false);
  const [dirty, setDirty] = useState(false);
  useUnsavedChanges(editing && dirty);
  const { place, edit } = useFollowingFocus(editing);
  const touch = () => setDirty(true);
  const close = () => {
    setDirty(false);
    setEditing(false);
  };
  const button = (
    <Button
      ref={edit}
      aria-label={`Edit ${title.toLowerCase()}`}
      disabledBecause={refusal}
      onClick={() => setEditing(true)}
    >
      Edit
    </Button>
  );
  return (
    <Card title={title} actions={editing ? null : button}>
      {editing ? (
        <div ref={place}>
          <Form
            schema={schema}
            submit={async (values) => {
              await save(values);
              close();
            }}
            onInput={touch}
            className="grid gap-4"
          >
            {fields(touch)}
            <FormFailure />
            <div className="flex flex-wrap gap-2">
              <SubmitButton busyLabel="Saving…">Save in {environment}</SubmitButton>
              <CancelButton onCancel={close} />
            </div>
          </Form>
        </div>
      ) : (
        children
      )}
    </Card>
  );
}

function CancelButton({ onCancel }: { onCancel: () => void }) {
  const { pending } = useFormState();
  return (
    <Button busy={pending} onClick={onCancel}>
      Cancel
    </Button>
  );
}

/** Into the form when it opens, back to its button when it closes. */
function useFollowingFocus(editing: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const edit = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (editing === wasEditing.current) return;
    wasEditing.current = editing;
    const first = editing ? place.current?.querySelector("input, textarea, button") : edit.current;
    if (first instanceof HTMLElement) first.focus();
  }, [editing]);
  return { place, edit };
}

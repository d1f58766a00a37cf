"use client";

import Link from "next/link";
import { type ReactNode, type RefObject, useId } from "react";
import type { z } from "zod";
import { EnvironmentBadge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { Form, FormFailure, SubmitButton } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useEnvironment } from "./environment-provider";
import { useWriteRefusal } from "./use-write-refusal";

type CreateFormProps<Values> = {
  form: RefObject<HTMLFormElement | null>;
  /** "meter". */
  noun: string;
  /** "meters". */
  things: string;
  schema: z.ZodType<Values>;
  submit: (values: Values) => Promise<void>;
  onInput: () => void;
  /** Where Cancel leads. */
  list: string;
  /** What the form amounts to so far. */
  summary: ReactNode;
  children: ReactNode;
  /** The button's words when the form does not create: "Save". */
  verb?: { label: string; busy: string };
};

/** Two columns from 1024 px: the fields, and what they amount to, with the button that makes it. */
export function CreateForm<Values>(props: CreateFormProps<Values>) {
  const { form, noun, things, schema, submit, onInput, list, summary, children, verb } = props;
  const environment = useEnvironment();
  const refusal = useWriteRefusal(things);
  const id = useId();
  return (
    <Form
      ref={form}
      schema={schema}
      submit={submit}
      onInput={onInput}
      className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]"
    >
      <div className="grid min-w-0 max-w-[720px] gap-6">{children}</div>
      <section
        aria-labelledby={id}
        className="grid min-w-0 content-start gap-4 rounded-lg border bg-surface p-4 lg:sticky lg:top-12"
      >
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 id={id} className="text-lg">
            Summary
          </h2>
          <EnvironmentBadge environment={environment} />
        </div>
        {summary}
        {refusal ? <Notice tone="warning">{refusal}</Notice> : null}
        <FormFailure />
        <div className="flex flex-wrap gap-2">
          <SubmitButton busyLabel={verb?.busy ?? "Creating…"} disabledBecause={refusal} className="grow">
            {verb?.label ?? `Create ${environment} ${noun}`}
          </SubmitButton>
          <Link href={list} className={buttonClass("secondary")}>
            Cancel
          </Link>
        </div>
      </section>
    </Form>
  );
}

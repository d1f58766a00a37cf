"use client";

import {
  type ComponentProps,
  createContext,
  type FocusEvent,
  type FormEvent,
  type ReactNode,
  useContext,
  useRef,
  useState,
} from "react";
import type { z } from "zod";
import { ApiError } from "@/lib/client/api-error";
import { Button, type ButtonProps } from "./button";
import { ErrorNotice } from "./error-region";
import { checkForm, fieldNameAt, fieldNameOf, focusField, readForm } from "./form-values";
import { afterPress } from "./pointer-release";

type Faults = Readonly<Record<string, string>>;
type FormState = { faults: Faults; pending: boolean; failure: unknown };

const AT_REST: FormState = { faults: {}, pending: false, failure: null };

const FormContext = createContext(AT_REST);

/** The state of the form around a component; outside a form nothing is pending or at fault. */
export const useFormState = (): FormState => useContext(FormContext);

export type FormProps<Values> = Omit<ComponentProps<"form">, "onSubmit" | "children"> & {
  /** Checks the named fields: text as strings, a checkbox as boolean, a radio group as the chosen value. */
  schema: z.ZodType<Values>;
  /** Raises an `ApiError` on refusal; its details are shown beside the fields they name, the rest in `FormFailure`. */
  submit: (values: Values) => Promise<void>;
  children: ReactNode;
};

/** A form checks a field when it is left, then on every change, and on submit moves the focus to the first fault. Sends once, however often it is clicked. */
export function Form<Values>({ schema, submit, children, ...native }: FormProps<Values>) {
  const { state, handlers } = useForm(schema, submit);
  return (
    <FormContext value={state}>
      <form noValidate {...native} {...handlers}>
        {children}
      </form>
    </FormContext>
  );
}

function useForm<Values>(schema: FormProps<Values>["schema"], submit: FormProps<Values>["submit"]) {
  const [state, setState] = useState<FormState>(AT_REST);
  const checkedNames = useRef(new Set<string>());
  // The schema knows nothing of the server's faults: leaving the field must not clear them, changing it does.
  const refusedNames = useRef(new Set<string>());
  const sending = useRef(false);

  const recheck = (form: HTMLFormElement) => {
    const found = checkForm(schema, readForm(form)).faults;
    const isRefused = (name: string) => refusedNames.current.has(name);
    // Every field that was left once: a rule across fields may end a fault elsewhere.
    const isDue = (name: string) => checkedNames.current.has(name) && !isRefused(name);
    setState(({ faults, ...rest }) => ({ ...rest, faults: { ...picked(faults, isRefused), ...picked(found, isDue) } }));
  };
  const refuse = (form: HTMLFormElement, faults: Faults, failure: unknown) => {
    for (const name of Object.keys(faults)) checkedNames.current.add(name);
    setState({ faults, pending: false, failure });
    focusField(form, Object.keys(faults));
  };
  const send = async (form: HTMLFormElement) => {
    const { values, faults } = checkForm(schema, readForm(form));
    if (!values) return refuse(form, faults, null);
    sending.current = true;
    setState({ ...AT_REST, pending: true });
    try {
      await submit(values.data);
      setState(AT_REST);
    } catch (failure) {
      const { faults: refused, isComplete } = serverFaults(form, failure);
      refusedNames.current = new Set(Object.keys(refused));
      refuse(form, refused, isComplete ? null : failure);
    } finally {
      sending.current = false;
    }
  };

  const handlers = {
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      event.stopPropagation();
      if (!sending.current) void send(event.currentTarget);
    },
    onBlur: (event: FocusEvent<HTMLFormElement>) => {
      const name = fieldNameOf(event.target);
      if (!name || event.target.closest("form") !== event.currentTarget) return;
      checkedNames.current.add(name);
      if (refusedNames.current.has(name)) return;
      const form = event.currentTarget;
      afterPress(() => recheck(form));
    },
    onChange: (event: FormEvent<HTMLFormElement>) => {
      const name = fieldNameOf(event.target);
      if (!name || !checkedNames.current.has(name)) return;
      refusedNames.current.delete(name);
      recheck(event.currentTarget);
    },
  };
  return { state, handlers };
}

/** The server's faults beside the fields they name; complete when each found its field. */
function serverFaults(form: HTMLFormElement, failure: unknown): { faults: Faults; isComplete: boolean } {
  if (!(failure instanceof ApiError)) return { faults: {}, isComplete: false };
  const faults: Record<string, string> = {};
  let placed = 0;
  for (const { path, message } of failure.details) {
    const name = fieldNameAt(form, path);
    if (!name) continue;
    faults[name] ??= message;
    placed += 1;
  }
  return { faults, isComplete: placed > 0 && placed === failure.details.length };
}

const picked = (faults: Faults, isWanted: (name: string) => boolean): Faults =>
  Object.fromEntries(Object.entries(faults).filter(([name]) => isWanted(name)));

/** What went wrong with the form as a whole. Stands above the buttons. */
export function FormFailure() {
  const { failure } = useFormState();
  return failure ? <ErrorNotice error={failure} /> : null;
}

/** The button that sends the form around it. */
export function SubmitButton({ variant = "primary", ...props }: ButtonProps) {
  const { pending } = useFormState();
  return <Button type="submit" variant={variant} busy={pending} {...props} />;
}

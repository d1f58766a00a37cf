"use client";

import {
  type ComponentProps,
  createContext,
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
import { checkForm, fieldNameOf, focusField, hasField, readForm } from "./form-values";
import { afterPress } from "./pointer-release";

type Faults = Readonly<Record<string, string>>;
type FormState = { faults: Faults; pending: boolean; failure: unknown };

const FormContext = createContext<FormState>({ faults: {}, pending: false, failure: null });

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
  const [state, setState] = useState<FormState>({ faults: {}, pending: false, failure: null });
  const checkedNames = useRef(new Set<string>());
  const sending = useRef(false);

  const recheck = (form: HTMLFormElement, name: string) => {
    const found = checkForm(schema, readForm(form)).faults[name];
    setState(({ faults: { [name]: _, ...others }, ...rest }) => ({
      ...rest,
      faults: found ? { ...others, [name]: found } : others,
    }));
  };

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    if (sending.current) return;
    const form = event.currentTarget;
    const { values, faults } = checkForm(schema, readForm(form));
    if (!values) {
      for (const name of Object.keys(faults)) checkedNames.current.add(name);
      setState({ faults, pending: false, failure: null });
      focusField(form, Object.keys(faults));
      return;
    }
    sending.current = true;
    setState({ faults: {}, pending: true, failure: null });
    try {
      await submit(values.data);
      setState({ faults: {}, pending: false, failure: null });
    } catch (failure) {
      const refused = serverFaults(form, failure);
      setState({ faults: refused, pending: false, failure: Object.keys(refused).length > 0 ? null : failure });
      focusField(form, Object.keys(refused));
    } finally {
      sending.current = false;
    }
  };

  return (
    <FormContext value={state}>
      <form
        noValidate
        {...native}
        onSubmit={(event) => void onSubmit(event)}
        onBlur={(event) => {
          const name = fieldNameOf(event.target);
          if (!name || event.target.closest("form") !== event.currentTarget) return;
          checkedNames.current.add(name);
          const form = event.currentTarget;
          afterPress(() => recheck(form, name));
        }}
        onChange={(event) => {
          const name = fieldNameOf(event.target);
          if (name && checkedNames.current.has(name)) recheck(event.currentTarget, name);
        }}
      >
        {children}
      </form>
    </FormContext>
  );
}

function serverFaults(form: HTMLFormElement, failure: unknown): Faults {
  if (!(failure instanceof ApiError)) return {};
  return Object.fromEntries(
    failure.details.filter(({ path }) => hasField(form, path)).map(({ path, message }) => [path, message]),
  );
}

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

"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { readForm } from "./form-values";

/** What a form holds at the moment, for a summary beside it. Call `read` on every input, and when rows come or go. */
export function useLiveForm() {
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>({});
  const read = useCallback(() => {
    if (form.current) setValues(readForm(form.current));
  }, []);
  useEffect(read, [read]);
  return { form, values, read };
}

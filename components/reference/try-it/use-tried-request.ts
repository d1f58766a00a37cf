"use client";

import { type FormEvent, useState } from "react";
import { type TriedAnswer, tryRequest } from "@/lib/client/try-request";
import type { Environment } from "@/lib/domain/environment";
import { isWrite } from "../operations";
import { useReference } from "../reference-provider";
import {
  BODY,
  faultOfKey,
  faultOfValues,
  type TriedOperation,
  type TriedValues,
  triedRequestOf,
} from "./tried-request";

type Outcome = { environment: Environment } & ({ answer: TriedAnswer } | { failure: string });

/** What was typed for an endpoint, and what came of sending it. A write in production is asked about first. */
export function useTriedRequest(operation: TriedOperation) {
  const { environment, secret } = useReference();
  const [values, setValues] = useState<TriedValues>(() => valuesAtFirst(operation));
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const send = async () => {
    setBusy(true);
    try {
      setOutcome({ environment, answer: await tryRequest(triedRequestOf(operation, values, environment, secret)) });
    } catch {
      setOutcome({ environment, failure: "Can't reach the server. Nothing came back." });
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = faultOfValues(operation, values);
    setFault(found);
    if (found !== null || busy || faultOfKey(secret, environment) !== null) return;
    if (environment === "production" && isWrite(operation)) setAsking(true);
    else void send();
  };
  return {
    values,
    change: (name: string, value: string) => setValues((before) => ({ ...before, [name]: value })),
    fault,
    busy,
    asking,
    setAsking,
    // An answer of the other environment would be taken for one of this.
    outcome: outcome?.environment === environment ? outcome : null,
    submit,
    send,
  };
}

const valuesAtFirst = ({ parameters, body }: TriedOperation): TriedValues => ({
  ...Object.fromEntries(parameters.map(({ name, required, example }) => [name, required ? example : ""])),
  ...(body !== null && { [BODY]: body }),
});

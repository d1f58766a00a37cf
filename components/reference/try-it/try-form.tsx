"use client";

import { Send } from "lucide-react";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { FieldFault } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { useReference } from "../reference-provider";
import { KeyField } from "./key-field";
import { BODY, faultOfKey, type TriedOperation, type TriedValues } from "./tried-request";
import { TriedResult } from "./tried-result";
import { useTriedRequest } from "./use-tried-request";

/** The request's own parts, and what came of it. */
export function TryForm({ operation }: { operation: TriedOperation }) {
  const { environment, secret } = useReference();
  const { values, change, fault, busy, asking, setAsking, outcome, submit, send } = useTriedRequest(operation);
  const name = `${operation.method.toUpperCase()} ${operation.path}`;
  return (
    <form aria-label={`Try ${name}`} noValidate onSubmit={submit} className="grid min-w-0 grid-cols-1 gap-4">
      {operation.needsKey ? <KeyField key={environment} /> : <p className="text-muted">This call needs no key.</p>}
      <TriedFields operation={operation} values={values} onChange={change} />
      {fault ? <FieldFault>{fault}</FieldFault> : null}
      <div>
        <Button
          type="submit"
          variant="primary"
          icon={Send}
          busy={busy}
          busyLabel="Sending…"
          disabledBecause={operation.needsKey && faultOfKey(secret, environment)}
        >
          {`Send to ${environment}`}
        </Button>
      </div>
      <TriedResult outcome={outcome} />
      <ConfirmDialog
        open={asking}
        title="Send this to production?"
        body={`${name} changes production data.`}
        verb="Send request"
        danger={false}
        run={() => {
          setAsking(false);
          void send();
        }}
        onClose={() => setAsking(false)}
      />
    </form>
  );
}

type TriedFieldsProps = {
  operation: TriedOperation;
  values: TriedValues;
  onChange: (name: string, value: string) => void;
};

function TriedFields({ operation: { parameters, body }, values, onChange }: TriedFieldsProps) {
  return (
    <>
      {parameters.length > 0 ? (
        <div className="grid grid-cols-1 gap-3 md:grid-cols-2 xl:grid-cols-3">
          {parameters.map(({ name, required }) => (
            <TextField
              key={name}
              label={name}
              name={name}
              mono
              optional={!required}
              value={values[name] ?? ""}
              onChange={(event) => onChange(name, event.target.value)}
            />
          ))}
        </div>
      ) : null}
      {body === null ? null : (
        <TextArea
          label="Body"
          name="body"
          mono
          rows={Math.min(16, body.split("\n").length + 1)}
          spellCheck={false}
          value={values[BODY] ?? ""}
          onChange={(event) => onChange(BODY, event.target.value)}
        />
      )}
    </>
  );
}

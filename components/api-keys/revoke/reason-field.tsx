"use client";

import { type SyntheticEvent, useState } from "react";
import { RadioField } from "@/components/ui/radio-group";
import { TextField } from "@/components/ui/text-field";
import type { RevokeApiKeyBody } from "@/lib/dashboard-api/schemas/api-keys";
import { KEY_NOTE_MAX, REVOCATION_REASONS, type RevocationReason } from "@/lib/domain/api-key";
import { containsSecret } from "@/lib/domain/api-key-secret";
import { REASON_WORDS } from "../key-facts/words";

const ORDER: readonly RevocationReason[] = ["UNUSED", "REPLACED", "LEAKED", "PERSON_LEFT", "OTHER"];

type Faults = { reason?: string; note?: string };

export type ReasonState = {
  reason: RevocationReason | null;
  note: string;
  faults: Faults;
  change: (patch: { reason?: RevocationReason; note?: string }) => void;
  /** The body to send; or null, with the faults shown and the first faulty field focused. */
  submitted: (event: SyntheticEvent<HTMLFormElement>) => RevokeApiKeyBody | null;
};

export function useReason(): ReasonState {
  const [{ reason, note, faults }, setState] = useState<Pick<ReasonState, "reason" | "note" | "faults">>({
    reason: null,
    note: "",
    faults: {},
  });
  return {
    reason,
    note,
    faults,
    change: (patch) => setState((current) => ({ ...current, ...patch, faults: {} })),
    submitted: (event) => {
      event.preventDefault();
      const found = faultsOf(reason, note);
      if (reason && !found.note) return { reason, note: reason === "OTHER" ? note.trim() : "" };
      setState({ reason, note, faults: found });
      focusOn(event.currentTarget, found.reason ? "reason" : "note");
      return null;
    },
  };
}

/** Why the key ends. It is kept in the audit log. */
export function ReasonField({ state }: { state: ReasonState }) {
  const { reason, note, faults, change } = state;
  return (
    <>
      <RadioField
        label="Reason"
        name="reason"
        value={reason}
        error={faults.reason}
        options={ORDER.map((value) => ({ value, label: REASON_WORDS[value] }))}
        onChange={(chosen) => change({ reason: REVOCATION_REASONS.find((each) => each === chosen) })}
      />
      {reason === "OTHER" ? (
        <TextField
          label="Which reason?"
          name="note"
          maxLength={KEY_NOTE_MAX}
          value={note}
          error={faults.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      ) : null}
    </>
  );
}

function faultsOf(reason: RevocationReason | null, note: string): Faults {
  if (!reason) return { reason: "Choose a reason." };
  if (reason !== "OTHER") return {};
  if (note.trim() === "") return { note: "Write the reason." };
  if (containsSecret(note)) {
    return { note: "This contains a secret key. Everyone in the organization can read this field." };
  }
  return {};
}

function focusOn(form: HTMLFormElement, name: string): void {
  const field = form.querySelector(`[name="${name}"]`);
  if (field instanceof HTMLElement) field.focus();
}

"use client";

import { Notice } from "@/components/ui/notice";
import { RadioField, type RadioOption } from "@/components/ui/radio-group";
import type { Environment } from "@/lib/domain/environment";
import { FULL_ACCESS, isPreset, PRESETS, type Scope } from "@/lib/domain/scope";
import type { KeySettings } from "./key-settings";
import { ScopeMatrix } from "./scope-matrix";

type Access = Pick<KeySettings, "preset" | "scopes">;

type AccessFieldProps = {
  environment: Environment;
  access: Access;
  onChange: (access: Access) => void;
};

const PRESET_CARDS: readonly RadioOption[] = [
  { value: "read-only", label: "Read only", help: "Reads everything. Analytics, reporting." },
  { value: "send-usage", label: "Send usage", help: "Only sends usage events. Ingestion workers." },
  {
    value: "transactions",
    label: "Transactions",
    help: "Reads everything, sends usage, changes contracts. Payment and usage processing.",
  },
  {
    value: "account-management",
    label: "Account management",
    help: "Reads everything, changes customers, plans, meters and pricing. Back office, product setup.",
  },
  { value: "full-access", label: "Full access", help: "Every scope. Only when nothing narrower works." },
  { value: "custom", label: "Custom", help: "What the table below says." },
];

/** Presets, and the matrix they fill. Nothing is chosen at first: a default here would be a permission nobody asked for. */
export function AccessField({ environment, access, onChange }: AccessFieldProps) {
  const { preset, scopes } = access;
  const choose = (value: string) => {
    if (isPreset(value)) onChange({ preset: value, scopes: PRESETS[value] });
    else onChange({ preset: "custom", scopes: scopes.filter((scope) => scope !== FULL_ACCESS) });
  };
  const setMatrix = (next: Scope[]) => onChange({ preset: "custom", scopes: next });
  return (
    <div className="grid gap-4">
      <RadioField
        label="Access"
        name="scopes"
        look="cards"
        options={PRESET_CARDS}
        value={preset}
        onChange={choose}
        // A fault that a click on the matrix has cured is over, whenever the form looks again.
        error={scopes.length > 0 ? "" : undefined}
      />
      {preset === "full-access" ? (
        <>
          <p>Includes every scope, also those added later.</p>
          <Notice tone="warning">
            Full access can read and change everything in {environment}. Choose narrower scopes if you can.
          </Notice>
        </>
      ) : (
        <ScopeMatrix scopes={scopes} onChange={setMatrix} />
      )}
    </div>
  );
}

"use client";

import { useState } from "react";
import { useStepUp } from "@/components/api-keys/step-up/use-step-up";
import { useUrlSearch } from "@/components/shell/use-url-search";
import { Card } from "@/components/ui/card";
import { changeApiKey } from "@/lib/client/api-keys";
import type { Viewer } from "@/lib/client/viewer";
import type { ApiKeyJson, ChangeApiKeyBody } from "@/lib/dashboard-api/schemas/api-keys";
import { clockTimeMs } from "@/lib/format";
import { refusalToChange } from "../key-facts/key-permissions";
import { EDITABLE_FIELDS, type EditableField, FIELD_LABELS } from "./editable-field";
import { linkedEdit } from "./linked-edit";
import { SettingRow } from "./setting-row";

type SettingsCardProps = {
  apiKey: ApiKeyJson;
  viewer: Viewer | undefined;
  onChanged: (apiKey: ApiKeyJson) => void;
};

/** The key as it was when the editor opened: its version decides whether somebody else was faster. */
type Editing = { field: EditableField; read: ApiKeyJson };

/** What can be changed, one thing at a time, in place. */
export function SettingsCard({ apiKey, viewer, onChanged }: SettingsCardProps) {
  const { search, change } = useUrlSearch();
  const [linked] = useState(() => linkedEdit(search, apiKey));
  const [editing, setEditing] = useState<Editing | null>(linked && { field: linked.field, read: apiKey });
  const [receipt, setReceipt] = useState<{ field: EditableField; sentence: string } | null>(null);
  const stepUp = useStepUp(apiKey.environment);

  const save = async ({ field, read }: Editing, body: ChangeApiKeyBody) => {
    const changed = await stepUp.run(() => changeApiKey(read.environment, read.id, body, read.version));
    if (!changed) return;
    const { receipt: proof, ...key } = changed;
    onChanged(key);
    setReceipt({ field, sentence: sentenceOf(field, proof?.effectiveAt ?? null) });
    close();
  };
  const close = () => {
    setEditing(null);
    change({ edit: null, add: null, ip: null }, "replace");
  };
  return (
    <Card title="Settings">
      <div className="grid divide-y">
        {EDITABLE_FIELDS.map((field) => (
          <SettingRow
            key={field}
            field={field}
            apiKey={editing?.field === field ? editing.read : apiKey}
            isEditing={editing?.field === field && refusalToEdit(field, viewer, apiKey) === null}
            entered={linked?.field === field ? linked.entered : undefined}
            refusal={refusalToEdit(field, viewer, apiKey)}
            receipt={receipt?.field === field ? receipt.sentence : null}
            onEdit={() => {
              setReceipt(null);
              setEditing({ field, read: apiKey });
            }}
            onSave={async (body) => (editing ? save(editing, body) : undefined)}
            onClose={close}
          />
        ))}
      </div>
      {stepUp.dialog}
    </Card>
  );
}

function sentenceOf(field: EditableField, effectiveAt: string | null): string {
  const changed = `${FIELD_LABELS[field]} changed`;
  return effectiveAt ? `${changed} everywhere since ${clockTimeMs(effectiveAt)}.` : `${changed}.`;
}

function refusalToEdit(field: EditableField, viewer: Viewer | undefined, apiKey: ApiKeyJson): string | null {
  const refusal = refusalToChange(viewer, apiKey);
  if (refusal || field === "name" || field === "note") return refusal;
  if (apiKey.status === "revoked") return "This key is revoked. Only name and note can change.";
  return apiKey.status === "expired" ? "This key is expired. Only name and note can change." : null;
}

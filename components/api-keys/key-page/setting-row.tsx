"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { ApiKeyJson, ChangeApiKeyBody } from "@/lib/dashboard-api/schemas/api-keys";
import type { KeySettings } from "../form/key-settings";
import { type EditableField, FIELD_LABELS } from "./editable-field";
import { SettingEditor } from "./setting-editor";
import { SettingValue } from "./setting-value";

type SettingRowProps = {
  field: EditableField;
  apiKey: ApiKeyJson;
  isEditing: boolean;
  /** What the editor opens with, beside the key's own settings. */
  entered?: Partial<KeySettings> | undefined;
  /** Why it cannot be changed. */
  refusal: string | null;
  /** What the last change came to. */
  receipt: string | null;
  onEdit: () => void;
  onSave: (body: ChangeApiKeyBody) => Promise<void>;
  onClose: () => void;
};

/** One setting with its value, or its editor in the same place. */
export function SettingRow({ field, apiKey, isEditing, entered, refusal, receipt, ...on }: SettingRowProps) {
  const { onEdit, onSave, onClose } = on;
  const edit = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !isEditing) edit.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);

  if (isEditing) {
    return (
      <div className="py-4 first:pt-0 last:pb-0">
        <SettingEditor {...{ field, apiKey, entered, onSave, onClose }} />
      </div>
    );
  }
  const label = FIELD_LABELS[field];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 py-3 first:pt-0 last:pb-0 sm:grid-cols-[6rem_minmax(0,1fr)_auto]">
      <h3 className="text-muted">{label}</h3>
      <div className="min-w-0 [overflow-wrap:anywhere] max-sm:order-last max-sm:col-span-2">
        <SettingValue field={field} apiKey={apiKey} />
        <p role="status" className="text-success">
          {receipt}
        </p>
      </div>
      <div className="-my-2.5 md:-my-1.5">
        <Button
          ref={edit}
          variant="quiet"
          aria-label={`Edit ${label === "IP rules" ? label : label.toLowerCase()}`}
          disabledBecause={refusal}
          onClick={onEdit}
        >
          Edit
        </Button>
      </div>
    </div>
  );
}

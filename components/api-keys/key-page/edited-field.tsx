"use client";

import { TextArea } from "@/components/ui/text-area";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { AccessField } from "../form/access-field";
import { ExpiryField } from "../form/expiry-field";
import { IpRulesField } from "../form/ip-rules-field";
import type { KeySettings } from "../form/key-settings";
import { NameField } from "../form/name-field";
import type { EditableField } from "./editable-field";

type EditedFieldProps = {
  field: EditableField;
  apiKey: ApiKeyJson;
  settings: KeySettings;
  onChange: (changes: Partial<KeySettings>) => void;
};

/** The field of the create form that this setting was made with. */
export function EditedField({ field, apiKey, settings, onChange }: EditedFieldProps) {
  const { environment, id } = apiKey;
  switch (field) {
    case "name":
      return <NameField {...{ environment }} keyId={id} name={settings.name} onChange={(name) => onChange({ name })} />;
    case "note":
      return (
        <TextArea
          label="Note"
          name="note"
          optional
          value={settings.note}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      );
    case "scopes":
      return <AccessField environment={environment} access={settings} onChange={onChange} />;
    case "expiry":
      return <ExpiryField choice={settings.expiry} onChange={(expiry) => onChange({ expiry })} />;
    case "allowedIps":
      return (
        <IpRulesField
          environment={environment}
          text={settings.allowedIps}
          onChange={(allowedIps) => onChange({ allowedIps })}
        />
      );
  }
}

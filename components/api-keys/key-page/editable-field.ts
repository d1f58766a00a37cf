import type { ApiKeyJson, ChangeApiKeyBody } from "@/lib/dashboard-api/schemas/api-keys";
import { createBodyOf } from "../form/create-body";
import { lastDayOf } from "../form/expiry";
import { type KeySettings, NEVER, presetOf } from "../form/key-settings";

export const EDITABLE_FIELDS = ["name", "note", "scopes", "expiry", "allowedIps"] as const;
export type EditableField = (typeof EDITABLE_FIELDS)[number];

export const FIELD_LABELS: Record<EditableField, string> = {
  name: "Name",
  note: "Note",
  scopes: "Scopes",
  expiry: "Expiry",
  allowedIps: "IP rules",
};

/** The key in the form's terms. An end is shown as its day. */
export function settingsOf(apiKey: ApiKeyJson): KeySettings {
  return {
    name: apiKey.name,
    note: apiKey.note,
    preset: presetOf(apiKey.scopes),
    scopes: apiKey.scopes,
    expiry: apiKey.expiresAt === null ? NEVER : lastDayOf(apiKey.expiresAt),
    allowedIps: apiKey.allowedIps.join("\n"),
  };
}

/** Whether the field says something else than the key does. */
export function isChanged(field: EditableField, from: KeySettings, to: KeySettings): boolean {
  return JSON.stringify(from[field]) !== JSON.stringify(to[field]);
}

/** The change of one field as the endpoint takes it. */
export function changeOf(field: EditableField, settings: KeySettings, now: Date): ChangeApiKeyBody {
  const body = createBodyOf(settings, now);
  if (field === "expiry") return { expiresAt: body.expiresAt };
  return { [field]: body[field] };
}

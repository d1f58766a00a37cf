"use client";

import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { FULL_ACCESS } from "@/lib/domain/scope";
import { accessSentence } from "../form/access-sentence";
import { ExpiryText } from "../key-facts/expiry-text";
import type { EditableField } from "./editable-field";

/** A setting as it is. */
export function SettingValue({ field, apiKey }: { field: EditableField; apiKey: ApiKeyJson }) {
  switch (field) {
    case "name":
      return apiKey.name;
    case "note":
      return apiKey.note === "" ? "None" : <p className="whitespace-pre-wrap">{apiKey.note}</p>;
    case "scopes":
      return (
        <>
          <p>{accessSentence(apiKey.scopes)}</p>
          <p className="font-mono text-xs">
            {apiKey.scopes.includes(FULL_ACCESS) ? `${FULL_ACCESS} (full access)` : apiKey.scopes.join(" ")}
          </p>
        </>
      );
    case "expiry":
      return <ExpiryText apiKey={apiKey} />;
    case "allowedIps":
      return apiKey.allowedIps.length === 0 ? (
        "Any address"
      ) : (
        <ul className="grid font-mono">
          {apiKey.allowedIps.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      );
  }
}

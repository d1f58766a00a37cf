import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { FULL_ACCESS, isScope } from "@/lib/domain/scope";
import { type KeySettings, presetOf } from "../form/key-settings";

export type LinkedEdit = { readonly field: "scopes" | "allowedIps"; readonly entered: Partial<KeySettings> };

/**
 * What a link to the page opens: `?edit=scopes&add=customers:read`, `?edit=allowedIps&add=203.0.113.7`, or `&ip=` with the whole
 * list. It is entered and not saved.
 */
export function linkedEdit(search: URLSearchParams, { scopes, allowedIps }: ApiKeyJson): LinkedEdit | null {
  const added = (search.get("add") ?? "").split(",").filter(Boolean);
  const whole = (search.get("ip") ?? "").split(",").filter(Boolean);
  switch (search.get("edit")) {
    case "scopes": {
      const wanted = [...new Set([...scopes, ...added.filter(isScope)])];
      if (added.length === 0 || scopes.includes(FULL_ACCESS)) return { field: "scopes", entered: {} };
      return { field: "scopes", entered: { scopes: wanted, preset: presetOf(wanted) } };
    }
    case "allowedIps": {
      const rules = whole.length > 0 ? whole : [...allowedIps, ...added];
      return { field: "allowedIps", entered: { allowedIps: [...new Set(rules)].join("\n") } };
    }
    default:
      return null;
  }
}

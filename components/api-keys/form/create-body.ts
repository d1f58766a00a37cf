import type { CreateApiKeyBody } from "@/lib/dashboard-api/schemas/api-keys";
import { expiresAtOf } from "./expiry";
import { checkIpRules } from "./ip-rule-lines";
import type { KeySettings } from "./key-settings";

/** The settings as the endpoint takes them; the form has checked them before. */
export function createBodyOf(settings: KeySettings, now: Date): CreateApiKeyBody {
  return {
    name: settings.name.trim(),
    note: settings.note.trim(),
    scopes: [...settings.scopes],
    expiresAt: expiresAtOf(settings.expiry, now)?.toISOString() ?? null,
    allowedIps: checkIpRules(settings.allowedIps).rules,
  };
}

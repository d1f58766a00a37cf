import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { otherEnvironment } from "@/lib/domain/environment";
import { newApiKeyPath, type Search } from "@/lib/paths";

const DAY_MS = 86_400_000;
const CHOICES_DAYS = [7, 30, 60, 90, 365] as const;

/** Create key in the other environment, filled with the settings of this one. */
export const copiedSettingsPath = (apiKey: ApiKeyJson): string =>
  newApiKeyPath(otherEnvironment(apiKey.environment), { ...settingsOf(apiKey), copied: 1 });

/** Create key in the same environment, filled with the settings of a key that ended. */
export const replacementPath = (apiKey: ApiKeyJson): string => newApiKeyPath(apiKey.environment, settingsOf(apiKey));

function settingsOf(apiKey: ApiKeyJson): Search {
  return {
    name: apiKey.name,
    note: apiKey.note,
    scopes: apiKey.scopes.join(","),
    expires: expiryChoiceOf(apiKey),
    ip: apiKey.allowedIps.join(","),
  };
}

/** The choice is not kept, only the end it led to: the span between both days tells which one it was. */
function expiryChoiceOf({ createdAt, expiresAt }: ApiKeyJson): string {
  if (!expiresAt) return "never";
  const days = Math.round((new Date(expiresAt).getTime() - new Date(createdAt).getTime()) / DAY_MS);
  if (CHOICES_DAYS.some((choice) => choice === days)) return `${days}d`;
  return new Date(expiresAt).getTime() > Date.now() + DAY_MS ? expiresAt.slice(0, 10) : "30d";
}

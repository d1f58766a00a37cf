import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { otherEnvironment } from "@/lib/domain/environment";
import { newApiKeyPath } from "@/lib/paths";
import { settingsSearchOf } from "../form/settings-link";

/** Create key in the other environment, filled with the settings of this one. */
export const copiedSettingsPath = (apiKey: ApiKeyJson): string =>
  newApiKeyPath(otherEnvironment(apiKey.environment), { ...settingsSearchOf(apiKey), copied: 1 });

/** Create key in the same environment, filled with the settings of a key that ended. */
export const replacementPath = (apiKey: ApiKeyJson): string =>
  newApiKeyPath(apiKey.environment, settingsSearchOf(apiKey));

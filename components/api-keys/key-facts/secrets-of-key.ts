import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";

export type SecretJson = ApiKeyJson["secrets"][number];

/** While rotating: the old secret, which still works and has an end. */
export function endingSecretOf({ status, secrets }: ApiKeyJson): SecretJson | undefined {
  if (status !== "rotating") return undefined;
  return secrets.find(({ endReason }) => endReason === "ROTATED");
}

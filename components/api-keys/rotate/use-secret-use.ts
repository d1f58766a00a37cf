import { useQuery } from "@tanstack/react-query";
import { useNow } from "@/components/ui/clock";
import { lastHourQuery, usageSinceQuery } from "@/lib/client/requests";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import type { KeyUsageJson } from "@/lib/dashboard-api/schemas/requests";
import { count, formatNumber, relativeTime } from "@/lib/format";
import { endingSecretOf, type SecretJson } from "../key-facts/secrets-of-key";
import type { RotationStep } from "./rotation-region";

const MINUTE_MS = 60_000;

/** How much the two secrets of a rotating key are used, in words. Figures come once the request log has answered; until then, and where it cannot, the last use is told. */
export function useSecretUse(apiKey: ApiKeyJson, step: RotationStep | null): { old: string; fresh: string } {
  const { environment, id, createdAt } = apiKey;
  const now = useNow();
  const old = endingSecretOf(apiKey);
  const [fresh] = apiKey.secrets;
  const lastHour = useQuery({ ...lastHourQuery(environment, id), enabled: step === "finish" }).data;
  const sinceStart = usageSinceQuery(environment, id, fresh?.createdAt ?? createdAt);
  const rotation = useQuery({ ...sinceStart, enabled: step === "roll-back" }).data;
  return {
    old: requestsIn(lastHour, old)
      ? `${count(requestsIn(lastHour, old), "request")} in the last hour`
      : silenceOf(old, now),
    fresh: requestsIn(rotation, fresh) ? timesUsed(requestsIn(rotation, fresh)) : silenceOf(fresh, now),
  };
}

const requestsIn = (usage: KeyUsageJson | undefined, secret: SecretJson | undefined): number =>
  usage?.secrets.find(({ secretId }) => secretId === secret?.id)?.requests ?? 0;

const timesUsed = (requests: number): string => (requests === 1 ? "used once" : `used ${formatNumber(requests)} times`);

/** "used less than a minute ago", "silent for 6 hours", "never used". */
function silenceOf(secret: SecretJson | undefined, now: Date | null): string {
  if (!secret?.lastUsedAt || !now) return "never used";
  const isSilent = now.getTime() - Date.parse(secret.lastUsedAt) >= MINUTE_MS;
  return isSilent
    ? `silent for ${relativeTime(secret.lastUsedAt, now).replace(" ago", "")}`
    : "used less than a minute ago";
}

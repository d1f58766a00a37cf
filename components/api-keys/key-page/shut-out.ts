import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { allowsAddress, ipRuleOf } from "@/lib/domain/ip-rule";
import { checkIpRules } from "../form/ip-rule-lines";

const RECENT_MS = 3_600_000;

/** Addresses that used the key in the last hour and that these rules would refuse. Each secret tells its latest one. */
export function addressesShutOut({ secrets }: ApiKeyJson, allowedIps: string, now: Date): string[] {
  const rules = checkIpRules(allowedIps).rules.map(ipRuleOf);
  const recent = secrets.flatMap(({ lastUsed }) =>
    lastUsed?.ip && now.getTime() - Date.parse(lastUsed.at) < RECENT_MS ? [lastUsed.ip] : [],
  );
  return [...new Set(recent)].filter((address) => !allowsAddress(rules, address));
}

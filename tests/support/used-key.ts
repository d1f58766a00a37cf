import type { Environment } from "@/lib/domain/environment";
import type { Env } from "@/lib/env";
import type { MintedKey } from "@/lib/operations/create-api-key";
import { recordSecretUsesAcrossTenants } from "@/lib/store/secret-uses";
import { logRequests } from "./logged-requests";
import { mint, type Organization, tenantOf } from "./people";

const DAY_MS = 86_400_000;

/** A key that was used for more than a week: by the product's own writers, because no test can wait for it. */
export async function usedKey(
  env: Env,
  organization: Organization,
  environment: Environment = "sandbox",
): Promise<MintedKey> {
  const tenant = tenantOf(environment, organization);
  const now = Date.now();
  const minted = await mint(env, tenant, {
    name: "Billing worker",
    scopes: ["customers:read", "customers:write", "plans:read"],
    now: new Date(now - 20 * DAY_MS),
  });
  const { key } = minted;
  const addresses = ["203.0.113.7", "203.0.113.8", "203.0.113.9", "2001:db8::1"];
  const requests = Array.from({ length: 40 }, (_, at) => ({
    key,
    atMs: now - 9 * DAY_MS + at * 5 * 3_600_000,
    route: "/v1/customers",
    scope: "customers:read",
    address: addresses[at % 4] ?? null,
    durationUs: 900 + at * 130,
    ...(at % 10 === 9 && { status: 429, errorCode: "RATE_LIMITED", failedCheck: "rate-limit" as const }),
  }));
  await logRequests(tenant, requests);
  const use = { organizationId: organization.id, keyId: key.id, secretId: key.secrets[0]?.id ?? "", ip: "203.0.113.7" };
  const told = { ...use, route: "GET /v1/customers", status: 200, userAgent: "curl/8.5.0" };
  await recordSecretUsesAcrossTenants(environment, [{ ...told, atMs: now - 9 * DAY_MS }]);
  await recordSecretUsesAcrossTenants(environment, [{ ...told, atMs: now }]);
  return minted;
}

import type { Environment } from "@/lib/domain/environment";
import { addressesOf, dashboardUrl, type Env } from "@/lib/env";

export type PublicAddresses = Record<Environment, { apiUrl: string; eventsUrl: string; dashboardUrl: string }>;

/** Where people and their code reach each environment. */
export function publicAddressesOf(env: Env): PublicAddresses {
  const of = (environment: Environment) => ({
    ...addressesOf(env, environment),
    dashboardUrl: `${dashboardUrl(env)}/api/${environment}/v1`,
  });
  return { production: of("production"), sandbox: of("sandbox") };
}

import { auditKeyOf } from "@/lib/auth/secret-digest";
import { ENVIRONMENTS } from "@/lib/domain/environment";
import { clickHouseUrlOf, type Env, requireVariable, variablesOf } from "@/lib/env";
import { openControlStore, openEnvironmentStore } from "@/lib/store/connections";
import { openEventStore } from "@/lib/store/event-store";

/** Opens the stores of a product in this process, so that operations can be called as the product calls them. */
export function openStores(env: Env): void {
  const auditKey = auditKeyOf(requireVariable(env, "MINTKEY_CONTROL_PEPPER"));
  openControlStore({ databaseUrl: requireVariable(env, "DATABASE_URL_CONTROL"), auditKey });
  for (const environment of ENVIRONMENTS) {
    const own = variablesOf(environment);
    const pepper = requireVariable(env, own.pepper);
    openEnvironmentStore(environment, {
      databaseUrl: requireVariable(env, own.databaseUrl),
      auditKey: auditKeyOf(pepper),
    });
    const url = clickHouseUrlOf(env, environment);
    if (url !== undefined) openEventStore(environment, { url });
  }
}

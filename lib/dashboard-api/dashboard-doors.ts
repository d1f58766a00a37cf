// What the dashboard's process opens once: both environments, the control database and the doors that lead into them.
// Next bundles each route on its own, so the one instance lives on globalThis.
import { apiApp } from "@/lib/api/app";
import { apiEndpoints } from "@/lib/api/endpoints";
import { type OpenServices, openServices } from "@/lib/api/open-services";
import { auditKeyOf, secretDigester } from "@/lib/auth/secret-digest";
import { sessionDoor } from "@/lib/auth/session-credential";
import { ENVIRONMENTS, type Environment } from "@/lib/domain/environment";
import { type Env, readEnv, requireVariable } from "@/lib/env";
import { openControlStore } from "@/lib/store/connections";
import { dashboardEndpoints } from "./endpoints";
import { publicAddressesOf } from "./public-addresses";

type Door = { fetch(request: Request): Response | Promise<Response> };

export type DashboardDoors = {
  readonly env: Env;
  readonly publicApi: Record<Environment, Door>;
  readonly dashboardApi: Record<Environment, Door>;
  readonly services: Record<Environment, OpenServices>;
};

const DOORS_KEY = Symbol.for("mintkey.dashboard-doors");

/** Opens everything at the first call; later calls share it. */
export function dashboardDoors(): DashboardDoors {
  const holder: typeof globalThis & { [DOORS_KEY]?: DashboardDoors } = globalThis;
  holder[DOORS_KEY] ??= openDoors(readEnv());
  return holder[DOORS_KEY];
}

export async function closeDashboardDoors(): Promise<void> {
  const { services } = dashboardDoors();
  await Promise.all(ENVIRONMENTS.map((environment) => services[environment].stop()));
}

function openDoors(env: Env): DashboardDoors {
  openControlStore({
    databaseUrl: requireVariable(env, "DATABASE_URL_CONTROL"),
    auditKey: auditKeyOf(requireVariable(env, "MINTKEY_CONTROL_PEPPER")),
  });
  const sessions = sessionDoor(env, requireVariable(env, "MINTKEY_SESSION_SECRET"));
  const services = {
    production: openServices(env, "production", "dashboard", sessions),
    sandbox: openServices(env, "sandbox", "dashboard", sessions),
  };
  const addresses = publicAddressesOf(env);
  const digestSandboxSecret = secretDigester(requireVariable(env, "MINTKEY_SANDBOX_PEPPER"));
  const publicDoor = (environment: Environment) =>
    apiApp(apiEndpoints(addresses[environment].apiUrl), services[environment].services, `/api/${environment}`);
  const dashboardDoor = (environment: Environment) =>
    apiApp(
      dashboardEndpoints(addresses, env.MINTKEY_SETUP_CODE, digestSandboxSecret),
      services[environment].services,
      `/api/${environment}/dashboard`,
    );
  return {
    env,
    services,
    publicApi: { production: publicDoor("production"), sandbox: publicDoor("sandbox") },
    dashboardApi: { production: dashboardDoor("production"), sandbox: dashboardDoor("sandbox") },
  };
}

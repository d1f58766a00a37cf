import { apiApp } from "@/lib/api/app";
import { apiEndpoints, eventsApiEndpoints } from "@/lib/api/endpoints";
import { openServices } from "@/lib/api/open-services";
import { type Environment, otherEnvironment } from "@/lib/domain/environment";
import { addressesOf, EnvError, givenVariables, variablesOf } from "@/lib/env";
import { describeError, log } from "@/lib/log";
import { closeStores } from "@/lib/store/connections";
import { announceReady, stopWithParent } from "./child-process";
import { optionsOf, requireEnvironment, UsageError } from "./command-line";
import { startHousekeeping } from "./housekeeping";
import { listen, stopListening } from "./listening";
import { readOwnEnv } from "./own-env";
import { startScheduler } from "./scheduler";
import { startShipping } from "./shipping";

const USAGE = "Usage: npm run api -- --environment production|sandbox";

async function start(): Promise<void> {
  const environment = requireEnvironment(optionsOf({ environment: { type: "string" } }, USAGE).environment, USAGE);
  refuseForeignSecrets(environment);
  const env = await readOwnEnv(environment);
  const { services, stop } = openServices(env, environment, "api server");
  const { apiUrl } = addressesOf(env, environment);
  const own = variablesOf(environment);
  const servers = await Promise.all([
    listen(apiApp(apiEndpoints(apiUrl), services).fetch, env[own.apiPort], env.MINTKEY_HOST, own.apiPort),
    listen(apiApp(eventsApiEndpoints(), services).fetch, env[own.eventsPort], env.MINTKEY_HOST, own.eventsPort),
  ]);
  const housekeeping = startHousekeeping(environment);
  const scheduler = startScheduler(environment);
  const shipping = startShipping(env, environment, services.spool.directory);
  stopWithParent(async () => {
    housekeeping.stop();
    await Promise.all([scheduler.stop(), ...servers.map(stopListening)]);
    await shipping.stop();
    await stop();
    await closeStores();
  });
  announceReady();
  if (!process.connected) log.info("Serving", { environment, api: env[own.apiPort], events: env[own.eventsPort] });
}

/** An API server never has another environment's credentials in its hands, not even by accident. */
function refuseForeignSecrets(environment: Environment): void {
  const foreign = variablesOf(otherEnvironment(environment));
  const given = givenVariables();
  const held = [
    foreign.databaseUrl,
    foreign.clickHouseUrl,
    foreign.pepper,
    "DATABASE_URL_CONTROL",
    "MINTKEY_CONTROL_PEPPER",
  ].filter((name) => given[name] !== undefined);
  if (held.length > 0)
    throw new EnvError(
      `This is the ${environment} API server. Take ${held.join(", ")} out of its environment variables.`,
    );
}

start().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof UsageError || error instanceof EnvError ? error.message : describeError(error)}\n`,
  );
  process.exit(1);
});

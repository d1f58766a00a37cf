import type { Environment } from "@/lib/domain/environment";
import { clickHouseUrlOf, type Env, EnvError, givenVariables, readEnv, variablesOf } from "@/lib/env";
import { openDataDirectory } from "./data-directory";
import { findEmbeddedClickHouse } from "./embedded-clickhouse";
import { findEmbeddedDatabases } from "./embedded-databases";
import { environmentPepper } from "./secrets";

/**
 * The variables of a command that works on one environment alone. What is not given comes from the data directory of a
 * running product: this environment's database and pepper, and nothing of the other's.
 */
export async function readOwnEnv(environment: Environment): Promise<Env> {
  const env = readEnv();
  const own = variablesOf(environment);
  if (env[own.databaseUrl] !== undefined && env[own.pepper] !== undefined) return env;
  const directory = await openDataDirectory(env.MINTKEY_DATA_DIR);
  const databases = env[own.databaseUrl] === undefined ? await findEmbeddedDatabases(directory) : undefined;
  if (env[own.databaseUrl] === undefined && !databases) {
    throw new EnvError(
      `Nothing has been started from ${directory.root} yet. Run npm start, or set MINTKEY_DATA_DIR or ${own.databaseUrl}.`,
    );
  }
  const clickHouse = clickHouseUrlOf(env, environment) ?? (await findEmbeddedClickHouse(directory, environment));
  return readEnv({
    ...givenVariables(),
    ...(clickHouse !== undefined && { [own.clickHouseUrl]: clickHouse }),
    [own.pepper]: await environmentPepper(directory.secrets, env, environment),
    ...(databases && { [own.databaseUrl]: databases[environment] }),
  });
}

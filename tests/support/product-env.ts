import { type Env, readEnv } from "@/lib/env";
import { openDataDirectory } from "@/lib/server/data-directory";
import { findEmbeddedClickHouse } from "@/lib/server/embedded-clickhouse";
import { findEmbeddedDatabases } from "@/lib/server/embedded-databases";
import { controlSecrets, environmentPepper } from "@/lib/server/secrets";

/** What the processes of the browser tests' product were given, read from its data directory as its command line does it. */
export async function productEnv(): Promise<Env> {
  const env = readEnv({});
  const directory = await openDataDirectory(process.env.MINTKEY_TEST_DATA_DIR);
  const databases = await findEmbeddedDatabases(directory);
  const control = await controlSecrets(directory.secrets, env);
  return readEnv({
    DATABASE_URL_CONTROL: databases?.control,
    DATABASE_URL_PRODUCTION: databases?.production,
    DATABASE_URL_SANDBOX: databases?.sandbox,
    CLICKHOUSE_URL_PRODUCTION: await findEmbeddedClickHouse(directory, "production"),
    CLICKHOUSE_URL_SANDBOX: await findEmbeddedClickHouse(directory, "sandbox"),
    MINTKEY_CONTROL_PEPPER: control.pepper,
    MINTKEY_SESSION_SECRET: control.sessionSecret,
    MINTKEY_PRODUCTION_PEPPER: await environmentPepper(directory.secrets, env, "production"),
    MINTKEY_SANDBOX_PEPPER: await environmentPepper(directory.secrets, env, "sandbox"),
  });
}

import { ENVIRONMENTS } from "@/lib/domain/environment";
import { clickHouseUrlOf, EnvError, readEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { makeEventTables } from "@/lib/store/event-store-schema";
import { applyMigrations } from "@/lib/store/migrations";

/** Brings every database named in the environment variables up to date; safe to run while servers run. */
async function migrate(): Promise<void> {
  const env = readEnv();
  const databases = [
    ["control", env.DATABASE_URL_CONTROL, "control"],
    ["production", env.DATABASE_URL_PRODUCTION, "environment"],
    ["sandbox", env.DATABASE_URL_SANDBOX, "environment"],
  ] as const;
  if (databases.every(([, databaseUrl]) => databaseUrl === undefined)) {
    throw new EnvError("DATABASE_URL_CONTROL, DATABASE_URL_PRODUCTION or DATABASE_URL_SANDBOX must be set");
  }
  for (const [name, databaseUrl, schema] of databases) {
    if (databaseUrl === undefined) continue;
    const applied = await applyMigrations(databaseUrl, schema);
    if (applied.length > 0) log.info("Migrated a database", { database: name, migrations: applied.join(", ") });
  }
  for (const environment of ENVIRONMENTS) {
    const url = clickHouseUrlOf(env, environment);
    if (url !== undefined) await makeEventTables({ url, cluster: env.CLICKHOUSE_CLUSTER });
  }
}

migrate().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);

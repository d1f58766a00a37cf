// Which variables each process may hold. A list of what passes, never of what is held back: a new secret is private by default.
import { ENVIRONMENTS, type Environment } from "@/lib/domain/environment";
import { variablesOf } from "@/lib/env";

export type Variables = Record<string, string | undefined>;
export type PartVariables = NodeJS.ProcessEnv;
export type DatabaseUrls = { control: string; production: string; sandbox: string };
export type ClickHouseUrls = Record<Environment, string>;
export type StoreUrls = { postgres: DatabaseUrls; clickHouse: ClickHouseUrls };
export type ProductSecrets = {
  control: { pepper: string; sessionSecret: string };
  production: string;
  sandbox: string;
};

const SYSTEM =
  /^(PATH|HOME|USER|LANG|LC_[A-Z]+|TZ|TMPDIR|NODE_[A-Z_]+|LD_LIBRARY_PATH|SSL_CERT_(FILE|DIR)|((HTTPS?|NO|ALL)_PROXY))$/i;
const PUBLIC_SETTINGS =
  /^MINTKEY_(DATA_DIR|HOST|TRUSTED_PROXY_HOPS|RATE_LIMIT_PER_MINUTE|NEXT_DIR|[A-Z_]+_(PORT|URL))$/;
/** Of every process that serves an environment. */
const SHARED = /^(CLICKHOUSE_CLUSTER|REDIS_URL)$/;
const DASHBOARD_SETTINGS = /^(MINTKEY_[A-Z_]+|(GITHUB|GOOGLE)_CLIENT_(ID|SECRET))$/;

export const systemVariables = (all: Variables): PartVariables => ({
  ...matching(all, SYSTEM),
  NODE_ENV: "production",
});

/** For the keeper of an embedded ClickHouse. Each statement runs on a thread of Node's pool, so the pool must be larger. */
export const clickHouseVariables = (all: Variables): PartVariables => ({
  ...systemVariables(all),
  MINTKEY_DATA_DIR: all.MINTKEY_DATA_DIR,
  UV_THREADPOOL_SIZE: "16",
  TZ: "UTC",
});

/** Its own environment's database and pepper, and not one secret more. */
export function apiServerVariables(
  all: Variables,
  environment: Environment,
  urls: StoreUrls,
  secrets: ProductSecrets,
): PartVariables {
  const own = variablesOf(environment);
  return {
    ...systemVariables(all),
    ...matching(all, PUBLIC_SETTINGS),
    ...matching(all, SHARED),
    [own.databaseUrl]: urls.postgres[environment],
    [own.clickHouseUrl]: urls.clickHouse[environment],
    [own.pepper]: secrets[environment],
  };
}

export function dashboardVariables(
  all: Variables,
  urls: StoreUrls,
  secrets: ProductSecrets,
  setupCode: string,
): PartVariables {
  return {
    ...systemVariables(all),
    ...matching(all, DASHBOARD_SETTINGS),
    ...matching(all, SHARED),
    ...storeVariables(urls),
    MINTKEY_CONTROL_PEPPER: secrets.control.pepper,
    MINTKEY_SESSION_SECRET: secrets.control.sessionSecret,
    MINTKEY_SETUP_CODE: setupCode,
    ...Object.fromEntries(ENVIRONMENTS.map((environment) => [variablesOf(environment).pepper, secrets[environment]])),
  };
}

export const migrationVariables = (all: Variables, urls: StoreUrls): PartVariables => ({
  ...systemVariables(all),
  ...matching(all, SHARED),
  ...storeVariables(urls),
});

const storeVariables = ({ postgres, clickHouse }: StoreUrls): Variables => ({
  DATABASE_URL_CONTROL: postgres.control,
  DATABASE_URL_PRODUCTION: postgres.production,
  DATABASE_URL_SANDBOX: postgres.sandbox,
  CLICKHOUSE_URL_PRODUCTION: clickHouse.production,
  CLICKHOUSE_URL_SANDBOX: clickHouse.sandbox,
});

const matching = (all: Variables, names: RegExp): Variables =>
  Object.fromEntries(
    Object.entries(all).filter(([name, value]) => names.test(name) && value !== undefined && value !== ""),
  );

import { fileURLToPath } from "node:url";
import type { Environment } from "@/lib/domain/environment";
import {
  apiServerVariables,
  clickHouseVariables,
  dashboardVariables,
  migrationVariables,
  type ProductSecrets,
  type StoreUrls,
  systemVariables,
  type Variables,
} from "./part-variables";
import type { Part } from "./supervisor";

const SERVER_STOP_LIMIT_MS = 6_000;
const POSTGRES_STOP_LIMIT_MS = 25_000;
const CLICKHOUSE_STOP_LIMIT_MS = 15_000;
const DATABASE_START_ATTEMPTS_MAX = 4;

export const postgresPart = (all: Variables): Part => ({
  name: "PostgreSQL",
  entry: entryPath("embedded-postgres"),
  argumentsAgain: ["--same-port"],
  variables: { ...systemVariables(all), MINTKEY_DATA_DIR: all.MINTKEY_DATA_DIR },
  stopLimitMs: POSTGRES_STOP_LIMIT_MS,
  startAttemptsMax: DATABASE_START_ATTEMPTS_MAX,
  // The keeper's own quickest stop. Killing it would leave its server running.
  forceSignal: "SIGQUIT",
});

export const clickHousePart = (all: Variables, environment: Environment): Part => ({
  name: `${environment} ClickHouse`,
  entry: entryPath("clickhouse"),
  arguments: ["--environment", environment],
  argumentsAgain: ["--same-port"],
  variables: clickHouseVariables(all),
  stopLimitMs: CLICKHOUSE_STOP_LIMIT_MS,
  startAttemptsMax: DATABASE_START_ATTEMPTS_MAX,
  forceSignal: "SIGKILL",
});

export const migrationPart = (all: Variables, urls: StoreUrls): Part => ({
  name: "Migration of the databases",
  entry: entryPath("migrate"),
  variables: migrationVariables(all, urls),
  stopLimitMs: SERVER_STOP_LIMIT_MS,
  forceSignal: "SIGKILL",
});

export const apiServerPart = (
  all: Variables,
  environment: Environment,
  urls: StoreUrls,
  secrets: ProductSecrets,
): Part => ({
  name: `${environment} API server`,
  entry: entryPath("api-server"),
  arguments: ["--environment", environment],
  variables: apiServerVariables(all, environment, urls, secrets),
  stopLimitMs: SERVER_STOP_LIMIT_MS,
  forceSignal: "SIGKILL",
});

export const dashboardPart = (all: Variables, urls: StoreUrls, secrets: ProductSecrets, setupCode: string): Part => ({
  name: "dashboard",
  entry: entryPath("dashboard"),
  variables: dashboardVariables(all, urls, secrets, setupCode),
  stopLimitMs: SERVER_STOP_LIMIT_MS,
  forceSignal: "SIGKILL",
});

/** The bundles of the entry points lie beside each other. */
const entryPath = (name: string) => fileURLToPath(new URL(`./${name}.js`, import.meta.url));

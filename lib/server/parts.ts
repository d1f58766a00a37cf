import { fileURLToPath } from "node:url";
import type { Environment } from "@/lib/domain/environment";
import {
  apiServerVariables,
  type DatabaseUrls,
  dashboardVariables,
  migrationVariables,
  type ProductSecrets,
  systemVariables,
  type Variables,
} from "./part-variables";
import type { Part } from "./supervisor";

const SERVER_STOP_LIMIT_MS = 6_000;
const POSTGRES_STOP_LIMIT_MS = 25_000;
const POSTGRES_START_ATTEMPTS_MAX = 4;

export const postgresPart = (all: Variables): Part => ({
  name: "PostgreSQL",
  entry: entryPath("embedded-postgres"),
  argumentsAgain: ["--same-port"],
  variables: { ...systemVariables(all), MINTKEY_DATA_DIR: all.MINTKEY_DATA_DIR },
  stopLimitMs: POSTGRES_STOP_LIMIT_MS,
  startAttemptsMax: POSTGRES_START_ATTEMPTS_MAX,
  // The keeper's own quickest stop. Killing it would leave its server running.
  forceSignal: "SIGQUIT",
});

export const migrationPart = (all: Variables, urls: DatabaseUrls): Part => ({
  name: "Migration of the databases",
  entry: entryPath("migrate"),
  variables: migrationVariables(all, urls),
  stopLimitMs: SERVER_STOP_LIMIT_MS,
  forceSignal: "SIGKILL",
});

export const apiServerPart = (
  all: Variables,
  environment: Environment,
  urls: DatabaseUrls,
  secrets: ProductSecrets,
): Part => ({
  name: `${environment} API server`,
  entry: entryPath("api-server"),
  arguments: ["--environment", environment],
  variables: apiServerVariables(all, environment, urls, secrets),
  stopLimitMs: SERVER_STOP_LIMIT_MS,
  forceSignal: "SIGKILL",
});

export const dashboardPart = (
  all: Variables,
  urls: DatabaseUrls,
  secrets: ProductSecrets,
  setupCode: string,
): Part => ({
  name: "dashboard",
  entry: entryPath("dashboard"),
  variables: dashboardVariables(all, urls, secrets, setupCode),
  stopLimitMs: SERVER_STOP_LIMIT_MS,
  forceSignal: "SIGKILL",
});

/** The bundles of the entry points lie beside each other. */
const entryPath = (name: string) => fileURLToPath(new URL(`./${name}.js`, import.meta.url));

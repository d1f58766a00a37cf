// A throwaway PostgreSQL with the product's databases, an organization and its keys.
import type { Environment } from "@/lib/domain/environment";
import type { Scope } from "@/lib/domain/scope";
import { type Env, readEnv } from "@/lib/env";
import { closeStores } from "@/lib/store/connections";
import { addOrganization, mint, type Organization, tenantOf } from "../../support/people";
import { choosePorts } from "../../support/ports";
import { openStores } from "../../support/stores";
import { cloneDatabases, startThrowawayPostgres, type TestDatabases } from "../../support/throwaway-postgres";

export type BenchDatabases = {
  readonly postgresUrl: string;
  readonly databases: TestDatabases;
  readonly env: Env;
  readonly organization: Organization;
  stop: () => Promise<void>;
};

export const PEPPERS = {
  MINTKEY_PRODUCTION_PEPPER: "a1".repeat(32),
  MINTKEY_SANDBOX_PEPPER: "b2".repeat(32),
  MINTKEY_CONTROL_PEPPER: "c3".repeat(32),
  MINTKEY_SESSION_SECRET: "d4".repeat(32),
} as const;

/** Nothing is refused for being too many. */
export const WITHOUT_LIMIT = { MINTKEY_RATE_LIMIT_PER_MINUTE: "1000000000" } as const;

export async function openBenchDatabases(options?: { durable: boolean }): Promise<BenchDatabases> {
  const postgres = await startThrowawayPostgres(options);
  const databases = await cloneDatabases(postgres.url);
  const env = readEnv({ ...urlsOf(databases), ...PEPPERS });
  openStores(env);
  const organization = await addOrganization("Acme");
  return {
    postgresUrl: postgres.url,
    databases,
    env,
    organization,
    stop: async () => {
      await closeStores();
      await postgres.stop();
    },
  };
}

export async function mintKeys(
  { env, organization }: BenchDatabases,
  environment: Environment,
  amount: number,
  scopes: readonly Scope[] = ["customers:read"],
) {
  const minted = [];
  for (let at = 0; at < amount; at++) {
    minted.push(await mint(env, tenantOf(environment, organization), { name: `key ${at}`, scopes: [...scopes] }));
  }
  return minted;
}

export const urlsOf = (databases: TestDatabases) => ({
  DATABASE_URL_CONTROL: databases.controlUrl,
  DATABASE_URL_PRODUCTION: databases.productionUrl,
  DATABASE_URL_SANDBOX: databases.sandboxUrl,
});

/** What the production API server is given: its own database and pepper. */
export async function apiServerProgram(databaseUrl: string, variables: Record<string, string> = WITHOUT_LIMIT) {
  const ports = await choosePorts();
  return {
    file: "dist/api-server.js",
    arguments: ["--environment", "production"],
    port: ports.MINTKEY_PRODUCTION_API_PORT,
    variables: {
      DATABASE_URL_PRODUCTION: databaseUrl,
      MINTKEY_PRODUCTION_PEPPER: PEPPERS.MINTKEY_PRODUCTION_PEPPER,
      MINTKEY_PRODUCTION_API_PORT: String(ports.MINTKEY_PRODUCTION_API_PORT),
      MINTKEY_PRODUCTION_EVENTS_PORT: String(ports.MINTKEY_PRODUCTION_EVENTS_PORT),
      MINTKEY_HOST: "127.0.0.1",
      ...variables,
    },
  };
}

export async function dashboardProgram(databases: TestDatabases, variables: Record<string, string> = WITHOUT_LIMIT) {
  const { MINTKEY_DASHBOARD_PORT: port } = await choosePorts();
  return {
    file: "dist/dashboard.js",
    port,
    variables: {
      ...urlsOf(databases),
      ...PEPPERS,
      MINTKEY_DASHBOARD_PORT: String(port),
      MINTKEY_HOST: "127.0.0.1",
      ...(process.env.MINTKEY_NEXT_DIR && { MINTKEY_NEXT_DIR: process.env.MINTKEY_NEXT_DIR }),
      ...variables,
    },
  };
}

// What every test of the API needs: its own databases, servers that answer real HTTP, the dashboard's doors, people and keys.
import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { vi } from "vitest";
import { apiApp } from "@/lib/api/app";
import { BodyBudget } from "@/lib/api/body-budget";
import { apiEndpoints } from "@/lib/api/endpoints";
import type { ApiServices } from "@/lib/api/exchange";
import { BODY_BYTES_IN_MEMORY_MAX } from "@/lib/api/open-services";
import { RateLimiter } from "@/lib/api/rate-limiter";
import { SOCKET_ADDRESS_HEADER } from "@/lib/api/request-facts";
import { RequestLog } from "@/lib/api/request-log";
import { backlogOfSpool } from "@/lib/api/server-backlog";
import { SecretVerifier } from "@/lib/auth/api-key-credential";
import { KeyCache } from "@/lib/auth/key-cache";
import { KeyUsage } from "@/lib/auth/key-usage";
import { secretDigester } from "@/lib/auth/secret-digest";
import { type SessionDoor, sessionDoor } from "@/lib/auth/session-credential";
import { dashboardEndpoints } from "@/lib/dashboard-api/endpoints";
import { publicAddressesOf } from "@/lib/dashboard-api/public-addresses";
import { isLocalVisitor, LOCAL_VISITOR_HEADER } from "@/lib/dashboard-api/setup-code";
import type { Environment } from "@/lib/domain/environment";
import { type Env, readEnv, requireVariable, variablesOf } from "@/lib/env";
import { closeStores } from "@/lib/store/connections";
import { type Answer, answerOf, freshAddress, headersOf, type Sent } from "./calls";
import { createTestDatabases, type TestStores } from "./databases";
import { openTestSpool } from "./spools";
import { openStores } from "./stores";

export const OWN_ORIGIN = "http://localhost:3000";
export const SETUP_CODE = "code-in-the-terminal";

type Variables = Record<string, string>;

/** The variables of a product on these databases. A proxy stands in front of it, so that a test can call from any address. */
export function testEnv(databases: Omit<TestStores, "drop">, variables: Variables = {}): Env {
  return readEnv({
    CLICKHOUSE_URL_PRODUCTION: databases.productionEventsUrl,
    CLICKHOUSE_URL_SANDBOX: databases.sandboxEventsUrl,
    DATABASE_URL_CONTROL: databases.controlUrl,
    DATABASE_URL_PRODUCTION: databases.productionUrl,
    DATABASE_URL_SANDBOX: databases.sandboxUrl,
    MINTKEY_PRODUCTION_PEPPER: "a1".repeat(32),
    MINTKEY_SANDBOX_PEPPER: "b2".repeat(32),
    MINTKEY_CONTROL_PEPPER: "c3".repeat(32),
    MINTKEY_SESSION_SECRET: "d4".repeat(32),
    MINTKEY_SETUP_CODE: SETUP_CODE,
    MINTKEY_TRUSTED_PROXY_HOPS: "1",
    MINTKEY_RATE_LIMIT_PER_MINUTE: "1000000",
    ...variables,
  });
}

export type Services = { services: ApiServices; cache: KeyCache; stop(): Promise<void> };

/** One more holder of keys in this process: a cache and a lease of its own over the stores that are open. */
export function openTestServices(env: Env, environment: Environment, sessions: SessionDoor | null = null): Services {
  const { spool, stop: stopSpool } = openTestSpool();
  const cache = new KeyCache(environment, sessions ? "dashboard" : "api server", () => backlogOfSpool(spool));
  const usage = new KeyUsage(environment);
  const requestLog = new RequestLog(environment, cache.serverId);
  const rateLimits = new RateLimiter();
  const digestSecret = secretDigester(requireVariable(env, variablesOf(environment).pepper));
  const services: ApiServices = {
    environment,
    verifier: new SecretVerifier(environment, digestSecret, cache),
    digestSecret,
    usage,
    requestLog,
    rateLimits,
    limitPerMinute: env.MINTKEY_RATE_LIMIT_PER_MINUTE,
    trustedProxyHops: env.MINTKEY_TRUSTED_PROXY_HOPS,
    sessions,
    bodyBudget: new BodyBudget(BODY_BYTES_IN_MEMORY_MAX),
    spool,
  };
  const stop = async () => {
    rateLimits.stop();
    await stopSpool();
    await Promise.all([usage.stop(), requestLog.stop()]);
    await cache.stop();
  };
  return { services, cache, stop };
}

/** Returns once the process trusts its memory, so that a test begins warm. */
export const whenLive = (cache: KeyCache): Promise<boolean> =>
  vi.waitUntil(() => cache.isLive(), { timeout: 10_000, interval: 5 });

export type ApiServer = {
  readonly url: string;
  readonly port: number;
  readonly services: ApiServices;
  readonly cache: KeyCache;
  readonly server: Server;
  call(method: string, path: string, sent?: Sent): Promise<Answer>;
  stop(): Promise<void>;
};

/** An API server as `npm start` runs it, on a free port of the loopback address. */
export async function startApiServer(env: Env, environment: Environment): Promise<ApiServer> {
  const { services, cache, stop } = openTestServices(env, environment);
  const app = apiApp(apiEndpoints(`https://api.example.test/${environment}`), services);
  const server = createServer(getRequestListener(app.fetch));
  const port = await listen(server);
  const url = `http://127.0.0.1:${port}`;
  await whenLive(cache);
  return {
    url,
    port,
    services,
    cache,
    server,
    call: async (method, path, sent = {}) => {
      const { headers, body } = headersOf(sent);
      headers.set("x-forwarded-for", sent.from ?? freshAddress());
      return answerOf(await fetch(url + path, { method, headers, body }));
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await stop();
    },
  };
}

export type Door = { call(environment: Environment, method: string, path: string, sent?: Sent): Promise<Answer> };

export type Dashboard = {
  /** `/api/{environment}/dashboard`; paths begin behind it. */
  readonly own: Door;
  /** The public API on the dashboard's origin; paths begin with `/v1`. */
  readonly api: Door;
  readonly caches: Record<Environment, KeyCache>;
  stop(): Promise<void>;
};

/** The dashboard's doors, called as the dashboard's server and Next call them: a `Request`, and what the socket told in headers. */
export async function openDashboard(env: Env): Promise<Dashboard> {
  const sessions = sessionDoor(env, requireVariable(env, "MINTKEY_SESSION_SECRET"));
  const opened = {
    production: openTestServices(env, "production", sessions),
    sandbox: openTestServices(env, "sandbox", sessions),
  };
  const addresses = publicAddressesOf(env);
  const endpoints = dashboardEndpoints(addresses, env.MINTKEY_SETUP_CODE, opened.sandbox.services.digestSecret);
  const ownDoor = (environment: Environment) =>
    apiApp(endpoints, opened[environment].services, `/api/${environment}/dashboard`);
  const apiDoor = (environment: Environment) =>
    apiApp(apiEndpoints(addresses[environment].apiUrl), opened[environment].services, `/api/${environment}`);
  const apps = {
    own: { production: ownDoor("production"), sandbox: ownDoor("sandbox") },
    api: { production: apiDoor("production"), sandbox: apiDoor("sandbox") },
  };
  const doorOf = (which: keyof typeof apps): Door => ({
    call: async (environment, method, path, sent = {}) => {
      const { headers, body } = headersOf({ origin: OWN_ORIGIN, ...sent });
      const address = sent.from ?? freshAddress();
      headers.set(SOCKET_ADDRESS_HEADER, address);
      if (isLocalVisitor(Object.fromEntries(headers), address)) headers.set(LOCAL_VISITOR_HEADER, "1");
      headers.set("x-forwarded-for", address);
      const base = `${OWN_ORIGIN}/api/${environment}${which === "own" ? "/dashboard" : ""}`;
      return answerOf(await apps[which][environment].fetch(new Request(base + path, { method, headers, body })));
    },
  });
  await Promise.all([whenLive(opened.production.cache), whenLive(opened.sandbox.cache)]);
  return {
    own: doorOf("own"),
    api: doorOf("api"),
    caches: { production: opened.production.cache, sandbox: opened.sandbox.cache },
    stop: async () => void (await Promise.all([opened.production.stop(), opened.sandbox.stop()])),
  };
}

export type World = {
  readonly env: Env;
  readonly databases: TestStores;
  readonly api: Record<Environment, ApiServer>;
  readonly dashboard: Dashboard;
  close(): Promise<void>;
};

/** Empty databases, an API server of each environment and the dashboard's doors. */
export async function openWorld(variables: Variables = {}, given?: TestStores): Promise<World> {
  const databases = given ?? (await createTestDatabases());
  const env = testEnv(databases, variables);
  openStores(env);
  const [production, sandbox, dashboard] = await Promise.all([
    startApiServer(env, "production"),
    startApiServer(env, "sandbox"),
    openDashboard(env),
  ]);
  return {
    env,
    databases,
    api: { production, sandbox },
    dashboard,
    close: async () => {
      await Promise.all([production.stop(), sandbox.stop(), dashboard.stop()]);
      await closeStores();
      await databases.drop();
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(address !== null && typeof address === "object" ? address.port : 0);
    });
  });
}

import { join } from "node:path";
import { SecretVerifier } from "@/lib/auth/api-key-credential";
import { KeyCache } from "@/lib/auth/key-cache";
import { KeyUsage } from "@/lib/auth/key-usage";
import { auditKeyOf, secretDigester } from "@/lib/auth/secret-digest";
import type { SessionDoor } from "@/lib/auth/session-credential";
import type { Environment } from "@/lib/domain/environment";
import { clickHouseUrlOf, dataDirectoryOf, type Env, requireVariable, variablesOf } from "@/lib/env";
import { openFreeSpool } from "@/lib/events/spools-of-server";
import { openEnvironmentStore } from "@/lib/store/connections";
import { openEventStore } from "@/lib/store/event-store";
import { BodyBudget } from "./body-budget";
import type { ApiServices } from "./exchange";
import { RateLimiter } from "./rate-limiter";
import { RequestLog } from "./request-log";
import { backlogOfSpool } from "./server-backlog";
import { SharedRateLimiter } from "./shared-rate-limiter";

/** Sixteen ingest bodies of the largest size. */
export const BODY_BYTES_IN_MEMORY_MAX = 256 * 1_048_576;

export type OpenServices = { readonly services: ApiServices; stop(): Promise<void> };

/** Opens one environment for this process: its database, its keys under a lease, its counters. `kind` names the process among the servers. */
export function openServices(
  env: Env,
  environment: Environment,
  kind: string,
  sessions: SessionDoor | null = null,
): OpenServices {
  const own = variablesOf(environment);
  const pepper = requireVariable(env, own.pepper);
  openEnvironmentStore(environment, {
    databaseUrl: requireVariable(env, own.databaseUrl),
    auditKey: auditKeyOf(pepper),
  });
  const url = clickHouseUrlOf(env, environment);
  if (url !== undefined) openEventStore(environment, { url, cluster: env.CLICKHOUSE_CLUSTER });
  const spool = openFreeSpool(join(dataDirectoryOf(env), "events", environment), kind.replaceAll(" ", "-"));
  const cache = new KeyCache(environment, kind, () => backlogOfSpool(spool));
  const usage = new KeyUsage(environment);
  const requestLog = new RequestLog(environment, cache.serverId);
  const rateLimits =
    env.REDIS_URL === undefined ? new RateLimiter() : new SharedRateLimiter(env.REDIS_URL, environment);
  const digestSecret = secretDigester(pepper);
  return {
    services: {
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
    },
    async stop() {
      rateLimits.stop();
      await spool.close();
      await Promise.all([usage.stop(), requestLog.stop()]);
      await cache.stop();
    },
  };
}

// The only reader of process.env. Every process parses what it needs once, at its start, and stops with all faults named.
import { z } from "zod";
import type { Environment } from "@/lib/domain/environment";

const wholeNumber = (min: number, max: number, fallback: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error }).default(fallback);
};
const port = (fallback: number) => wholeNumber(1, 65_535, fallback);
const url = z
  .url({ protocol: /^https?$/, error: "must be an http or https URL" })
  .transform((text) => text.replace(/\/$/, ""));
const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// URL" });
const clickHouseUrl = z.url({ protocol: /^https?$/, error: "must be an http or https URL of ClickHouse" });
const secretHex = z.string().regex(/^[0-9a-f]{64,}$/, "must be at least 64 lowercase hex characters");
const flag = z.enum(["0", "1"], { error: "must be 0 or 1" }).default("0");

const VARIABLES = {
  MINTKEY_DATA_DIR: z.string().min(1).optional(),
  MINTKEY_HOST: z.string().min(1).optional(),
  MINTKEY_DASHBOARD_PORT: port(3000),
  MINTKEY_PRODUCTION_API_PORT: port(4000),
  MINTKEY_SANDBOX_API_PORT: port(4001),
  MINTKEY_PRODUCTION_EVENTS_PORT: port(4010),
  MINTKEY_SANDBOX_EVENTS_PORT: port(4011),
  MINTKEY_DASHBOARD_URL: url.optional(),
  MINTKEY_PRODUCTION_API_URL: url.optional(),
  MINTKEY_SANDBOX_API_URL: url.optional(),
  MINTKEY_PRODUCTION_EVENTS_URL: url.optional(),
  MINTKEY_SANDBOX_EVENTS_URL: url.optional(),
  MINTKEY_OWNER_EMAIL: z.email("must be an email address").optional(),
  MINTKEY_OWNER_PASSWORD: z
    .string()
    .min(12, "must have at least 12 characters")
    .max(128, "must have at most 128 characters")
    .optional(),
  MINTKEY_SAMPLE_DATA: flag,
  MINTKEY_TRUSTED_PROXY_HOPS: wholeNumber(0, 10, 0),
  MINTKEY_RATE_LIMIT_PER_MINUTE: wholeNumber(1, 1_000_000_000, 100),
  MINTKEY_PRODUCTION_PEPPER: secretHex.optional(),
  MINTKEY_SANDBOX_PEPPER: secretHex.optional(),
  MINTKEY_CONTROL_PEPPER: secretHex.optional(),
  MINTKEY_SESSION_SECRET: secretHex.optional(),
  MINTKEY_SETUP_CODE: z.string().min(8).optional(),
  DATABASE_URL_CONTROL: databaseUrl.optional(),
  DATABASE_URL_PRODUCTION: databaseUrl.optional(),
  DATABASE_URL_SANDBOX: databaseUrl.optional(),
  CLICKHOUSE_URL: clickHouseUrl
    .refine((text) => new URL(text).pathname === "/", "must not name a database: each environment has its own")
    .optional(),
  CLICKHOUSE_URL_PRODUCTION: clickHouseUrl.optional(),
  CLICKHOUSE_URL_SANDBOX: clickHouseUrl.optional(),
  CLICKHOUSE_CLUSTER: z
    .string()
    .regex(/^[A-Za-z_][\w-]*$/, "must be a cluster's name: letters, digits, - and _")
    .optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: "must be a redis:// or rediss:// URL" }).optional(),
  GITHUB_CLIENT_ID: z.string().min(1).optional(),
  GITHUB_CLIENT_SECRET: z.string().min(1).optional(),
  GOOGLE_CLIENT_ID: z.string().min(1).optional(),
  GOOGLE_CLIENT_SECRET: z.string().min(1).optional(),
} as const;

const schema = z.object(VARIABLES).check((context) => {
  for (const [one, other] of PAIRS) {
    if ((context.value[one] === undefined) === (context.value[other] === undefined)) continue;
    const missing = context.value[one] === undefined ? one : other;
    context.issues.push({
      code: "custom",
      input: undefined,
      path: [missing],
      message: `must be given together with ${missing === one ? other : one}`,
    });
  }
});

const PAIRS = [
  ["MINTKEY_OWNER_EMAIL", "MINTKEY_OWNER_PASSWORD"],
  ["GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"],
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
] as const;

export type Env = z.output<typeof schema>;
export type EnvVariable = keyof typeof VARIABLES;

/** Raised with one line a faulty variable. The values are left out: one of them may be a password. */
export class EnvError extends Error {}

/** Reads and validates the variables; an empty one counts as absent. Throws an `EnvError` that names every faulty variable. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new EnvError(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("\n"));
}

const OWN = {
  production: {
    databaseUrl: "DATABASE_URL_PRODUCTION",
    clickHouseUrl: "CLICKHOUSE_URL_PRODUCTION",
    pepper: "MINTKEY_PRODUCTION_PEPPER",
    apiPort: "MINTKEY_PRODUCTION_API_PORT",
    eventsPort: "MINTKEY_PRODUCTION_EVENTS_PORT",
    apiUrl: "MINTKEY_PRODUCTION_API_URL",
    eventsUrl: "MINTKEY_PRODUCTION_EVENTS_URL",
  },
  sandbox: {
    databaseUrl: "DATABASE_URL_SANDBOX",
    clickHouseUrl: "CLICKHOUSE_URL_SANDBOX",
    pepper: "MINTKEY_SANDBOX_PEPPER",
    apiPort: "MINTKEY_SANDBOX_API_PORT",
    eventsPort: "MINTKEY_SANDBOX_EVENTS_PORT",
    apiUrl: "MINTKEY_SANDBOX_API_URL",
    eventsUrl: "MINTKEY_SANDBOX_EVENTS_URL",
  },
} as const;

/** The names of one environment's own variables. */
export const variablesOf = (environment: Environment) => OWN[environment];

/** The ClickHouse of one environment: its own, or a database of its own on the one that all share; undefined when embedded. */
export function clickHouseUrlOf(env: Env, environment: Environment): string | undefined {
  const given = env[OWN[environment].clickHouseUrl] ?? env.CLICKHOUSE_URL;
  if (given === undefined) return undefined;
  const url = new URL(given);
  if (url.pathname === "/") url.pathname = `/mintkey_${environment}`;
  return url.href;
}

/** A variable that this process cannot run without. */
export function requireVariable<Name extends EnvVariable>(env: Env, name: Name): NonNullable<Env[Name]> {
  const value = env[name];
  if (value === undefined || value === null) throw new EnvError(`${name} must be set`);
  return value;
}

export type EnvironmentAddresses = { apiUrl: string; eventsUrl: string };

/** The public base URLs of one environment's servers; by default the loopback addresses that `npm start` serves. */
export function addressesOf(env: Env, environment: Environment): EnvironmentAddresses {
  const own = OWN[environment];
  return {
    apiUrl: env[own.apiUrl] ?? `http://localhost:${env[own.apiPort]}`,
    eventsUrl: env[own.eventsUrl] ?? `http://localhost:${env[own.eventsPort]}`,
  };
}

/** Where this process keeps what must outlive it. */
export const dataDirectoryOf = (env: Env): string => env.MINTKEY_DATA_DIR ?? ".mintkey";

/** The dashboard's public origin. */
export const dashboardUrl = (env: Env): string =>
  env.MINTKEY_DASHBOARD_URL ?? `http://localhost:${env.MINTKEY_DASHBOARD_PORT}`;

/** The variables of this process as they were given, without empty ones. */
export function givenVariables(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined && value !== ""));
}

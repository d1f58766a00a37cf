// The open databases of this process. The registry lives on globalThis because Next bundles each route on its own:
// without it every bundle would open pools of its own.
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Environment } from "@/lib/domain/environment";
import { describeError, log } from "@/lib/log";
import { PrismaClient } from "@/prisma/generated/control/client";
import { AuditTurns } from "./audit-turns";
import { closeEventStores } from "./event-store";

export type StoreAddress = {
  databaseUrl: string;
  /** Keys the hash chain of the audit log: whoever can only write to the database cannot forge a chain. */
  auditKey: Buffer;
};

export type EnvironmentStore = StoreAddress & { pool: pg.Pool; auditTurns: AuditTurns };
export type ControlStore = StoreAddress & { pool: pg.Pool; prisma: PrismaClient };

type Registry = { control?: ControlStore; production?: EnvironmentStore; sandbox?: EnvironmentStore };

const REGISTRY_KEY = Symbol.for("mintkey.stores");
const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 2_000;
const STATEMENT_TIMEOUT_MS = 10_000;

export function openEnvironmentStore(environment: Environment, address: StoreAddress): void {
  registry()[environment] = {
    ...address,
    pool: openPool(address.databaseUrl, { pipeline: true }),
    auditTurns: new AuditTurns(),
  };
}

export function openControlStore(address: StoreAddress): void {
  const pool = openPool(address.databaseUrl);
  registry().control = {
    ...address,
    pool,
    prisma: new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: "minimal" }),
  };
}

export function environmentStore(environment: Environment): EnvironmentStore {
  const store = registry()[environment];
  if (!store) throw new Error(`This process has not opened the ${environment} database`);
  return store;
}

export function controlStore(): ControlStore {
  const store = registry().control;
  if (!store) throw new Error("This process has not opened the control database");
  return store;
}

export async function closeStores(): Promise<void> {
  const open = registry();
  const stores = [open.control, open.production, open.sandbox].filter((store) => store !== undefined);
  open.control = undefined;
  open.production = undefined;
  open.sandbox = undefined;
  await Promise.all([closeEventStores(), ...stores.map((store) => store.pool.end())]);
}

function openPool(connectionString: string, options: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: STATEMENT_TIMEOUT_MS + 1_000,
    keepAlive: true,
    application_name: "mintkey",
    ...options,
  });
  // Without a listener, an idle connection that the server closes would end the process.
  pool.on("error", (error) => log.warn("A database connection was lost", { error: describeError(error) }));
  return pool;
}

function registry(): Registry {
  const holder: typeof globalThis & { [REGISTRY_KEY]?: Registry } = globalThis;
  holder[REGISTRY_KEY] ??= {};
  return holder[REGISTRY_KEY];
}

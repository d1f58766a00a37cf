// A PostgreSQL that nobody keeps, with a migrated template of each kind of database.
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { locatePostgresBinaries } from "@/lib/embedded/postgres-binaries";
import { ensureCluster } from "@/lib/embedded/postgres-cluster";
import { databaseUrl } from "@/lib/embedded/postgres-databases";
import { locatePostgresFiles } from "@/lib/embedded/postgres-location";
import { startPostgres } from "@/lib/embedded/postgres-server";
import { postgresAccount } from "@/lib/embedded/system-account";
import { applyMigrations } from "@/lib/store/migrations";

export type ThrowawayPostgres = {
  /** The address of a database whose role may create others. */
  url: string;
  stop: () => Promise<void>;
};

export type TestDatabases = {
  controlUrl: string;
  productionUrl: string;
  sandboxUrl: string;
  drop: () => Promise<void>;
};

// Nothing here has to survive a crash.
const THROWAWAY = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_wal_senders: "0",
  wal_level: "minimal",
  // Its workers belong to the system: a database that one of them looks at cannot be dropped by us.
  autovacuum: "off",
};

/** `durable`: every commit reaches the disk, as in the product; what is measured with writes needs it. */
export async function startThrowawayPostgres({ durable = false } = {}): Promise<ThrowawayPostgres> {
  const directory = await mkdtemp(join(process.env.MINTKEY_TEST_DIRECTORY ?? tmpdir(), "mintkey-postgres-"));
  await chmod(directory, 0o711);
  const login = { name: "mintkey_test", password: randomBytes(32).toString("hex"), opensAll: true };
  const account = await postgresAccount();
  const root = await locatePostgresFiles(directory, account);
  const cluster = await ensureCluster(root, [login], await locatePostgresBinaries(account !== undefined), account);
  const server = await startPostgres(cluster, {
    logFile: join(directory, "postgres.log"),
    settings: durable ? {} : THROWAWAY,
  });
  const stop = async () => {
    await server.stop("immediate");
    for (const path of [root, directory]) await rm(path, { recursive: true, force: true });
  };
  try {
    const url = databaseUrl(login, server.port);
    await createTemplates(url);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A migrated, empty set of the product's databases, in some milliseconds. */
export async function cloneDatabases(url: string): Promise<TestDatabases> {
  const suffix = randomBytes(6).toString("hex");
  const names = { control: `control_${suffix}`, production: `production_${suffix}`, sandbox: `sandbox_${suffix}` };
  await statements(url, [
    `CREATE DATABASE ${names.control} TEMPLATE template_control STRATEGY FILE_COPY`,
    `CREATE DATABASE ${names.production} TEMPLATE template_environment STRATEGY FILE_COPY`,
    `CREATE DATABASE ${names.sandbox} TEMPLATE template_environment STRATEGY FILE_COPY`,
  ]);
  return {
    controlUrl: withDatabase(url, names.control),
    productionUrl: withDatabase(url, names.production),
    sandboxUrl: withDatabase(url, names.sandbox),
    drop: () =>
      statements(
        url,
        Object.values(names).map((name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
      ),
  };
}

async function createTemplates(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  for (const kind of ["control", "environment"] as const) {
    await client.query(`CREATE DATABASE template_${kind}`);
    const template = new URL(url);
    template.pathname = `/template_${kind}`;
    await applyMigrations(template.href, kind);
    // A database that somebody is connected to cannot be cloned.
    await client.query(`ALTER DATABASE template_${kind} ALLOW_CONNECTIONS false`);
    await client.query("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1", [
      `template_${kind}`,
    ]);
  }
  await client.end();
}

async function statements(url: string, texts: string[]): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    for (const text of texts) await client.query(text);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

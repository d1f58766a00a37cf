// A PostgreSQL of one test file's own, which may be stopped and started again.
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { locatePostgresBinaries } from "@/lib/embedded/postgres-binaries";
import { ensureCluster } from "@/lib/embedded/postgres-cluster";
import { databaseUrl } from "@/lib/embedded/postgres-databases";
import { locatePostgresFiles } from "@/lib/embedded/postgres-location";
import { startPostgres } from "@/lib/embedded/postgres-server";
import { postgresAccount } from "@/lib/embedded/system-account";
import { applyMigrations } from "@/lib/store/migrations";
import { eventStoreUrls, type TestStores } from "./databases";

export type OwnPostgres = {
  readonly databases: TestStores;
  /** As if its machine lost power: nothing is finished. */
  crash(): Promise<void>;
  /** On the same port, with what was committed. */
  restart(): Promise<void>;
  remove(): Promise<void>;
};

export async function startOwnPostgres(): Promise<OwnPostgres> {
  const directory = await mkdtemp(join(process.env.MINTKEY_TEST_DIRECTORY ?? tmpdir(), "mintkey-own-postgres-"));
  await chmod(directory, 0o711);
  const [control, production, sandbox] = ["control", "production", "sandbox"].map((name) => ({
    name: `mintkey_${name}`,
    password: randomBytes(32).toString("hex"),
  }));
  if (!control || !production || !sandbox) throw new Error("Three logins were made");
  const account = await postgresAccount();
  const root = await locatePostgresFiles(directory, account);
  const binaries = await locatePostgresBinaries(account !== undefined);
  const cluster = await ensureCluster(root, [control, production, sandbox], binaries, account);
  const logFile = join(directory, "postgres.log");
  let server = await startPostgres(cluster, { logFile });
  const { port } = server;
  const databases = {
    controlUrl: databaseUrl(control, port),
    productionUrl: databaseUrl(production, port),
    sandboxUrl: databaseUrl(sandbox, port),
    ...(await eventStoreUrls()),
    drop: async () => undefined,
  };
  await applyMigrations(databases.controlUrl, "control");
  await applyMigrations(databases.productionUrl, "environment");
  await applyMigrations(databases.sandboxUrl, "environment");
  return {
    databases,
    crash: () => server.stop("immediate"),
    restart: async () => {
      server = await startPostgres(cluster, { logFile, preferredPort: port, onlyThisPort: true });
    },
    remove: async () => {
      await server.stop("immediate");
      for (const path of [root, directory]) await rm(path, { recursive: true, force: true });
    },
  };
}

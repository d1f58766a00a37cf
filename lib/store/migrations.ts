// Applies the migrations folders with Prisma's own schema engine compiled to WebAssembly: same lock, same history table
// and checksums as its command line, but no engine to download, so it works on a closed network.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";

export type SchemaName = "control" | "environment";

const FILTERS = { externalTables: [], externalEnums: [] };

/** Brings a database up to date and returns the names of the migrations that were missing. `prismaDir` holds the schema folders. */
export async function applyMigrations(
  databaseUrl: string,
  which: SchemaName,
  prismaDir = join(process.cwd(), "prisma"),
): Promise<string[]> {
  const engine = await openEngine(databaseUrl, which, prismaDir);
  const baseDir = join(prismaDir, which, "migrations");
  const directories = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  await forgetInterruptedMigrations(databaseUrl);
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: {
      baseDir,
      lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
      shadowDbInitScript: "",
      migrationDirectories: directories.map((path) => ({
        path,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok", value: readFileSync(join(baseDir, path, "migration.sql"), "utf8") },
        },
      })),
    },
    filters: FILTERS,
  });
  return appliedMigrationNames;
}

/** The SQL that leads from an earlier text of the schema file (empty: from nothing) to today's: the body of the next migration. */
export async function draftMigration(
  databaseUrl: string,
  which: SchemaName,
  earlierSchema: string,
  prismaDir = join(process.cwd(), "prisma"),
): Promise<string> {
  const engine = await openEngine(databaseUrl, which, prismaDir);
  const path = join(prismaDir, which, "schema.prisma");
  const { stdout } = await engine.diff({
    from:
      earlierSchema === "" ? { tag: "empty" } : { tag: "schemaDatamodel", files: [{ path, content: earlierSchema }] },
    to: { tag: "schemaDatamodel", files: [{ path, content: readFileSync(path, "utf8") }] },
    script: true,
    exitCode: null,
    filters: FILTERS,
  });
  return stdout ?? "";
}

async function openEngine(databaseUrl: string, which: SchemaName, prismaDir: string) {
  loadedBindings ??= loadBindings();
  const bindings = await loadedBindings;
  const path = join(prismaDir, which, "schema.prisma");
  return bindings.SchemaEngine.new(
    { datamodels: [[path, readFileSync(path, "utf8")]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapterWithWholeScripts(databaseUrl)),
  );
}

// Once a process: the bindings keep views of one instance's memory and break when a second instance replaces it.
let loadedBindings: ReturnType<typeof loadBindings> | undefined;

async function loadBindings() {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasmPath = join(
    dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm")),
    "schema_engine_bg.wasm",
  );
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasmPath)), {
    "./schema_engine_bg.js": bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  const start: unknown = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  return bindings;
}

const UNFINISHED = "finished_at IS NULL AND rolled_back_at IS NULL";
const FINISH = `UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE ${UNFINISHED};`;

/**
 * The adapter would split a script at every semicolon and commit each piece. Sent whole, together with its entry in the history,
 * a migration is one transaction: a kill leaves all of it or nothing, and a function's body may hold semicolons.
 * The entry comes first, so that its row lock tells the next process to wait for a server that is still at it.
 */
function adapterWithWholeScripts(databaseUrl: string): PrismaPg {
  const factory = new PrismaPg({ connectionString: databaseUrl });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      const ownTables = script.includes("_prisma_migrations");
      await adapter.underlyingDriver().query(ownTables ? script : `${FINISH}\n${script}`);
    };
    return adapter;
  };
  return factory;
}

/** A migration that was cut short left nothing but its unfinished entry, which would hold up every start from then on. */
async function forgetInterruptedMigrations(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') AS history");
    if (rows[0]?.history)
      await client.query(`UPDATE _prisma_migrations SET rolled_back_at = now() WHERE ${UNFINISHED}`);
  } finally {
    await client.end();
  }
}

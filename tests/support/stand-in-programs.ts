import { rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { PROJECT_ROOT } from "./product";

/** A folder of entry points whose supervisor, PostgreSQL keeper and migrations are real, and whose servers are stand-ins. */
export async function bundleStandInPrograms(): Promise<{ programs: string; remove: () => void }> {
  // Below the project, or the packages would not be found.
  const programs = join(PROJECT_ROOT, "dist", `stand-in-${process.pid}`);
  await build({
    absWorkingDir: PROJECT_ROOT,
    entryPoints: {
      start: "lib/server/start.ts",
      migrate: "lib/server/migrate.ts",
      "embedded-postgres": "lib/server/embedded-postgres.ts",
      clickhouse: "lib/server/clickhouse.ts",
      dashboard: "tests/support/stand-in-server.ts",
      "api-server": "tests/support/stand-in-server.ts",
    },
    outdir: programs,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    tsconfig: "tsconfig.json",
    logLevel: "warning",
  });
  return { programs, remove: () => rmSync(programs, { recursive: true, force: true }) };
}

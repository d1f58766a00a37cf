// Programs that use a spool in a process of their own, which a test can then kill or limit.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { PROJECT_ROOT } from "./product";

export type SpoolProgram = { readonly path: string; remove(): void };

/** Below the checkout, so that it finds its packages. */
export async function bundleSpoolProgram(name: "spool-appender" | "spool-filler"): Promise<SpoolProgram> {
  mkdirSync(join(PROJECT_ROOT, "dist"), { recursive: true });
  const directory = mkdtempSync(join(PROJECT_ROOT, "dist", "test-spool-"));
  await build({
    absWorkingDir: PROJECT_ROOT,
    entryPoints: [`tests/support/${name}.ts`],
    outdir: directory,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    tsconfig: "tsconfig.json",
    logLevel: "error",
  });
  return { path: join(directory, `${name}.js`), remove: () => rmSync(directory, { recursive: true, force: true }) };
}

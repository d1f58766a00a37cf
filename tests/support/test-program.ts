// Programs of the product, and of tests, as the source is now: to be run in processes of their own.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join, parse } from "node:path";
import { build } from "esbuild";
import { PROJECT_ROOT } from "./product";

export type TestProgram = {
  readonly path: string;
  /** Where programs lie that it starts. */
  readonly directory: string;
  remove(): void;
};

/** What lies at these paths, each under the name of its file or the one that is given. The program is the first. */
export async function bundleTestProgram(...entryPoints: (string | EntryPoint)[]): Promise<TestProgram> {
  const named = entryPoints.map((entry) => (typeof entry === "string" ? { in: entry, out: parse(entry).name } : entry));
  mkdirSync(join(PROJECT_ROOT, "dist"), { recursive: true });
  // Below the checkout, so that it finds its packages.
  const directory = mkdtempSync(join(PROJECT_ROOT, "dist", "test-program-"));
  await build({
    absWorkingDir: PROJECT_ROOT,
    entryPoints: named,
    outdir: directory,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    tsconfig: "tsconfig.json",
    logLevel: "error",
  });
  return {
    path: join(directory, `${named[0]?.out}.js`),
    directory,
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

type EntryPoint = { readonly in: string; readonly out: string };

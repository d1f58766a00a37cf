import { createHash } from "node:crypto";
import { chown, mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isReachableByEveryone } from "./reachable-path";
import type { SystemAccount } from "./system-account";

const OUTSIDE_DIRECTORY = "/var/lib/mintkey";

/**
 * The directory that holds PostgreSQL's files, created and owned by the account that runs it.
 * It is `postgres` inside the data directory, or a place outside when that account cannot get into the data directory.
 */
export async function locatePostgresFiles(dataDirectory: string, account: SystemAccount | undefined): Promise<string> {
  const inside = join(dataDirectory, "postgres");
  if (!account) return create(inside, account);
  const pointer = join(dataDirectory, "postgres-location");
  const known = await readFile(pointer, "utf8").catch(() => undefined);
  if (known) return create(known.trim(), account);
  if (await isReachableByEveryone(dataDirectory)) return create(inside, account);
  const name = createHash("sha256").update(dataDirectory).digest("hex").slice(0, 16);
  const outside = join(OUTSIDE_DIRECTORY, name);
  await setAside(outside);
  await writeFile(pointer, `${outside}\n`, { mode: 0o600 });
  return create(outside, account);
}

/** The pointer is what ties the two places: without it the files belong to a deleted data directory, whose peppers are gone. */
async function setAside(outside: string): Promise<void> {
  const left = await readdir(outside).catch(() => []);
  if (left.length > 0) await rename(outside, `${outside}.${new Date().toISOString().replaceAll(":", "")}`);
}

async function create(directory: string, account: SystemAccount | undefined): Promise<string> {
  await mkdir(dirname(directory), { recursive: true, mode: 0o755 });
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if (account) await chown(directory, account.uid, account.gid);
  return directory;
}

import { chmod, mkdir, realpath } from "node:fs/promises";
import { join, resolve } from "node:path";

export type DataDirectory = { root: string; secrets: string };

/**
 * Creates the data directory, closed to everyone else, and answers with absolute paths.
 * Started as root it can be entered (not listed) by others, because PostgreSQL runs as another user below it.
 */
export async function openDataDirectory(path = ".mintkey"): Promise<DataDirectory> {
  const startedAsRoot = process.getuid?.() === 0;
  await mkdir(resolve(path), { recursive: true, mode: startedAsRoot ? 0o711 : 0o700 });
  const root = await realpath(resolve(path));
  const secrets = join(root, "secrets");
  await mkdir(secrets, { recursive: true, mode: 0o700 });
  await chmod(secrets, 0o700);
  return { root, secrets };
}

// The checkout as a place: its root, and fingerprints of its files.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** A digest of the names and contents of files and folders; what is absent counts as empty. */
export function fingerprint(paths, ...more) {
  const hash = createHash("sha256");
  for (const path of paths) addToHash(hash, path);
  for (const text of more) hash.update(`\0${text}`);
  return hash.digest("hex");
}

function addToHash(hash, path) {
  const absolute = join(ROOT, path);
  const entry = statSync(absolute, { throwIfNoEntry: false });
  if (!entry) return;
  if (entry.isDirectory()) {
    for (const name of readdirSync(absolute).sort()) if (name !== "generated") addToHash(hash, join(path, name));
    return;
  }
  hash.update(`${path}\0${entry.size}\0`).update(readFileSync(absolute));
}

/** Does the work unless its stamp says that it was finished for the same inputs. An interrupted work has no stamp. */
export async function whenStale(stampPath, wanted, work) {
  const stamp = join(ROOT, stampPath);
  if (readOrEmpty(stamp) === wanted) return;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function readOrEmpty(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

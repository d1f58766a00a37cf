// The spools of one environment on one machine: one for each process that accepts events, and those whose process is gone.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { openSpool, type Spool, SpoolTaken, takeSpool } from "./spool";

/** More processes than any machine runs. */
const SPOOLS_MAX = 100;

/** The first spool of this name that no other process has, so that a server which starts again goes on with its own. */
export function openFreeSpool(parent: string, name: string): Spool {
  for (let number = 1; number <= SPOOLS_MAX; number++) {
    try {
      return openSpool(join(parent, number === 1 ? name : `${name}-${number}`));
    } catch (error) {
      if (!(error instanceof SpoolTaken)) throw error;
    }
  }
  throw new Error(`All ${SPOOLS_MAX} event spools in ${parent} are in use`);
}

export type AbandonedSpool = { readonly directory: string; readonly release: () => void };

/** Takes over what processes left that run no more. Whoever takes a spool has to ship it, or to release it. */
export function takeAbandonedSpools(parent: string): AbandonedSpool[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(parent, name))
    .flatMap((directory) => {
      const attempt = takeSpool(directory);
      return attempt.taken ? [{ directory, release: attempt.release }] : [];
    });
}

// Spools of their own for each server of a test, and what lies in them.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSpool, type Spool } from "@/lib/events/spool";
import { SpoolReader } from "@/lib/events/spool-reader";
import type { SpooledBatch } from "@/lib/events/spooled-batch";

export type TestSpool = { readonly spool: Spool; stop(): Promise<void> };

export function openTestSpool(): TestSpool {
  const directory = mkdtempSync(join(process.env.MINTKEY_TEST_DIRECTORY ?? tmpdir(), "mintkey-spool-"));
  const spool = openSpool(directory);
  return {
    spool,
    stop: async () => {
      await spool.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Every batch that waits in the spool, oldest first. */
export async function spooledIn({ directory }: Spool): Promise<SpooledBatch[]> {
  const reader = new SpoolReader(directory);
  const batches = reader.oldest(Number.MAX_SAFE_INTEGER).map(({ batch }) => batch);
  await reader.close();
  return batches;
}

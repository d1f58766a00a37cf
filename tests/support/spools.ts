// Spools of their own for each server of a test, and what lies in them.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import type { Environment } from "@/lib/domain/environment";
import { Shipper } from "@/lib/events/shipper";
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

/** Ships what waits in the spool, and returns once the event store has all of it. */
export async function shipAll(environment: Environment, { directory }: Spool): Promise<void> {
  const reader = new SpoolReader(directory);
  const shipper = new Shipper(environment, reader);
  shipper.start();
  await vi.waitUntil(() => reader.backlog().events === 0, { timeout: 120_000, interval: 10 });
  await shipper.stop();
  await reader.close();
}

/** Every batch that waits in the spool, oldest first. */
export async function spooledIn({ directory }: Spool): Promise<SpooledBatch[]> {
  const reader = new SpoolReader(directory);
  const batches = reader.oldest(Number.MAX_SAFE_INTEGER).map(({ batch }) => batch);
  await reader.close();
  return batches;
}

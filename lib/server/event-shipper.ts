// The thread that moves events from a process's spool to the event store. A thread, because a million events a second leave the
// accepting one no time for it; of the same process, because a spool belongs to one.
import { setTimeout as sleep } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { ENVIRONMENTS } from "@/lib/domain/environment";
import { Shipper } from "@/lib/events/shipper";
import { SpoolReader } from "@/lib/events/spool-reader";
import { describeError, log } from "@/lib/log";
import { closeEventStores, eventStoreErrorName, openEventStore } from "@/lib/store/event-store";
import { makeEventTables } from "@/lib/store/event-store-schema";
import { yieldThread } from "./priority";

const order = z.object({
  environment: z.enum(ENVIRONMENTS),
  directory: z.string(),
  url: z.string(),
  cluster: z.string().optional(),
});

export type ShippingOrder = z.output<typeof order>;

const TABLES_AGAIN_MS = 1_000;

const { environment, directory, url, cluster } = order.parse(workerData);
yieldThread();
openEventStore(environment, { url, cluster });
const spool = new SpoolReader(directory);
const shipper = new Shipper(environment, spool);
const stopping = new AbortController();

parentPort?.once("message", () => {
  stop().catch((error: unknown) => {
    log.error("The event shipper did not stop cleanly", { environment, error: describeError(error) });
    process.exit(1);
  });
});

await makeTables();
if (!stopping.signal.aborted) shipper.start();

/** Until the store is there; events wait in the spool meanwhile. */
async function makeTables(): Promise<void> {
  for (let isFirst = true; !stopping.signal.aborted; isFirst = false) {
    try {
      return await makeEventTables({ url, cluster });
    } catch (error) {
      if (isFirst) log.warn("The event store is not ready", { environment, error: eventStoreErrorName(error) });
      await sleep(TABLES_AGAIN_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }
}

async function stop(): Promise<void> {
  stopping.abort();
  await shipper.stop();
  await spool.close();
  await closeEventStores();
}

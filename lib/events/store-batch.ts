import type { Environment } from "@/lib/domain/environment";
import { unavailable } from "@/lib/domain/errors";
import { insertEvents, insertRejected } from "@/lib/store/event-inserts";
import { Shipment } from "./shipment";
import type { SpooledBatch } from "./spooled-batch";

/**
 * Stores a batch at once, past the spool: for what can be made again when this fails. Again with the same token changes nothing.
 * Throws `SERVICE_UNAVAILABLE` when the event store does not take it.
 */
export async function storeBatch(environment: Environment, batch: SpooledBatch, token: string): Promise<void> {
  const shipment = new Shipment();
  shipment.add(batch);
  const { block, rejected } = shipment;
  try {
    if (block.rows > 0) await insertEvents(environment, block.toNative(), token);
    await insertRejected(environment, rejected, token);
  } catch (cause) {
    throw unavailable(cause);
  }
}

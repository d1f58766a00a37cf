import type { Actor } from "@/lib/domain/audit";
import type { Tenant } from "@/lib/domain/environment";
import { unavailable } from "@/lib/domain/errors";
import { SAMPLE_DATA_NAME } from "@/lib/domain/sample-data";
import { isEventStoreUp } from "@/lib/store/event-store";
import { recordedTransaction } from "@/lib/store/recorded-transaction";
import { deleteSampleProgress, lockSampleData } from "@/lib/store/sample-data";
import { deleteSampleEvents } from "@/lib/store/sample-events";
import { removeSampleObjects, type SampleRemoval } from "@/lib/store/sample-removal";

/**
 * Takes the sample data away, whole, also when it is incomplete or just being added. What something of somebody else's stands on
 * stays and is counted. A second call finds nothing left to remove.
 */
export async function removeSampleData(tenant: Tenant, actor: Actor, now: Date): Promise<SampleRemoval> {
  // Asked before anything is touched: what was taken away in part would have to be taken away again.
  if (!(await isEventStoreUp(tenant.environment))) throw unavailable();
  // Committed at once: whoever is adding sees it before the next step, and lets go of the lock.
  await deleteSampleProgress(tenant);
  return recordedTransaction(tenant, actor, now, async (tx) => {
    await lockSampleData(tenant, tx);
    // Before any row is locked: those locks must not wait for another store.
    await deleteSampleEvents(tenant);
    const removal = await removeSampleObjects(tenant, tx);
    const isEmpty = Object.values(removal.removed).every((count) => count === 0);
    if (isEmpty) return { result: removal, audit: [] };
    return {
      result: removal,
      audit: [
        {
          action: "sample_data.removed",
          target: { kind: "sample_data", id: tenant.organizationId, name: SAMPLE_DATA_NAME },
          details: { removed: removal.removed, kept: removal.kept },
        },
      ],
    };
  });
}

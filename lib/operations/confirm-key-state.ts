import type { Receipt } from "@/lib/domain/api-key";
import type { Tenant } from "@/lib/domain/environment";
import { environmentStore } from "@/lib/store/connections";
import { announceKeyChange, awaitKeyChange } from "@/lib/store/key-changes";
import { inTransaction } from "@/lib/store/sql";

/** Makes every server read a key afresh, and waits for it: for a change whose first call never came back. */
export async function confirmKeyState(tenant: Tenant, keyId: string, now: Date): Promise<Receipt> {
  const startedMs = performance.now();
  const generation = await inTransaction(environmentStore(tenant.environment).pool, (tx) =>
    announceKeyChange(tenant, tx, keyId),
  );
  return awaitKeyChange(tenant, generation, now, startedMs);
}

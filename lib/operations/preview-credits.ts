import { previewedUses } from "@/lib/domain/contract-billing";
import type { CreditUse } from "@/lib/domain/credit-use";
import type { Tenant } from "@/lib/domain/environment";
import type { Invoice } from "@/lib/domain/invoice";
import { environmentStore } from "@/lib/store/connections";
import { readContractBillings } from "@/lib/store/contract-billings";

/** What a draft would use of its contract's credits, after the drafts before it. */
export async function previewCredits(
  tenant: Tenant,
  { id, contractId }: Invoice,
  now: Date,
): Promise<readonly CreditUse[]> {
  const { pool } = environmentStore(tenant.environment);
  const [billing] = await readContractBillings(tenant, pool, [contractId], "none", now);
  return billing ? previewedUses(billing, id) : [];
}

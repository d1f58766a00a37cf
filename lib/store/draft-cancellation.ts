import type { Day } from "@/lib/domain/day";
import type { Tenant } from "@/lib/domain/environment";
import { rowsOf, type Transaction } from "./sql";

/** Cancels the contract's drafts of periods that begin on this day or later, and counts them. The contract must be locked. */
export async function cancelDraftsFrom(
  tenant: Tenant,
  tx: Transaction,
  contractId: string,
  day: Day,
  now: Date,
): Promise<number> {
  const rows = await rowsOf(
    tx,
    `UPDATE invoices SET status = 'Cancelled', updated_at = $4
     WHERE organization_id = $1 AND contract_id = $2 AND status = 'Drafted' AND period_start >= $3::date RETURNING id`,
    [tenant.organizationId, contractId, day, now],
  );
  return rows.length;
}

import type { Actor } from "@/lib/domain/audit";
import { type Cancellation, type Contract, cancellationDate, cancelled } from "@/lib/domain/contract";
import { dayOf } from "@/lib/domain/day";
import type { Tenant } from "@/lib/domain/environment";
import { lockContract, saveContract } from "@/lib/store/contracts";
import { cancelDraftsFrom } from "@/lib/store/draft-cancellation";
import { recordedTransaction } from "@/lib/store/recorded-transaction";
import { contractTarget } from "./contract-facts";

/** Ends the contract with its current period and cancels the drafts behind it. A second call finds the first one's result. */
export async function cancelContract(
  tenant: Tenant,
  actor: Actor,
  contractId: string,
  now: Date,
): Promise<{ readonly contract: Contract; readonly cancellation: Cancellation }> {
  return recordedTransaction(tenant, actor, now, async (tx) => {
    const current = await lockContract(tenant, tx, contractId);
    if (current.cancellation) return { result: { contract: current, cancellation: current.cancellation }, audit: [] };
    const effectiveDate = cancellationDate(current, dayOf(now));
    const cancelledInvoiceCount = await cancelDraftsFrom(tenant, tx, contractId, effectiveDate, now);
    const cancellation: Cancellation = { cancelledAt: now, effectiveDate, cancelledInvoiceCount };
    const contract = cancelled(current, cancellation);
    await saveContract(tenant, tx, contract);
    return {
      result: { contract, cancellation },
      audit: [
        {
          action: "contract.cancelled",
          target: contractTarget(contract),
          before: { endDate: current.endDate },
          after: { endDate: contract.endDate },
          details: { cancelledInvoiceCount },
        },
      ],
    };
  });
}

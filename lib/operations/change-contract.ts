import { type Actor, differenceOf } from "@/lib/domain/audit";
import type { Contract, Metadata } from "@/lib/domain/contract";
import type { Tenant } from "@/lib/domain/environment";
import { lockContract, saveContract } from "@/lib/store/contracts";
import { recordedTransaction } from "@/lib/store/recorded-transaction";
import { contractFactsOf, contractTarget } from "./contract-facts";

/** Replaces the metadata, the one thing of a contract that can be changed; also when it has ended. */
export async function changeContract(
  tenant: Tenant,
  actor: Actor,
  contractId: string,
  { metadata }: { readonly metadata: Metadata },
  now: Date,
): Promise<Contract> {
  return recordedTransaction(tenant, actor, now, async (tx) => {
    const current = await lockContract(tenant, tx, contractId);
    const changed: Contract = { ...current, metadata, updatedAt: now };
    const { before, after } = differenceOf(contractFactsOf(current), contractFactsOf(changed));
    if (Object.keys(after).length === 0) return { result: current, audit: [] };
    await saveContract(tenant, tx, changed);
    return { result: changed, audit: [{ action: "contract.changed", target: contractTarget(changed), before, after }] };
  });
}

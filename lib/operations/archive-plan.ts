import type { Actor } from "@/lib/domain/audit";
import type { Tenant } from "@/lib/domain/environment";
import { archivePlanRow, lockPlan } from "@/lib/store/plans";
import { recordedTransaction } from "@/lib/store/recorded-transaction";
import { planTarget } from "./create-plan";

/** Ends new contracts of the plan; those that run go on. */
export async function archivePlan(tenant: Tenant, actor: Actor, planId: string, now: Date): Promise<void> {
  return recordedTransaction(tenant, actor, now, async (tx) => {
    const plan = await lockPlan(tenant, tx, planId);
    if (plan.archivedAt !== null) return { result: undefined, audit: [] };
    await archivePlanRow(tenant, tx, planId, now);
    return { result: undefined, audit: [{ action: "plan.archived", target: planTarget(plan) }] };
  });
}

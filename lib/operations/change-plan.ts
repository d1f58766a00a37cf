import { type Actor, differenceOf } from "@/lib/domain/audit";
import type { Tenant } from "@/lib/domain/environment";
import { DomainError } from "@/lib/domain/errors";
import type { Plan, PlanFields } from "@/lib/domain/plan";
import { hasContracts, lockPlan, savePlan } from "@/lib/store/plans";
import { recordedTransaction } from "@/lib/store/recorded-transaction";
import { planFactsOf, planTarget, takeItems } from "./create-plan";

export type PlanChanges = { [Field in keyof PlanFields]?: PlanFields[Field] | undefined };

export const PLAN_USED = "Plan has been used by a contract and can no longer be changed";

/** Replaces the fields that are given, while no contract was ever made from the plan: what a customer agreed to never changes. */
export async function changePlan(
  tenant: Tenant,
  actor: Actor,
  planId: string,
  changes: PlanChanges,
  now: Date,
): Promise<Plan> {
  return recordedTransaction(tenant, actor, now, async (tx) => {
    const current = await lockPlan(tenant, tx, planId);
    if (current.archivedAt !== null) throw conflict("Plan is archived");
    if (await hasContracts(tenant, tx, planId)) throw conflict(PLAN_USED);
    const billingInterval = changes.items ? await takeItems(tenant, tx, changes.items) : current.billingInterval;
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const changed: Plan = { ...current, ...given, billingInterval, updatedAt: now };
    const { before, after } = differenceOf(planFactsOf(current), planFactsOf(changed));
    if (Object.keys(after).length === 0) return { result: current, audit: [] };
    await savePlan(tenant, tx, changed);
    return { result: changed, audit: [{ action: "plan.changed", target: planTarget(changed), before, after }] };
  });
}

const conflict = (message: string): DomainError => new DomainError("CONFLICT", message, [{ path: "planId", message }]);

import { randomUUID } from "node:crypto";
import type { Actor, AuditTarget, JsonObject } from "@/lib/domain/audit";
import { decimalText } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import { DomainError } from "@/lib/domain/errors";
import {
  CURRENCY_DEFAULT,
  NET_TERMS_DEFAULT,
  type Plan,
  type PlanFields,
  type PlanItem,
  requireBillingInterval,
} from "@/lib/domain/plan";
import type { BillingInterval, Pricing } from "@/lib/domain/pricing";
import type { Idempotency } from "@/lib/store/idempotent-answers";
import { lockMetersForUse } from "@/lib/store/meters";
import { insertPlan } from "@/lib/store/plans";
import { findPricings } from "@/lib/store/pricings";
import { recordedTransaction } from "@/lib/store/recorded-transaction";
import type { Transaction } from "@/lib/store/sql";
import { METER_ARCHIVED } from "./create-pricing";

export type CreatePlanInput = Pick<Plan, "name" | "items"> & {
  [Field in keyof PlanFields]?: PlanFields[Field] | undefined;
};

export async function createPlan(
  tenant: Tenant,
  actor: Actor,
  input: CreatePlanInput,
  now: Date,
  idempotency: Idempotency<Plan> | null = null,
): Promise<Plan> {
  return recordedTransaction(
    tenant,
    actor,
    now,
    async (tx) => {
      const plan: Plan = {
        id: randomUUID(),
        name: input.name,
        description: input.description ?? null,
        netTerms: input.netTerms ?? NET_TERMS_DEFAULT,
        items: input.items,
        billingInterval: await takeItems(tenant, tx, input.items),
        creditGrantCents: input.creditGrantCents ?? null,
        creditSettings: input.creditSettings ?? null,
        currency: input.currency ?? CURRENCY_DEFAULT,
        archivedAt: null,
        createdAt: now,
        updatedAt: now,
      };
      await insertPlan(tenant, tx, plan);
      return {
        result: plan,
        audit: [{ action: "plan.created", target: planTarget(plan), after: planFactsOf(plan) }],
      };
    },
    idempotency,
  );
}

/** The interval that these items are billed by. Until the commit nobody archives a meter that they count on. */
export async function takeItems(tenant: Tenant, tx: Transaction, items: readonly PlanItem[]): Promise<BillingInterval> {
  const pricings = await findPricings(
    tenant,
    tx,
    items.map(({ pricingId }) => pricingId),
  );
  const interval = requireBillingInterval(items, pricings);
  const meters = await lockMetersForUse(tenant, tx, [...pricings.values()].flatMap(meterIdsOf));
  const details = items.flatMap(({ pricingId }, at) => {
    const pricing = pricings.get(pricingId);
    const isArchived = pricing && meterIdsOf(pricing).some((meterId) => meters.get(meterId)?.archivedAt !== null);
    return isArchived ? [{ path: `items[${at}].pricingId`, message: METER_ARCHIVED }] : [];
  });
  if (details.length > 0) throw new DomainError("CONFLICT", METER_ARCHIVED, details);
  return interval;
}

const meterIdsOf = (pricing: Pricing): readonly string[] => (pricing.model === "USAGE" ? [pricing.meterId] : []);

export const planTarget = ({ id, name }: Plan): AuditTarget => ({ kind: "plan", id, name });

/** What the audit log tells of a plan. */
export function planFactsOf(plan: Plan): JsonObject {
  const { name, description, netTerms, billingInterval, currency, creditSettings } = plan;
  return {
    ...{ name, description, netTerms, billingInterval, currency },
    items: plan.items.map(({ pricingId, quantity }) => ({ pricingId, quantity })),
    creditGrantCents: plan.creditGrantCents === null ? null : Number(plan.creditGrantCents),
    creditSettings: creditSettings && { creditRateCents: decimalText(creditSettings.creditRateCents) },
  };
}

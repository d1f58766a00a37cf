// Meters, prices and plans, made by the product's own operations.
import { decimal } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import type { Meter } from "@/lib/domain/meter";
import type { Plan } from "@/lib/domain/plan";
import type { Pricing } from "@/lib/domain/pricing";
import { type CreateMeterInput, createMeter } from "@/lib/operations/create-meter";
import { type CreatePlanInput, createPlan } from "@/lib/operations/create-plan";
import { type CreatePricingInput, createPricing } from "@/lib/operations/create-pricing";
import { actorNamed } from "./people";

export const addMeter = (tenant: Tenant, input: Partial<CreateMeterInput> = {}, now = new Date()): Promise<Meter> =>
  createMeter(tenant, actorNamed("Tests"), { displayName: "API calls", aggregationType: "COUNT", ...input }, now);

/** 10 a month, unless the test says otherwise. */
export const addPricing = (
  tenant: Tenant,
  input: Partial<CreatePricingInput> = {},
  now = new Date(),
): Promise<Pricing> =>
  createPricing(
    tenant,
    actorNamed("Tests"),
    {
      name: "Seat",
      productName: "API",
      model: "FLAT",
      tiering: "NONE",
      billingMode: "RECURRING",
      priceInterval: "MONTH",
      unitAmount: decimal(10),
      ...input,
    },
    now,
  );

/** 0.1 for each unit of a meter, billed monthly. */
export const addMeteredPricing = (tenant: Tenant, meterId: string, input: Partial<CreatePricingInput> = {}) =>
  addPricing(tenant, { name: "API calls", model: "USAGE", unitAmount: decimal("0.1"), meterId, ...input });

/** A plan with these pricings, once each. */
export const addPlan = (
  tenant: Tenant,
  pricings: readonly Pricing[],
  input: Partial<CreatePlanInput> = {},
  now = new Date(),
): Promise<Plan> => {
  const items = pricings.map(({ id }) => ({ pricingId: id, quantity: 1 }));
  return createPlan(tenant, actorNamed("Tests"), { name: "Pro", items, ...input }, now);
};

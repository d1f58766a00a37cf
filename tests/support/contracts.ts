// Plans and contracts, made by the product's own operations.
import type { Contract } from "@/lib/domain/contract";
import { dayOf } from "@/lib/domain/day";
import { decimal } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import type { Plan } from "@/lib/domain/plan";
import { type CreateContractInput, createContract } from "@/lib/operations/create-contract";
import type { CreatePlanInput } from "@/lib/operations/create-plan";
import { type GrantPromotionalCreditInput, grantPromotionalCredit } from "@/lib/operations/grant-promotional-credit";
import { addMeter, addMeteredPricing, addPlan, addPricing } from "./catalog";
import { actorNamed, addCustomer } from "./people";

/** A seat at 10 a month. */
export const addSeatPlan = async (tenant: Tenant, input: Partial<CreatePlanInput> = {}): Promise<Plan> =>
  addPlan(tenant, [await addPricing(tenant)], input);

/** 10 a month and 0.1 for each call, with a fixed fee of 5. */
export async function addMeteredPlan(tenant: Tenant, input: Partial<CreatePlanInput> = {}) {
  const meter = await addMeter(tenant);
  const seat = await addPricing(tenant);
  const calls = await addMeteredPricing(tenant, meter.id, { flatAmount: decimal(5) });
  return { meter, seat, calls, plan: await addPlan(tenant, [seat, calls], input) };
}

/** 31 a month and 0.015 for each call. */
export async function addCallsPlan(tenant: Tenant, input: Partial<CreatePlanInput> = {}) {
  const meter = await addMeter(tenant);
  const seat = await addPricing(tenant, { unitAmount: decimal(31) });
  const calls = await addMeteredPricing(tenant, meter.id, { unitAmount: decimal("0.015") });
  return { meter, seat, calls, plan: await addPlan(tenant, [seat, calls], input) };
}

/** Rolling from today on, of a customer and a plan of its own, unless the test says otherwise. */
export async function addContract(
  tenant: Tenant,
  input: Partial<CreateContractInput> = {},
  now = new Date(),
): Promise<Contract> {
  const customerId = input.customerId ?? (await addCustomer(tenant, "Globex")).id;
  const planId = input.planId ?? (await addSeatPlan(tenant)).id;
  return createContract(tenant, actorNamed("Tests"), { startDate: dayOf(now), ...input, customerId, planId }, now);
}

/** 50.00 for a month, unless the test says otherwise. */
export async function addCredit(
  tenant: Tenant,
  contractId: string,
  input: Partial<GrantPromotionalCreditInput> = {},
  now = new Date(),
) {
  const expiresAt = new Date(now.getTime() + 30 * 86_400_000);
  const given = { amount: { amountCents: 5000n }, expiresAt, metadata: {}, ...input };
  return (await grantPromotionalCredit(tenant, actorNamed("Tests"), contractId, given, now)).grant;
}

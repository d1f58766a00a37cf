import { decimal } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import { billContracts } from "@/lib/operations/bill-contracts";
import { invoicesOf } from "./billing";
import { addMeter, addMeteredPricing, addPlan, addPricing } from "./catalog";
import { addContract } from "./contracts";
import { addCustomer } from "./people";
import { SentUsage } from "./sent-usage";

const DAY_MS = 86_400_000;

/** Final since now, with graduated tiers and so many seats of their own price. */
export async function addTieredInvoice(tenant: Tenant, seats = 1) {
  const began = new Date(Date.now() - 40 * DAY_MS);
  const { id: meterId } = await addMeter(tenant);
  const tiers = [
    { minQty: decimal(1), maxQty: decimal(100), unitAmount: decimal("0.1"), flatAmount: decimal(0) },
    { minQty: decimal(101), maxQty: null, unitAmount: decimal("0.0875"), flatAmount: decimal(5) },
  ];
  const tiered = { tiering: "GRADUATED", unitAmount: undefined, pricingTiers: tiers } as const;
  const calls = await addMeteredPricing(tenant, meterId, tiered);
  const pricings = [calls];
  for (let at = 0; at < seats; at++)
    pricings.push(await addPricing(tenant, { name: `Seat ${at + 1}`, description: "For one person. ".repeat(6) }));
  const { id: customerId } = await addCustomer(tenant, "Globex");
  const plan = await addPlan(tenant, pricings);
  const contract = await addContract(tenant, { customerId, planId: plan.id }, began);
  const usage = new SentUsage();
  usage.sendMany(1000, { customerId, at: began.toISOString() });
  await billContracts(tenant, [contract.id], new Date(), usage);
  const [invoice] = await invoicesOf(tenant, contract.id);
  if (!invoice) throw new Error("The contract has no invoice");
  return invoice;
}

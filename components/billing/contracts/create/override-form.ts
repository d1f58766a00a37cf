import { z } from "zod";
import { optionalDecimal } from "@/components/ui/typed-values";
import type { CreateContractBody } from "@/lib/api/schemas/contracts";
import type { PricingJson } from "@/lib/api/schemas/pricing";

type Override = NonNullable<CreateContractBody["overrides"]>[number];

const amounts = z.object({ unitAmount: optionalDecimal.optional(), flatAmount: optionalDecimal.optional() });
const typed = amounts.extend({ tiers: z.record(z.string(), amounts).optional() });
type Typed = z.output<typeof typed>;

/** What was typed beside each list price, by its place in the plan, as the overrides it amounts to. An empty field is the list price. */
export function overridesOf(pricings: readonly PricingJson[]) {
  return z
    .record(z.string(), typed)
    .default({})
    .transform((rows) =>
      pricings.flatMap((pricing, at) => {
        const row = rows[String(at)];
        const override = row && overrideOf(pricing, row);
        return override ? [override] : [];
      }),
    );
}

function overrideOf(pricing: PricingJson, { unitAmount, flatAmount, tiers }: Typed): Override | null {
  const pricingTiers = tiersOf(pricing, tiers ?? {});
  if (unitAmount === undefined && flatAmount === undefined && pricingTiers === null) return null;
  return {
    basePricingId: pricing.id,
    ...(unitAmount !== undefined && { unitAmount }),
    ...(flatAmount !== undefined && { flatAmount }),
    ...(pricingTiers !== null && { pricingTiers }),
  };
}

/** All tiers as soon as one amount differs: an override replaces them as a whole. */
function tiersOf({ pricingTiers }: PricingJson, rows: NonNullable<Typed["tiers"]>): Override["pricingTiers"] | null {
  const isTyped = Object.values(rows).some((row) => row.unitAmount !== undefined || row.flatAmount !== undefined);
  if (pricingTiers === null || !isTyped) return null;
  return pricingTiers.map((tier, at) => ({
    ...tier,
    unitAmount: rows[String(at)]?.unitAmount ?? tier.unitAmount,
    flatAmount: rows[String(at)]?.flatAmount ?? tier.flatAmount,
  }));
}

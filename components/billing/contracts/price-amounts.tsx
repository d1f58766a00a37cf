import { tierRange } from "@/components/ui/tier-table";
import type { PricingJson } from "@/lib/api/schemas/pricing";
import { amountText } from "@/lib/money-format";

export type PriceAmountsOf = Pick<PricingJson, "unitAmount" | "flatAmount" | "pricingTiers">;

/** The amounts of a price, one a line: a unit's, each tier's, and the flat one. */
export function PriceAmounts({
  price: { unitAmount, flatAmount, pricingTiers },
  currency,
  strong = false,
}: {
  price: PriceAmountsOf;
  currency: string;
  strong?: boolean;
}) {
  const lines = [
    ...(unitAmount === null ? [] : [amountText(unitAmount, currency)]),
    ...(pricingTiers ?? []).map((tier) => `${tierRange(tier)}: ${tierText(tier, currency)}`),
    ...(flatAmount === null ? [] : [`+ ${amountText(flatAmount, currency)} a period`]),
  ];
  return (
    <span className={strong ? "grid font-medium" : "grid"}>
      {lines.map((line, at) => (
        <span key={`${line}-${at}`}>{line}</span>
      ))}
    </span>
  );
}

function tierText({ unitAmount, flatAmount }: { unitAmount: string; flatAmount: string }, currency: string): string {
  const each = amountText(unitAmount, currency);
  return flatAmount === "0" ? each : `${each} + ${amountText(flatAmount, currency)}`;
}

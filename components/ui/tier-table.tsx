import { amountText, quantityText } from "@/lib/money-format";
import { SmallTable } from "./small-table";

export type Tier = {
  readonly minQty: string;
  readonly maxQty: string | null;
  readonly unitAmount: string;
  readonly flatAmount: string;
};

type TierTableProps = {
  tiers: readonly Tier[];
  /** Null while it is not known: amounts then keep the digits they have. */
  currency: string | null;
};

/** What each unit costs, tier by tier. */
export function TierTable({ tiers, currency }: TierTableProps) {
  const amount = (text: string) => (currency ? amountText(text, currency) : quantityText(text));
  return (
    <SmallTable
      label="Tiers"
      columns={[
        { header: "Units" },
        { header: currency ? `Each, ${currency}` : "Each", numeric: true },
        { header: currency ? `Flat, ${currency}` : "Flat", numeric: true },
      ]}
      rows={tiers.map((tier) => ({
        key: tier.minQty,
        cells: [tierRange(tier), amount(tier.unitAmount), amount(tier.flatAmount)],
      }))}
    />
  );
}

/** "1 to 100", "101 and above". */
export const tierRange = ({ minQty, maxQty }: Pick<Tier, "minQty" | "maxQty">): string =>
  maxQty === null ? `${quantityText(minQty)} and above` : `${quantityText(minQty)} to ${quantityText(maxQty)}`;

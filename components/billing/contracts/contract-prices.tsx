"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { ErrorNotice } from "@/components/ui/error-region";
import { Skeleton } from "@/components/ui/skeleton";
import { SmallTable } from "@/components/ui/small-table";
import type { ContractJson } from "@/lib/api/schemas/contracts";
import type { PricingJson } from "@/lib/api/schemas/pricing";
import type { ContractPlan } from "@/lib/client/contract-plan";
import { quantityText } from "@/lib/money-format";
import { PriceAmounts, type PriceAmountsOf } from "./price-amounts";

type Override = ContractJson["overrides"][number];

/** What this contract pays beside what the plan's list says. */
export function ContractPrices({ contract, plan }: { contract: ContractJson; plan: UseQueryResult<ContractPlan> }) {
  const { overrides, currency } = contract;
  const description =
    overrides.length === 0
      ? `The list prices of the plan, in ${currency}.`
      : `In ${currency}. Where this contract has a price of its own, that one is billed.`;
  return (
    <Card title="Prices" description={description}>
      {plan.isError ? (
        <ErrorNotice error={plan.error} title="The prices could not be loaded." onRetry={() => void plan.refetch()} />
      ) : plan.data ? (
        <PriceTable plan={plan.data} overrides={overrides} currency={currency} />
      ) : (
        <Skeleton className="w-3/5" />
      )}
    </Card>
  );
}

type PriceTableProps = { plan: ContractPlan; overrides: readonly Override[]; currency: string };

function PriceTable({ plan, overrides, currency }: PriceTableProps) {
  const quantityOf = (id: string) => plan.items.find(({ pricingId }) => pricingId === id)?.quantity ?? 1;
  return (
    <SmallTable
      label="Prices"
      columns={[
        { header: "Price" },
        { header: `List price, ${currency}`, numeric: true },
        { header: `This contract, ${currency}`, numeric: true },
      ]}
      rows={plan.pricings.map((pricing) => {
        const override = overrides.find(({ basePricingId }) => basePricingId === pricing.id);
        return {
          key: pricing.id,
          cells: [
            <PriceName key="name" pricing={pricing} quantity={quantityOf(pricing.id)} isOwn={override !== undefined} />,
            <PriceAmounts key="list" price={pricing} currency={currency} />,
            <PriceAmounts
              key="own"
              price={pricedFor(pricing, override)}
              currency={currency}
              strong={Boolean(override)}
            />,
          ],
        };
      })}
    />
  );
}

function PriceName({ pricing, quantity, isOwn }: { pricing: PricingJson; quantity: number; isOwn: boolean }) {
  return (
    <span className="grid min-w-28 justify-items-start gap-0.5 [overflow-wrap:anywhere]">
      <span className="font-medium">{pricing.name}</span>
      <span className="text-muted text-xs">
        {pricing.model === "USAGE" ? "Usage" : `${quantityText(String(quantity))} ×`}
        {pricing.billingMode === "ONE_TIME" ? ", once" : ""}
        {pricing.packageSize ? `, a package of ${quantityText(pricing.packageSize)}` : ""}
      </span>
      {isOwn ? <Badge tone="accent">Own price</Badge> : null}
    </span>
  );
}

const pricedFor = (pricing: PricingJson, override: Override | undefined): PriceAmountsOf => ({
  unitAmount: override?.unitAmount ?? pricing.unitAmount,
  flatAmount: override?.flatAmount ?? pricing.flatAmount,
  pricingTiers: override?.pricingTiers ?? pricing.pricingTiers,
});

"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { CreateLink } from "@/components/shell/create-link";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useWriteRefusal } from "@/components/shell/use-write-refusal";
import { Card } from "@/components/ui/card";
import { ErrorNotice } from "@/components/ui/error-region";
import type { MeterJson } from "@/lib/api/schemas/meters";
import { pricingListQuery } from "@/lib/client/pricing";
import { newPricePath, pricePath } from "@/lib/paths";
import { chargeWords } from "../prices/price-words";

/** Which prices charge for what a meter counts. */
export function PricesOfMeter({ meter }: { meter: MeterJson }) {
  const environment = useEnvironment();
  const prices = useQuery(pricingListQuery(environment, { meterId: meter.id, limit: 25 }));
  const refusal = useWriteRefusal("prices");
  const found = prices.data?.data;
  const hidden = (prices.data?.total ?? 0) - (found?.length ?? 0);
  const create = (
    <CreateLink href={newPricePath(environment, { meterId: meter.id })} refusal={refusal} variant="secondary">
      Create price
    </CreateLink>
  );
  return (
    <Card title="Prices of this meter" actions={meter.status === "active" ? create : null}>
      {prices.error ? (
        <ErrorNotice
          error={prices.error}
          title="The prices could not be loaded."
          onRetry={() => void prices.refetch()}
        />
      ) : null}
      {found?.length === 0 ? <p className="text-muted">No price charges for it yet.</p> : null}
      {found && found.length > 0 ? (
        <ul className="grid gap-2">
          {found.map((pricing) => (
            <li key={pricing.id} className="grid min-w-0">
              <Link href={pricePath(environment, pricing.id)} className="underline [overflow-wrap:anywhere]">
                {pricing.name}
              </Link>
              <span className="text-muted tabular-nums">{chargeWords(pricing)}</span>
            </li>
          ))}
          {hidden > 0 ? <li className="text-muted">and {hidden} more</li> : null}
        </ul>
      ) : null}
    </Card>
  );
}

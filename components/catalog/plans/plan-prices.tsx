"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { EditableCard } from "@/components/shell/editable-card";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useEventsUrl } from "@/components/shell/use-base-url";
import { CodeBlock } from "@/components/ui/code-block";
import { ErrorNotice } from "@/components/ui/error-region";
import { TierTable } from "@/components/ui/tier-table";
import type { PlanJson } from "@/lib/api/schemas/plans";
import type { PricingJson } from "@/lib/api/schemas/pricing";
import { meterQuery } from "@/lib/client/meters";
import { pricingQuery } from "@/lib/client/pricing";
import { formatNumber } from "@/lib/format";
import { meterPath, pricePath } from "@/lib/paths";
import { sendEventCurl } from "../meters/meter-curl";
import { MeterSentence, ruleOf } from "../meters/meter-words";
import { chargeWords, intervalWords } from "../prices/price-words";
import { ItemRows } from "./item-rows";
import { planItemsForm } from "./plan-form";
import { useChangePlan } from "./use-change-plan";
import { usePricings } from "./use-pricings";

/** The prices of a plan in its currency, with their tiers and meters. */
export function PlanPrices({ plan, refusal }: { plan: PlanJson; refusal: string | null }) {
  const environment = useEnvironment();
  const change = useChangePlan(plan);
  const { pricings, error, retry } = usePricings();
  const prices = useQueries({ queries: plan.items.map(({ pricingId }) => pricingQuery(environment, pricingId)) });
  const failed = prices.find((price) => price.error);
  return (
    <EditableCard
      title="Prices"
      refusal={refusal ?? (pricings ? null : "The prices to choose from are not loaded yet.")}
      schema={planItemsForm(pricings ?? new Map())}
      save={change}
      fields={(touch) => (
        <ItemRows pricings={pricings ?? new Map()} items={plan.items} currency={plan.currency} onChange={touch} />
      )}
    >
      {error ? <ErrorNotice error={error} title="The prices could not be loaded." onRetry={retry} /> : null}
      {failed ? (
        <ErrorNotice error={failed.error} title="A price could not be loaded." onRetry={() => void failed.refetch()} />
      ) : null}
      <ul className="grid min-w-0 grid-cols-1 gap-4">
        {plan.items.map(({ pricingId, quantity }, at) => {
          const pricing = prices[at]?.data;
          return (
            <li key={pricingId} className="grid min-w-0 gap-3 border-b pb-4 last:border-b-0 last:pb-0">
              {pricing ? <PlanPrice {...{ pricing, quantity }} currency={plan.currency} /> : null}
            </li>
          );
        })}
      </ul>
    </EditableCard>
  );
}

type PlanPriceProps = { pricing: PricingJson; quantity: number; currency: string };

function PlanPrice({ pricing, quantity, currency }: PlanPriceProps) {
  const environment = useEnvironment();
  const times = pricing.model === "USAGE" ? "" : `${formatNumber(quantity)} × `;
  return (
    <>
      <div className="grid min-w-0">
        <h3 className="font-medium">
          <Link href={pricePath(environment, pricing.id)} className="underline [overflow-wrap:anywhere]">
            {pricing.name}
          </Link>{" "}
          <span className="font-normal text-muted [overflow-wrap:anywhere]">{pricing.productName}</span>
        </h3>
        <p className="tabular-nums">
          {times}
          {chargeWords(pricing, currency)}. {intervalWords(pricing)}.
        </p>
      </div>
      {pricing.pricingTiers ? <TierTable tiers={pricing.pricingTiers} currency={currency} /> : null}
      {pricing.meterId ? <PriceMeter meterId={pricing.meterId} /> : null}
    </>
  );
}

/** What is counted, and how to send what counts. */
function PriceMeter({ meterId }: { meterId: string }) {
  const environment = useEnvironment();
  const eventsUrl = useEventsUrl();
  const meter = useQuery(meterQuery(environment, meterId)).data;
  if (!meter) return null;
  const curl = eventsUrl ? sendEventCurl(eventsUrl, environment, ruleOf(meter)) : null;
  return (
    <div className="grid min-w-0 grid-cols-1 gap-2">
      <p className="[overflow-wrap:anywhere]">
        <Link href={meterPath(environment, meterId)} className="underline">
          {meter.displayName}
        </Link>
        : <MeterSentence rule={ruleOf(meter)} />
      </p>
      {curl ? (
        <details className="min-w-0">
          <summary className="w-fit cursor-pointer rounded-sm text-accent-text">
            Code to send an event that counts
          </summary>
          <div className="pt-2">
            <CodeBlock thing={`curl command for ${meter.displayName}`} code={curl} />
          </div>
        </details>
      ) : null}
    </div>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { Tag } from "lucide-react";
import { CreateLink } from "@/components/shell/create-link";
import { useDocumentTitle } from "@/components/shell/document-title";
import { useEnvironment } from "@/components/shell/environment-provider";
import { OneThing } from "@/components/shell/one-thing";
import { useWriteRefusal } from "@/components/shell/use-write-refusal";
import { EnvironmentBadge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { TierTable } from "@/components/ui/tier-table";
import type { PricingJson } from "@/lib/api/schemas/pricing";
import { pricingQuery } from "@/lib/client/pricing";
import { newPlanPath, pricesPath } from "@/lib/paths";
import { priceCrumbs } from "../crumbs";
import { CostTable } from "./cost-table";
import { PlansOfPrice } from "./plans-of-price";
import { PriceFacts } from "./price-facts";
import { priceOfJson } from "./price-preview";
import { chargeWords, intervalWords } from "./price-words";

/** One price: what it charges, what quantities cost, and which plans use it. */
export function PricePage({ pricingId }: { pricingId: string }) {
  const environment = useEnvironment();
  return (
    <OneThing
      query={useQuery(pricingQuery(environment, pricingId))}
      noun="Price"
      icon={Tag}
      breadcrumb={priceCrumbs(environment)}
      list={{ label: "Prices", href: pricesPath(environment) }}
    >
      {(pricing) => <Found pricing={pricing} />}
    </OneThing>
  );
}

function Found({ pricing }: { pricing: PricingJson }) {
  const environment = useEnvironment();
  useDocumentTitle(pricing.name, "Prices");
  return (
    <PageBody>
      <PageHeader
        title={pricing.name}
        breadcrumb={priceCrumbs(environment)}
        badges={<EnvironmentBadge environment={environment} />}
        actions={
          <CreateLink
            href={newPlanPath(environment, { pricingId: pricing.id })}
            refusal={useWriteRefusal("plans")}
            variant="secondary"
          >
            Create plan
          </CreateLink>
        }
      >
        {chargeWords(pricing)}. {intervalWords(pricing)}.
      </PageHeader>
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <div className="grid min-w-0 gap-6">
          <Card title="Details">
            <PriceFacts pricing={pricing} />
          </Card>
          {pricing.pricingTiers ? (
            <Card title="Tiers">
              <TierTable tiers={pricing.pricingTiers} currency={null} />
            </Card>
          ) : null}
        </div>
        <div className="grid min-w-0 gap-6">
          <Card title="What it costs">
            <CostTable {...priceOfJson(pricing)} />
          </Card>
          <PlansOfPrice pricingId={pricing.id} />
        </div>
      </div>
    </PageBody>
  );
}

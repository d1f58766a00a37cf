"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useState } from "react";
import { CreateForm } from "@/components/shell/create-form";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useUnsavedChanges } from "@/components/shell/unsaved-changes";
import { useIdempotencyKey } from "@/components/shell/use-idempotency-key";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { useLiveForm } from "@/components/ui/use-live-form";
import type { CreatePricingBody } from "@/lib/api/schemas/pricing";
import { createPricing, pricingQueryKey } from "@/lib/client/pricing";
import { pricePath, pricesPath } from "@/lib/paths";
import { priceCrumbs } from "../crumbs";
import { CostTable } from "./cost-table";
import { PriceFields } from "./price-fields";
import { priceDraftOf, priceForm } from "./price-form";
import { priceOfDraft } from "./price-preview";

/** A price, and what it comes to while it is written: a price cannot be changed afterwards. */
export function CreatePrice() {
  const environment = useEnvironment();
  const router = useRouter();
  const queryClient = useQueryClient();
  const meterId = useSearchParams().get("meterId") ?? "";
  const [dirty, setDirty] = useState(false);
  useUnsavedChanges(dirty);
  const { form, values, read } = useLiveForm();
  const keyFor = useIdempotencyKey();
  const create = useMutation({
    mutationFn: (body: CreatePricingBody) => createPricing(environment, body, keyFor(body)),
    onSuccess: async (pricing) => {
      setDirty(false);
      await queryClient.invalidateQueries({ queryKey: pricingQueryKey(environment) });
      router.push(pricePath(environment, pricing.id));
    },
  });
  const touch = useCallback(() => {
    setDirty(true);
    read();
  }, [read]);
  const draft = priceDraftOf(values);
  const rated = priceOfDraft(draft);
  return (
    <PageBody>
      <PageHeader title={`Create ${environment} price`} breadcrumb={priceCrumbs(environment)} />
      <CreateForm
        form={form}
        noun="price"
        things="prices"
        schema={priceForm}
        submit={async (body) => void (await create.mutateAsync(body))}
        onInput={touch}
        list={pricesPath(environment)}
        summary={
          <>
            <h3 className="font-medium">What it costs</h3>
            <CostTable price={rated?.price ?? null} flatAmount={rated?.flatAmount ?? null} />
            <p className="text-muted">A price cannot be changed. What costs differently is a price of its own.</p>
          </>
        }
      >
        <PriceFields draft={draft} meterId={meterId} onChange={read} />
      </CreateForm>
    </PageBody>
  );
}

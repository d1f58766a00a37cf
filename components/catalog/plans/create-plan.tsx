"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import { CreateForm } from "@/components/shell/create-form";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useUnsavedChanges } from "@/components/shell/unsaved-changes";
import { useIdempotencyKey } from "@/components/shell/use-idempotency-key";
import { Card } from "@/components/ui/card";
import { ErrorNotice } from "@/components/ui/error-region";
import { Notice } from "@/components/ui/notice";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { useLiveForm } from "@/components/ui/use-live-form";
import type { CreatePlanBody } from "@/lib/api/schemas/plans";
import { createPlan, plansQueryKey } from "@/lib/client/plans";
import { newPricePath, planPath, plansPath } from "@/lib/paths";
import { planCrumbs } from "../crumbs";
import { ItemRows } from "./item-rows";
import { CreditFields, DetailsFields } from "./plan-fields";
import { type Pricings, planDraftOf, planForm } from "./plan-form";
import { PlanSummary } from "./plan-summary";
import { usePricings } from "./use-pricings";

/** What customers subscribe to, once there is a price to put into it. */
export function CreatePlan() {
  const environment = useEnvironment();
  const { pricings, error, retry } = usePricings();
  return (
    <PageBody>
      <PageHeader title={`Create ${environment} plan`} breadcrumb={planCrumbs(environment)} />
      {error ? <ErrorNotice error={error} title="The prices could not be loaded." onRetry={retry} /> : null}
      {pricings?.size === 0 ? (
        <Notice tone="warning">
          There is no price in {environment} to put into a plan.{" "}
          <Link href={newPricePath(environment)} className="font-medium underline">
            Create a price
          </Link>{" "}
          first.
        </Notice>
      ) : null}
      {pricings && pricings.size > 0 ? <PlanForm pricings={pricings} /> : null}
    </PageBody>
  );
}

function PlanForm({ pricings }: { pricings: Pricings }) {
  const environment = useEnvironment();
  const router = useRouter();
  const queryClient = useQueryClient();
  const asked = useSearchParams().get("pricingId") ?? "";
  const [dirty, setDirty] = useState(false);
  useUnsavedChanges(dirty);
  const { form, values, read } = useLiveForm();
  const keyFor = useIdempotencyKey();
  const schema = useMemo(() => planForm(pricings), [pricings]);
  const create = useMutation({
    mutationFn: (body: CreatePlanBody) => createPlan(environment, body, keyFor(body)),
    onSuccess: async (plan) => {
      setDirty(false);
      await queryClient.invalidateQueries({ queryKey: plansQueryKey(environment) });
      router.push(planPath(environment, plan.id));
    },
  });
  const touch = useCallback(() => {
    setDirty(true);
    read();
  }, [read]);
  const draft = planDraftOf(values, pricings);
  return (
    <CreateForm
      form={form}
      noun="plan"
      things="plans"
      schema={schema}
      submit={async (body) => void (await create.mutateAsync(body))}
      onInput={touch}
      list={plansPath(environment)}
      summary={
        <>
          <PlanSummary draft={draft} />
          <p className="text-muted">
            A plan can be changed until its first contract. From then on it is fixed, so that what a customer agreed to
            never changes.
          </p>
        </>
      }
    >
      <Card title="Details">
        <DetailsFields />
      </Card>
      <Card title="Prices" description="Each becomes a line of the invoice, in this order.">
        <ItemRows
          pricings={pricings}
          items={[{ pricingId: pricings.has(asked) ? asked : "", quantity: 1 }]}
          currency={draft.currency}
          onChange={touch}
        />
      </Card>
      <Card title="Credit" description="An allowance that pays invoices before the customer does.">
        <CreditFields currency={draft.currency} />
      </Card>
    </CreateForm>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { Layers } from "lucide-react";
import { useDocumentTitle } from "@/components/shell/document-title";
import { useEnvironment } from "@/components/shell/environment-provider";
import { OneThing } from "@/components/shell/one-thing";
import { useWriteRefusal } from "@/components/shell/use-write-refusal";
import { EnvironmentBadge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import type { PlanJson } from "@/lib/api/schemas/plans";
import { contractsOfPlanQuery } from "@/lib/client/contracts-of-plan";
import { planQuery } from "@/lib/client/plans";
import { plansPath } from "@/lib/paths";
import { ArchiveBadge } from "../archive-badge";
import { planCrumbs } from "../crumbs";
import { everyWords } from "../prices/price-words";
import { ArchivePlan } from "./archive-plan";
import { ContractsOfPlan } from "./contracts-of-plan";
import { PlanDetails } from "./plan-details";
import { PlanPrices } from "./plan-prices";

/** One plan: what a customer of it is billed, each part editable until the first contract. */
export function PlanPage({ planId }: { planId: string }) {
  const environment = useEnvironment();
  return (
    <OneThing
      query={useQuery(planQuery(environment, planId))}
      noun="Plan"
      icon={Layers}
      breadcrumb={planCrumbs(environment)}
      list={{ label: "Plans", href: plansPath(environment) }}
    >
      {(plan) => <Found plan={plan} />}
    </OneThing>
  );
}

function Found({ plan }: { plan: PlanJson }) {
  const environment = useEnvironment();
  const archived = plan.status === "archived";
  const { refusal, note } = useFixed(plan);
  useDocumentTitle(plan.name, "Plans");
  return (
    <PageBody>
      <PageHeader
        title={plan.name}
        breadcrumb={planCrumbs(environment)}
        badges={
          <>
            <EnvironmentBadge environment={environment} />
            {archived ? <ArchiveBadge archived /> : null}
          </>
        }
        actions={archived ? null : <ArchivePlan plan={plan} />}
      >
        {everyWords(plan.billingInterval)}, in {plan.currency}.
      </PageHeader>
      {note ? <Notice>{note}</Notice> : null}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <PlanPrices plan={plan} refusal={refusal} />
        <div className="grid min-w-0 gap-6">
          <PlanDetails plan={plan} refusal={refusal} />
          <ContractsOfPlan planId={plan.id} />
        </div>
      </div>
    </PageBody>
  );
}

/** Why a plan cannot be changed: by this member, or by anybody any more. */
function useFixed(plan: PlanJson): { refusal: string | null; note: string | null } {
  const role = useWriteRefusal("plans");
  const contracts = useQuery(contractsOfPlanQuery(useEnvironment(), plan.id)).data;
  if (plan.status === "archived") {
    const note = "This plan is archived. Running contracts go on; it takes no new one and cannot be changed.";
    return { refusal: role ?? "An archived plan cannot be changed.", note };
  }
  if (contracts && contracts.total > 0) {
    const note =
      "A contract was made from this plan, so it is fixed. For new terms, create another plan and archive this one.";
    return { refusal: role ?? "A plan is fixed from its first contract on.", note };
  }
  return { refusal: role, note: null };
}

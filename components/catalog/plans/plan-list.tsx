"use client";

import { useQuery } from "@tanstack/react-query";
import { Layers } from "lucide-react";
import { SampleDataOffer } from "@/components/shell/add-sample-data";
import { CreateLink } from "@/components/shell/create-link";
import { useEnvironment } from "@/components/shell/environment-provider";
import { ListPager, useListPage } from "@/components/shell/list-pager";
import { useBaseUrl } from "@/components/shell/use-base-url";
import { useUrlSearch } from "@/components/shell/use-url-search";
import { useWriteRefusal } from "@/components/shell/use-write-refusal";
import { CodeBlock } from "@/components/ui/code-block";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState, FilteredEmpty } from "@/components/ui/empty-state";
import { plansQuery } from "@/lib/client/plans";
import type { Environment } from "@/lib/domain/environment";
import { count } from "@/lib/format";
import { newPlanPath } from "@/lib/paths";
import { StatusFilter, useStatus } from "../status-filter";
import { planColumns } from "./plan-columns";

const STATUSES = [
  { value: "active", label: "Active" },
  { value: "archived", label: "Archived" },
  { value: "all", label: "Active and archived" },
] as const;

/** What customers can subscribe to, newest first. */
export function PlanList() {
  const environment = useEnvironment();
  const { change } = useUrlSearch();
  const { size, cursor } = useListPage();
  const status = useStatus(STATUSES);
  const plans = useQuery(plansQuery(environment, { status, limit: size, cursor }));
  const empty =
    status === "active" ? (
      <NoPlans environment={environment} />
    ) : (
      <FilteredEmpty things="plans" onClear={() => change({ status: null })} />
    );
  return (
    <>
      <StatusFilter options={STATUSES} value={status} />
      <DataTable
        label="Plans"
        columns={planColumns(environment)}
        rows={plans.data?.data}
        rowId={({ id }) => id}
        pending={plans.isPending}
        error={plans.error}
        errorTitle="The plans could not be loaded."
        onRetry={() => void plans.refetch()}
        empty={empty}
      />
      {plans.data?.total === 0 ? null : (
        <ListPager nextCursor={plans.data?.nextCursor}>{plans.data ? count(plans.data.total, "plan") : null}</ListPager>
      )}
    </>
  );
}

function NoPlans({ environment }: { environment: Environment }) {
  const apiUrl = useBaseUrl();
  return (
    <EmptyState
      icon={Layers}
      title={`No active plans in ${environment}.`}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          <CreateLink href={newPlanPath(environment)} refusal={useWriteRefusal("plans")} variant="secondary">
            Create plan
          </CreateLink>
          <SampleDataOffer />
        </div>
      }
    >
      <p className="pb-3 text-center text-muted">
        A meter counts usage, a price charges for it, a plan bundles prices.
      </p>
      {apiUrl ? <CodeBlock thing="curl command" code={createPlanCurl(apiUrl, environment)} /> : null}
    </EmptyState>
  );
}

/** What an empty list offers: the call that fills it. */
function createPlanCurl(apiUrl: string, environment: Environment): string {
  return [
    `# With a ${environment} key that has plans:write`,
    `curl ${apiUrl}/v1/plans \\`,
    `  -H "Authorization: Bearer $MINTKEY_API_KEY" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '{"name": "Pro", "items": [{"pricingId": "…"}]}'`,
  ].join("\n");
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { Gauge } from "lucide-react";
import { CreateLink } from "@/components/shell/create-link";
import { useEnvironment } from "@/components/shell/environment-provider";
import { ListPager, useListPage } from "@/components/shell/list-pager";
import { useBaseUrl } from "@/components/shell/use-base-url";
import { useUrlSearch } from "@/components/shell/use-url-search";
import { useWriteRefusal } from "@/components/shell/use-write-refusal";
import { CodeBlock } from "@/components/ui/code-block";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState, FilteredEmpty } from "@/components/ui/empty-state";
import { metersQuery } from "@/lib/client/meters";
import type { Environment } from "@/lib/domain/environment";
import { count } from "@/lib/format";
import { newMeterPath } from "@/lib/paths";
import { StatusFilter, useStatus } from "../status-filter";
import { meterColumns } from "./meter-columns";
import { createMeterCurl } from "./meter-curl";

const STATUSES = [
  { value: "active", label: "Active" },
  { value: "inactive", label: "Archived" },
  { value: "all", label: "Active and archived" },
] as const;

/** What is counted in this environment, newest first. */
export function MeterList() {
  const environment = useEnvironment();
  const { change } = useUrlSearch();
  const { size, cursor } = useListPage();
  const status = useStatus(STATUSES);
  const meters = useQuery(metersQuery(environment, { status, limit: size, cursor }));
  const isEmpty = meters.data?.total === 0;
  const empty =
    status === "active" ? (
      <NoMeters environment={environment} />
    ) : (
      <FilteredEmpty things="meters" onClear={() => change({ status: null })} />
    );
  return (
    <>
      <StatusFilter options={STATUSES} value={status} />
      <DataTable
        label="Meters"
        columns={meterColumns(environment)}
        rows={meters.data?.data}
        rowId={({ id }) => id}
        pending={meters.isPending}
        error={meters.error}
        errorTitle="The meters could not be loaded."
        onRetry={() => void meters.refetch()}
        empty={empty}
      />
      {isEmpty ? null : (
        <ListPager nextCursor={meters.data?.nextCursor}>
          {meters.data ? count(meters.data.total, "meter") : null}
        </ListPager>
      )}
    </>
  );
}

function NoMeters({ environment }: { environment: Environment }) {
  const apiUrl = useBaseUrl();
  return (
    <EmptyState
      icon={Gauge}
      title={`No active meters in ${environment}.`}
      action={
        <CreateLink href={newMeterPath(environment)} refusal={useWriteRefusal("meters")} variant="secondary">
          Create meter
        </CreateLink>
      }
    >
      {apiUrl ? <CodeBlock thing="curl command" code={createMeterCurl(apiUrl, environment)} /> : null}
    </EmptyState>
  );
}

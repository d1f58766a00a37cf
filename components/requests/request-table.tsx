"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowUp, Waypoints } from "lucide-react";
import { useRef } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { ListPager, useListPage } from "@/components/shell/list-pager";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState, FilteredEmpty } from "@/components/ui/empty-state";
import { useReading } from "@/components/ui/use-reading";
import { requestsQuery } from "@/lib/client/requests";
import { count } from "@/lib/format";
import { requestColumns } from "./request-columns";
import { RequestsCurl } from "./requests-curl";
import { requestRowId, useLiveRequests } from "./use-live-requests";
import { useRequestFilters } from "./use-request-filters";

/** The log itself. Live, it stands still under the pointer and while it has the focus. */
export function RequestTable() {
  const environment = useEnvironment();
  const { filters, isFiltered, isLive, clear } = useRequestFilters();
  const { size, cursor } = useListPage();
  const page = useQuery(requestsQuery(environment, filters, { limit: size, cursor }));
  const place = useRef<HTMLDivElement>(null);
  const { isReading, leave } = useReading(place);
  const isOn = isLive && cursor === undefined;
  const live = useLiveRequests({
    isOn,
    filters,
    rows: page.isPlaceholderData ? undefined : page.data?.data,
    isHeld: isReading,
  });
  const empty = isFiltered ? (
    <FilteredEmpty things="requests" onClear={clear} />
  ) : (
    <EmptyState icon={Waypoints} title={`No requests in ${environment} yet.`}>
      <RequestsCurl />
    </EmptyState>
  );
  const resume = () => {
    live.release();
    leave();
  };
  return (
    <div className="grid min-w-0 gap-3">
      {isOn ? <LiveLine isHeld={isReading} waiting={live.waiting} onResume={resume} /> : null}
      <div ref={place} className="min-w-0">
        <DataTable
          label="Requests"
          columns={requestColumns(environment, true)}
          rows={live.rows ?? page.data?.data}
          rowId={requestRowId}
          pending={page.isPending}
          error={page.error ?? live.error}
          errorTitle="The requests could not be loaded."
          onRetry={() => void page.refetch()}
          empty={empty}
        />
      </div>
      <ListPager nextCursor={page.data?.nextCursor}>{page.data ? count(page.data.total, "request") : null}</ListPager>
    </div>
  );
}

type LiveLineProps = { isHeld: boolean; waiting: number; onResume: () => void };

/** As high with a button as without: the table must not move away from under the pointer that holds it. */
function LiveLine({ isHeld, waiting, onResume }: LiveLineProps) {
  return (
    <div className="flex min-h-10 items-center gap-3 text-muted md:min-h-8">
      {isHeld ? "Paused while you read." : "New requests appear by themselves."}
      {waiting > 0 ? (
        <Button icon={ArrowUp} onClick={onResume}>
          {waiting} new
        </Button>
      ) : null}
    </div>
  );
}

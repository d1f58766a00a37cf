"use client";

import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { ListPager, useListPage } from "@/components/shell/list-pager";
import { DataTable } from "@/components/ui/data-table";
import { FilteredEmpty } from "@/components/ui/empty-state";
import { type UsageEventJson, type UsageSpan, usageEventsQuery } from "@/lib/client/usage";
import { count } from "@/lib/format";
import { useCustomerNames } from "../../customer-name";
import { spanOf, type UsageRange } from "../usage-range";
import { eventColumns } from "./event-columns";
import { EventDetail } from "./event-detail";
import { EventFilterBar } from "./event-filter-bar";
import { useEventFilters } from "./use-event-filters";
import { useOpenRows } from "./use-open-rows";

const LIVE_MS = 3_000;

/** Events that count, latest first. While one of them is open nothing moves. */
export function EventsPanel() {
  const environment = useEnvironment();
  const { filters, range, isFiltered, isLive, clear } = useEventFilters();
  const { size, cursor } = useListPage();
  const rows = useOpenRows();
  const span = useSpan(range, cursor);
  const events = useQuery({
    ...usageEventsQuery(environment, filters, JSON.stringify(range), span, { limit: size, cursor }),
    refetchInterval: isLive && cursor === undefined && !rows.isAnyOpen ? LIVE_MS : false,
  });
  const names = useCustomerNames(events.data?.data.flatMap(({ customerId }) => (customerId ? { customerId } : [])));
  const total = events.data && Number(events.data.total);
  return (
    <>
      <EventFilterBar />
      <DataTable
        label="Events"
        columns={eventColumns(environment, names)}
        rows={events.data?.data}
        rowId={idOf}
        pending={events.isPending}
        error={events.error}
        errorTitle="The events could not be loaded. They are accepted all the same."
        onRetry={() => void events.refetch()}
        rowMenu={(event) => rows.button(idOf(event), `Details of ${event.eventName} ${event.idempotencyKey}`)}
        rowDetail={(event) =>
          rows.isOpen(idOf(event)) ? <EventDetail event={event} environment={environment} /> : null
        }
        empty={<FilteredEmpty things="events" onClear={clear} />}
      />
      {total === 0 && !isFiltered ? null : (
        <ListPager nextCursor={events.data?.nextCursor}>{total === undefined ? null : count(total, "event")}</ListPager>
      )}
    </>
  );
}

/** The range as it was at the first page: the pages after it belong to that, also when an hour or a day has ended since. */
function useSpan(range: UsageRange | null, cursor: string | undefined): () => UsageSpan {
  const first = useRef<UsageSpan | null>(null);
  return () => {
    if (cursor === undefined || !first.current) first.current = range ? spanOf(range, new Date()) : {};
    return first.current;
  };
}

const idOf = ({ idempotencyKey }: UsageEventJson): string => idempotencyKey;

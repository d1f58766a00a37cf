"use client";

import { useQuery } from "@tanstack/react-query";
import { ChartColumn } from "lucide-react";
import { SampleDataOffer } from "@/components/shell/add-sample-data";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useUrlSearch } from "@/components/shell/use-url-search";
import { EmptyState } from "@/components/ui/empty-state";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { TabGroup } from "@/components/ui/tabs";
import { usageFacetsQuery } from "@/lib/client/usage";
import { BacklogNotice } from "./backlog-notice";
import { EventsPanel } from "./events/events-panel";
import { RejectedPanel } from "./events/rejected-panel";
import { SendEventCurl } from "./usage-curl";
import { UsagePanel } from "./usage-panel";

const LOOK_FOR_FIRST_MS = 3_000;

const TABS = [
  { value: "chart", label: "Chart", panel: <UsagePanel /> },
  { value: "events", label: "Events", panel: <EventsPanel /> },
  { value: "rejected", label: "Rejected", panel: <RejectedPanel /> },
] as const;

/** What customers used: over time, event by event, and what could not be read. */
export function UsagePage() {
  const environment = useEnvironment();
  const { search, change } = useUrlSearch();
  const current = TABS.find(({ value }) => value === search.get("tab")) ?? TABS[0];
  const facets = useQuery({
    ...usageFacetsQuery(environment),
    // Whoever sends the first event waits for it here.
    refetchInterval: ({ state }) => (state.data?.eventNames.length === 0 ? LOOK_FOR_FIRST_MS : false),
  });
  const isEmpty = facets.data?.eventNames.length === 0 && current.value !== "rejected";
  // Tabs report one click twice: on press and on focus. Filters of one list mean other things in the next.
  const show = (tab: string) => {
    if (tab !== current.value) change({ tab: tab === TABS[0].value ? null : tab, request: null, key: null });
  };
  return (
    <PageBody>
      <PageHeader title="Usage" breadcrumb={[{ label: "Watch" }]}>
        What customers of {environment} used, counted from their events. Days and months are those of UTC.
      </PageHeader>
      <BacklogNotice />
      <TabGroup
        label="Usage"
        value={current.value}
        onChange={show}
        tabs={TABS.map(({ value, label, panel }) => ({
          value,
          label,
          content: <div className="grid min-w-0 gap-4">{isEmpty ? <NoUsage /> : panel}</div>,
        }))}
      />
    </PageBody>
  );
}

function NoUsage() {
  const environment = useEnvironment();
  return (
    <div className="rounded-lg border bg-surface">
      <EmptyState
        icon={ChartColumn}
        title={`No usage in ${environment} yet. It comes with the first event.`}
        action={<SampleDataOffer />}
      >
        <SendEventCurl />
      </EmptyState>
    </div>
  );
}

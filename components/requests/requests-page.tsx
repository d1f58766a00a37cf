"use client";

import { useEnvironment } from "@/components/shell/environment-provider";
import { useListPage } from "@/components/shell/list-pager";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { SwitchField } from "@/components/ui/switch";
import { ExplainRequest } from "./explain-request";
import { RequestFilterBar } from "./request-filter-bar";
import { RequestTable } from "./request-table";
import { useRequestFilters } from "./use-request-filters";

/** Every request with a key of this environment. */
export function RequestsPage() {
  const environment = useEnvironment();
  const { isLive, change } = useRequestFilters();
  const { cursor } = useListPage();
  return (
    <PageBody>
      <PageHeader
        title="Requests"
        breadcrumb={[{ label: "Watch" }]}
        actions={
          <>
            {/* Of an older page nothing is new: turning it on leads back to the newest. */}
            <SwitchField label="Live" checked={isLive && cursor === undefined} onChange={(live) => change({ live })} />
            <ExplainRequest />
          </>
        }
      >
        Every request with a {environment} key, kept for 90 days. No bodies and no query values are kept.
      </PageHeader>
      <RequestFilterBar />
      <RequestTable />
    </PageBody>
  );
}

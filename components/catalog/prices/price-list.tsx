"use client";

import { useQuery } from "@tanstack/react-query";
import { Tag } from "lucide-react";
import { CreateLink } from "@/components/shell/create-link";
import { useEnvironment } from "@/components/shell/environment-provider";
import { ListPager, useListPage } from "@/components/shell/list-pager";
import { useBaseUrl } from "@/components/shell/use-base-url";
import { useWriteRefusal } from "@/components/shell/use-write-refusal";
import { CodeBlock } from "@/components/ui/code-block";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { pricingListQuery } from "@/lib/client/pricing";
import type { Environment } from "@/lib/domain/environment";
import { count } from "@/lib/format";
import { newPricePath } from "@/lib/paths";
import { priceColumns } from "./price-columns";
import { createPriceCurl } from "./price-curl";

/** What may be put into plans, newest first. */
export function PriceList() {
  const environment = useEnvironment();
  const { size, cursor } = useListPage();
  const prices = useQuery(pricingListQuery(environment, { limit: size, cursor }));
  return (
    <>
      <DataTable
        label="Prices"
        columns={priceColumns(environment)}
        rows={prices.data?.data}
        rowId={({ id }) => id}
        pending={prices.isPending}
        error={prices.error}
        errorTitle="The prices could not be loaded."
        onRetry={() => void prices.refetch()}
        empty={<NoPrices environment={environment} />}
      />
      {prices.data?.total === 0 ? null : (
        <ListPager nextCursor={prices.data?.nextCursor}>
          {prices.data ? count(prices.data.total, "price") : null}
        </ListPager>
      )}
    </>
  );
}

function NoPrices({ environment }: { environment: Environment }) {
  const apiUrl = useBaseUrl();
  return (
    <EmptyState
      icon={Tag}
      title={`No prices in ${environment} yet.`}
      action={
        <CreateLink href={newPricePath(environment)} refusal={useWriteRefusal("prices")} variant="secondary">
          Create price
        </CreateLink>
      }
    >
      {apiUrl ? <CodeBlock thing="curl command" code={createPriceCurl(apiUrl, environment)} /> : null}
    </EmptyState>
  );
}

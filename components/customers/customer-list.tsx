"use client";

import { useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { SampleDataOffer } from "@/components/shell/add-sample-data";
import { CreateLink } from "@/components/shell/create-link";
import { useEnvironment } from "@/components/shell/environment-provider";
import { ListPager, useListPage } from "@/components/shell/list-pager";
import { ListSearch } from "@/components/shell/list-search";
import { useBaseUrl } from "@/components/shell/use-base-url";
import { useUrlSearch } from "@/components/shell/use-url-search";
import { useWriteRefusal } from "@/components/shell/use-write-refusal";
import { CodeBlock } from "@/components/ui/code-block";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState, FilteredEmpty } from "@/components/ui/empty-state";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { customersQuery } from "@/lib/client/customers";
import type { Environment } from "@/lib/domain/environment";
import { count } from "@/lib/format";
import { newCustomerPath } from "@/lib/paths";
import { customerColumns } from "./customer-columns";
import { createCustomerCurl } from "./customer-curl";
import { useCustomerFigures } from "./use-customer-figures";

/** Who is billed in this environment, newest first. */
export function CustomerList() {
  const environment = useEnvironment();
  const { search, change } = useUrlSearch();
  const { size, cursor } = useListPage();
  const q = search.get("q") || undefined;
  const customers = useQuery(customersQuery(environment, { search: q, limit: size, cursor }));
  const figures = useCustomerFigures(environment, customers.data?.data);
  const isEmpty = !q && customers.data?.total === 0;
  const empty = isEmpty ? (
    <NoCustomers environment={environment} />
  ) : (
    <FilteredEmpty things="customers" onClear={() => change({ q: null })} />
  );
  return (
    <PageBody>
      <PageHeader
        title="Customers"
        breadcrumb={[{ label: "Billing" }]}
        actions={isEmpty ? null : <CreateCustomerLink environment={environment} />}
      />
      {isEmpty ? null : <ListSearch label="Search name or external id" />}
      <DataTable
        label="Customers"
        columns={customerColumns(environment, figures)}
        rows={customers.data?.data}
        rowId={(customer) => customer.id}
        pending={customers.isPending}
        error={customers.error}
        errorTitle="The customers could not be loaded."
        onRetry={() => void customers.refetch()}
        empty={empty}
      />
      {isEmpty ? null : (
        <ListPager nextCursor={customers.data?.nextCursor}>
          {customers.data ? count(customers.data.total, "customer") : null}
        </ListPager>
      )}
    </PageBody>
  );
}

function NoCustomers({ environment }: { environment: Environment }) {
  const apiUrl = useBaseUrl();
  return (
    <EmptyState
      icon={Users}
      title={`No customers in ${environment} yet.`}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          <CreateCustomerLink environment={environment} />
          <SampleDataOffer />
        </div>
      }
    >
      {apiUrl ? <CodeBlock thing="curl command" code={createCustomerCurl(apiUrl, environment)} /> : null}
    </EmptyState>
  );
}

function CreateCustomerLink({ environment }: { environment: Environment }) {
  return (
    <CreateLink href={newCustomerPath(environment)} refusal={useWriteRefusal("customers")}>
      Create customer
    </CreateLink>
  );
}

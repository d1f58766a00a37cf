"use client";

import { useQuery } from "@tanstack/react-query";
import { FilePenLine } from "lucide-react";
import { CreateLink } from "@/components/shell/create-link";
import { useEnvironment } from "@/components/shell/environment-provider";
import { ListPager, useListPage } from "@/components/shell/list-pager";
import { useBaseUrl } from "@/components/shell/use-base-url";
import { useUrlSearch } from "@/components/shell/use-url-search";
import { useWriteRefusal } from "@/components/shell/use-write-refusal";
import { CodeBlock } from "@/components/ui/code-block";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState, FilteredEmpty } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { SelectField } from "@/components/ui/select";
import { contractsQuery } from "@/lib/client/contracts";
import type { Environment } from "@/lib/domain/environment";
import { count } from "@/lib/format";
import { newContractPath } from "@/lib/paths";
import { useCustomerNames } from "../customer-name";
import { CustomerPicker } from "../customer-picker";
import { contractColumns } from "./contract-columns";
import { createContractCurl } from "./contract-curl";

const STATUSES = [
  { value: "", label: "Any" },
  { value: "active", label: "Active" },
  { value: "ended", label: "Ended or cancelled" },
] as const;
const IS_ACTIVE = { active: "true", ended: "false" } as const;

/** Which customer is on which plan, newest first. */
export function ContractList() {
  const environment = useEnvironment();
  const { size, cursor } = useListPage();
  const { status, customerId, isFiltered, clear } = useContractFilters();
  const filters = { customerId, isActive: status && IS_ACTIVE[status], limit: size, cursor };
  const contracts = useQuery(contractsQuery(environment, filters));
  const names = useCustomerNames(contracts.data?.data);
  const isEmpty = !isFiltered && contracts.data?.total === 0;
  return (
    <PageBody>
      <PageHeader
        title="Contracts"
        breadcrumb={[{ label: "Billing" }]}
        actions={isEmpty ? null : <CreateContractLink environment={environment} customerId={customerId} />}
      />
      {isEmpty ? null : <ContractFilterBar />}
      <DataTable
        label="Contracts"
        columns={contractColumns(environment, names)}
        rows={contracts.data?.data}
        rowId={({ id }) => id}
        pending={contracts.isPending}
        error={contracts.error}
        errorTitle="The contracts could not be loaded."
        onRetry={() => void contracts.refetch()}
        empty={
          isEmpty ? <NoContracts environment={environment} /> : <FilteredEmpty things="contracts" onClear={clear} />
        }
      />
      {isEmpty ? null : (
        <ListPager nextCursor={contracts.data?.nextCursor}>
          {contracts.data ? count(contracts.data.total, "contract") : null}
        </ListPager>
      )}
    </PageBody>
  );
}

function ContractFilterBar() {
  const { change } = useUrlSearch();
  const { status, customerId, isFiltered, clear } = useContractFilters();
  return (
    <FilterBar isFiltered={isFiltered} onClear={clear}>
      <div className="grid gap-2 max-md:col-span-2 md:contents">
        <SelectField
          label="Status"
          name="status"
          value={status ?? ""}
          onChange={(event) => change({ status: event.target.value })}
          options={STATUSES}
          className="md:w-44"
        />
        <CustomerPicker
          name="customer"
          customerId={customerId ?? null}
          onChoose={(customer) => change({ customer })}
          changeVerb="Clear"
          className="md:w-72"
        />
      </div>
    </FilterBar>
  );
}

function useContractFilters() {
  const { search, change } = useUrlSearch();
  const written = search.get("status");
  const status: keyof typeof IS_ACTIVE | undefined = written === "active" || written === "ended" ? written : undefined;
  const customerId = search.get("customer") || undefined;
  const clear = () => change({ status: null, customer: null });
  return { status, customerId, isFiltered: Boolean(status ?? customerId), clear };
}

function NoContracts({ environment }: { environment: Environment }) {
  const apiUrl = useBaseUrl();
  return (
    <EmptyState
      icon={FilePenLine}
      title={`No contracts in ${environment} yet.`}
      action={<CreateContractLink environment={environment} />}
    >
      {apiUrl ? <CodeBlock thing="curl command" code={createContractCurl(apiUrl, environment)} /> : null}
    </EmptyState>
  );
}

function CreateContractLink({ environment, customerId }: { environment: Environment; customerId?: string }) {
  return (
    <CreateLink href={newContractPath(environment, { customer: customerId })} refusal={useWriteRefusal("contracts")}>
      Create contract
    </CreateLink>
  );
}

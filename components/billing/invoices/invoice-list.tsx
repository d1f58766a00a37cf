"use client";

import { useQuery } from "@tanstack/react-query";
import { ReceiptText } from "lucide-react";
import Link from "next/link";
import { SampleDataOffer } from "@/components/shell/add-sample-data";
import { useEnvironment } from "@/components/shell/environment-provider";
import { ListPager, useListPage } from "@/components/shell/list-pager";
import { buttonClass } from "@/components/ui/button-class";
import { useNow } from "@/components/ui/clock";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState, FilteredEmpty } from "@/components/ui/empty-state";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { invoicesQuery } from "@/lib/client/invoices";
import { count } from "@/lib/format";
import { contractsPath } from "@/lib/paths";
import { useCustomerNames } from "../customer-name";
import { invoiceColumns } from "./invoice-columns";
import { InvoiceFilterBar, useInvoiceFilters } from "./invoice-filters";

/** What customers were and will be billed, newest first. */
export function InvoiceList() {
  const environment = useEnvironment();
  const { size, cursor } = useListPage();
  const { filters, isFiltered, clear } = useInvoiceFilters();
  const invoices = useQuery(invoicesQuery(environment, { ...filters, limit: size, cursor }));
  const names = useCustomerNames(invoices.data?.data);
  const now = useNow();
  const total = invoices.data && Number(invoices.data.total);
  const isEmpty = !isFiltered && total === 0;
  return (
    <PageBody>
      <PageHeader title="Invoices" breadcrumb={[{ label: "Billing" }]} />
      {isEmpty ? null : <InvoiceFilterBar />}
      <DataTable
        label="Invoices"
        columns={invoiceColumns(environment, names, now)}
        rows={invoices.data?.data}
        rowId={({ id }) => id}
        pending={invoices.isPending}
        error={invoices.error}
        errorTitle="The invoices could not be loaded."
        onRetry={() => void invoices.refetch()}
        empty={
          isEmpty ? (
            <EmptyState
              icon={ReceiptText}
              title={`No invoices in ${environment} yet. They come from contracts, one for each period.`}
              action={
                <div className="flex flex-wrap justify-center gap-2">
                  <Link href={contractsPath(environment)} className={buttonClass("secondary")}>
                    Go to contracts
                  </Link>
                  <SampleDataOffer />
                </div>
              }
            />
          ) : (
            <FilteredEmpty things="invoices" onClear={clear} />
          )
        }
      />
      {isEmpty ? null : (
        <ListPager nextCursor={invoices.data?.nextCursor}>
          {total === undefined ? null : count(total, "invoice")}
        </ListPager>
      )}
    </PageBody>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { FilePenLine, ReceiptText } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useId } from "react";
import { CreateLink } from "@/components/shell/create-link";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useWriteRefusal } from "@/components/shell/use-write-refusal";
import { useNow } from "@/components/ui/clock";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { contractsQuery } from "@/lib/client/contracts";
import { invoicesQuery } from "@/lib/client/invoices";
import { contractsPath, invoicesPath, newContractPath } from "@/lib/paths";
import { ownContractColumns } from "./contracts/contract-columns";
import { ownInvoiceColumns } from "./invoices/invoice-columns";

const SHOWN = 10;

/** A customer's newest contracts and invoices, on the customer's page. */
export function CustomerBilling({ customerId }: { customerId: string }) {
  return (
    <>
      <Contracts customerId={customerId} />
      <Invoices customerId={customerId} />
    </>
  );
}

function Contracts({ customerId }: { customerId: string }) {
  const environment = useEnvironment();
  const refusal = useWriteRefusal("contracts");
  const contracts = useQuery(contractsQuery(environment, { customerId, limit: SHOWN }));
  const create = (
    <CreateLink href={newContractPath(environment, { customer: customerId })} refusal={refusal} variant="secondary">
      Create contract
    </CreateLink>
  );
  const isEmpty = contracts.data?.data.length === 0;
  return (
    <Section
      title="Contracts"
      action={isEmpty ? null : create}
      all={contracts.data?.hasMore ? contractsPath(environment, { customer: customerId }) : null}
      total={contracts.data?.total}
    >
      <DataTable
        label="Contracts"
        columns={ownContractColumns(environment)}
        rows={contracts.data?.data}
        rowId={({ id }) => id}
        pending={contracts.isPending}
        error={contracts.error}
        errorTitle="The contracts could not be loaded."
        onRetry={() => void contracts.refetch()}
        empty={<EmptyState icon={FilePenLine} title="This customer has no contract." action={create} />}
      />
    </Section>
  );
}

function Invoices({ customerId }: { customerId: string }) {
  const environment = useEnvironment();
  const now = useNow();
  const invoices = useQuery(invoicesQuery(environment, { customerId, limit: SHOWN }));
  return (
    <Section
      title="Invoices"
      all={invoices.data?.hasMore ? invoicesPath(environment, { customer: customerId }) : null}
      total={invoices.data && Number(invoices.data.total)}
    >
      <DataTable
        label="Invoices"
        columns={ownInvoiceColumns(environment, now)}
        rows={invoices.data?.data}
        rowId={({ id }) => id}
        pending={invoices.isPending}
        error={invoices.error}
        errorTitle="The invoices could not be loaded."
        onRetry={() => void invoices.refetch()}
        empty={<EmptyState icon={ReceiptText} title="This customer has no invoice. They come from contracts." />}
      />
    </Section>
  );
}

type SectionProps = {
  title: string;
  action?: ReactNode;
  /** The whole list, where this is a part of it. */
  all: string | null;
  total: number | undefined;
  children: ReactNode;
};

function Section({ title, action, all, total, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id={id} className="text-lg">
          {title}
        </h2>
        {action}
      </div>
      {children}
      {all ? (
        <Link href={all} className="justify-self-start rounded-sm text-accent-text hover:underline">
          All {total} {title.toLowerCase()} of this customer
        </Link>
      ) : null}
    </section>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { UserX } from "lucide-react";
import Link from "next/link";
import { useDocumentTitle } from "@/components/shell/document-title";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useBaseUrl } from "@/components/shell/use-base-url";
import { EnvironmentBadge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorNotice } from "@/components/ui/error-region";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import type { CustomerJson } from "@/lib/api/schemas/customers";
import { ApiError } from "@/lib/client/api-error";
import { customerQuery } from "@/lib/client/customers";
import { customersPath } from "@/lib/paths";
import { CustomerAddress } from "./customer-address";
import { CustomerContacts } from "./customer-contacts";
import { readCustomerCurl } from "./customer-curl";
import { CustomerDetails } from "./customer-details";
import { CustomerSkeleton } from "./customer-skeleton";

/** One customer: what is known, each part editable in its place. */
export function CustomerPage({ customerId }: { customerId: string }) {
  const environment = useEnvironment();
  const customer = useQuery(customerQuery(environment, customerId));
  if (customer.data) return <Found customer={customer.data} />;
  if (customer.isPending) return <CustomerSkeleton />;
  const isMissing = customer.error instanceof ApiError && customer.error.status === 404;
  return (
    <PageBody>
      <PageHeader title="Customer" breadcrumb={crumbs(customersPath(environment))} />
      {isMissing ? (
        <div className="rounded-lg border bg-surface">
          <EmptyState
            icon={UserX}
            title={`This customer does not exist in ${environment}.`}
            action={
              <Link href={customersPath(environment)} className={buttonClass("secondary")}>
                Back to customers
              </Link>
            }
          />
        </div>
      ) : (
        <ErrorNotice
          error={customer.error}
          title="The customer could not be loaded."
          onRetry={() => void customer.refetch()}
        />
      )}
    </PageBody>
  );
}

const crumbs = (list: string) => [{ label: "Billing" }, { label: "Customers", href: list }];

function Found({ customer }: { customer: CustomerJson }) {
  const environment = useEnvironment();
  const apiUrl = useBaseUrl();
  useDocumentTitle(customer.name, "Customers");
  return (
    <PageBody>
      <PageHeader
        title={customer.name}
        breadcrumb={crumbs(customersPath(environment))}
        badges={<EnvironmentBadge environment={environment} />}
      />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <CustomerDetails customer={customer} />
        <CustomerContacts customer={customer} />
        <CustomerAddress customer={customer} />
        <Card title="In the API" description="What your own code reads of this customer.">
          {apiUrl ? <CodeBlock thing="curl command" code={readCustomerCurl(apiUrl, environment, customer.id)} /> : null}
        </Card>
      </div>
    </PageBody>
  );
}

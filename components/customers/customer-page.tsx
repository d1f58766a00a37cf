"use client";

import { useQuery } from "@tanstack/react-query";
import { UserX } from "lucide-react";
import type { ReactNode } from "react";
import { useDocumentTitle } from "@/components/shell/document-title";
import { useEnvironment } from "@/components/shell/environment-provider";
import { OneThing } from "@/components/shell/one-thing";
import { useBaseUrl } from "@/components/shell/use-base-url";
import { EnvironmentBadge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import type { CustomerJson } from "@/lib/api/schemas/customers";
import { customerQuery } from "@/lib/client/customers";
import { customersPath } from "@/lib/paths";
import { CustomerAddress } from "./customer-address";
import { CustomerContacts } from "./customer-contacts";
import { readCustomerCurl } from "./customer-curl";
import { CustomerDetails } from "./customer-details";

type CustomerPageProps = {
  customerId: string;
  /** What else belongs to this customer: shown once it is known that there is one. */
  children?: ReactNode;
};

/** One customer: what is known, each part editable in its place. */
export function CustomerPage({ customerId, children }: CustomerPageProps) {
  const environment = useEnvironment();
  const list = customersPath(environment);
  return (
    <OneThing
      query={useQuery(customerQuery(environment, customerId))}
      noun="Customer"
      icon={UserX}
      breadcrumb={crumbs(list)}
      list={{ label: "Customers", href: list }}
    >
      {(customer) => <Found customer={customer}>{children}</Found>}
    </OneThing>
  );
}

const crumbs = (list: string) => [{ label: "Billing" }, { label: "Customers", href: list }];

function Found({ customer, children }: { customer: CustomerJson; children: ReactNode }) {
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
      {children}
    </PageBody>
  );
}

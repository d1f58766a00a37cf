"use client";

import { useQuery } from "@tanstack/react-query";
import { FileX } from "lucide-react";
import { useDocumentTitle } from "@/components/shell/document-title";
import { useEnvironment } from "@/components/shell/environment-provider";
import { OneThing } from "@/components/shell/one-thing";
import { useBaseUrl } from "@/components/shell/use-base-url";
import { EnvironmentBadge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import type { ContractJson } from "@/lib/api/schemas/contracts";
import { contractPlanQuery } from "@/lib/client/contract-plan";
import { contractQuery } from "@/lib/client/contracts";
import { customerQuery } from "@/lib/client/customers";
import { contractsPath } from "@/lib/paths";
import { ContractUsage } from "../usage/usage-section";
import { CancelContract } from "./cancel-contract";
import { readContractCurl } from "./contract-curl";
import { ContractFacts } from "./contract-facts";
import { ContractMetadata } from "./contract-metadata";
import { ContractPrices } from "./contract-prices";
import { ContractStatus } from "./contract-status";
import { ContractTimeline } from "./contract-timeline";
import { ContractCredits } from "./credits/contract-credits";

/** One contract: what was agreed, its periods with their invoices, and its credits. */
export function ContractPage({ contractId }: { contractId: string }) {
  const environment = useEnvironment();
  const list = contractsPath(environment);
  return (
    <OneThing
      query={useQuery(contractQuery(environment, contractId))}
      noun="Contract"
      icon={FileX}
      breadcrumb={crumbs(list)}
      list={{ label: "Contracts", href: list }}
    >
      {(contract) => <Found contract={contract} />}
    </OneThing>
  );
}

const crumbs = (list: string) => [{ label: "Billing" }, { label: "Contracts", href: list }];

function Found({ contract }: { contract: ContractJson }) {
  const environment = useEnvironment();
  const apiUrl = useBaseUrl();
  const customer = useQuery(customerQuery(environment, contract.customerId));
  const plan = useQuery(contractPlanQuery(environment, contract.planId));
  const title = customer.data ? `${contract.name} for ${customer.data.name}` : contract.name;
  useDocumentTitle(title, "Contracts");
  return (
    <PageBody>
      <PageHeader
        title={title}
        breadcrumb={crumbs(contractsPath(environment))}
        badges={
          <>
            <ContractStatus contract={contract} />
            <EnvironmentBadge environment={environment} />
          </>
        }
        actions={<CancelContract contract={contract} customerName={customer.data?.name} />}
      />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <ContractFacts contract={contract} customerName={customer.data?.name} plan={plan.data} />
        <ContractPrices contract={contract} plan={plan} />
      </div>
      <ContractUsage contractId={contract.id} />
      <ContractTimeline contract={contract} billingInterval={plan.data?.billingInterval} />
      <ContractCredits contract={contract} />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <ContractMetadata contract={contract} />
        <Card title="In the API" description="What your own code reads of this contract.">
          {apiUrl ? <CodeBlock thing="curl command" code={readContractCurl(apiUrl, environment, contract.id)} /> : null}
        </Card>
      </div>
    </PageBody>
  );
}

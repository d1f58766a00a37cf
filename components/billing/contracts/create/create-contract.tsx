"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { CreateForm } from "@/components/shell/create-form";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useUnsavedChanges } from "@/components/shell/unsaved-changes";
import { useIdempotencyKey } from "@/components/shell/use-idempotency-key";
import { useUrlSearch } from "@/components/shell/use-url-search";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { useLiveForm } from "@/components/ui/use-live-form";
import type { CreateContractBody } from "@/lib/api/schemas/contracts";
import { contractPlanQuery } from "@/lib/client/contract-plan";
import { contractsQueryKey, createContract } from "@/lib/client/contracts";
import { invoicesQueryKey } from "@/lib/client/invoices";
import { plansQueryKey } from "@/lib/client/plans";
import { contractPath, contractsPath } from "@/lib/paths";
import { ContractFields } from "./contract-fields";
import { contractForm, draftOf } from "./contract-form";
import { ContractSummary } from "./contract-summary";

/** A customer on a plan from a day on. The summary says what that means before it is made. */
export function CreateContract() {
  const environment = useEnvironment();
  const { search } = useUrlSearch();
  const [customerId, setCustomerId] = useState(search.get("customer") || null);
  const [planId, setPlanId] = useState(search.get("plan") || null);
  const plan = useQuery({ ...contractPlanQuery(environment, planId ?? ""), enabled: planId !== null });
  const [dirty, setDirty] = useState(false);
  useUnsavedChanges(dirty);
  const { form, values, read } = useLiveForm();
  const create = useCreate(() => setDirty(false));
  const touch = () => {
    setDirty(true);
    read();
  };
  // The choice changes which fields there are.
  useEffect(() => {
    if (customerId !== null || planId !== null) read();
  }, [customerId, planId, read]);
  const list = contractsPath(environment);
  return (
    <PageBody>
      <PageHeader
        title={`Create ${environment} contract`}
        breadcrumb={[{ label: "Billing" }, { label: "Contracts", href: list }]}
      />
      <CreateForm
        form={form}
        noun="contract"
        things="contracts"
        schema={contractForm(plan.data, new Date())}
        submit={async (body) => void (await create.mutateAsync(body))}
        onInput={touch}
        list={list}
        summary={<ContractSummary plan={plan.data} draft={draftOf(values)} />}
      >
        <ContractFields
          customerId={customerId}
          onCustomer={(id) => {
            setCustomerId(id);
            setDirty(true);
          }}
          planId={planId}
          onPlan={(id) => {
            setPlanId(id);
            setDirty(true);
          }}
          plan={plan}
          onChange={touch}
        />
      </CreateForm>
    </PageBody>
  );
}

function useCreate(onDone: () => void) {
  const environment = useEnvironment();
  const router = useRouter();
  const queryClient = useQueryClient();
  const keyFor = useIdempotencyKey();
  return useMutation({
    mutationFn: (body: CreateContractBody) => createContract(environment, body, keyFor(body)),
    onSuccess: async ({ id }) => {
      onDone();
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: contractsQueryKey(environment) }),
        queryClient.invalidateQueries({ queryKey: invoicesQueryKey(environment) }),
        // Its first contract fixes a plan for good.
        queryClient.invalidateQueries({ queryKey: plansQueryKey(environment) }),
      ]);
      router.push(contractPath(environment, id));
    },
  });
}

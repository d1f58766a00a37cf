"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useUnsavedChanges } from "@/components/shell/unsaved-changes";
import { useIdempotencyKey } from "@/components/shell/use-idempotency-key";
import { useWriteRefusal } from "@/components/shell/use-write-refusal";
import { EnvironmentBadge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { Form, FormFailure, SubmitButton } from "@/components/ui/form";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import type { CreateCustomerBody } from "@/lib/api/schemas/customers";
import { createCustomer, customersQueryKey } from "@/lib/client/customers";
import { customerPath, customersPath } from "@/lib/paths";
import { AddressFields } from "./address-fields";
import { ContactsFields } from "./contacts-fields";
import { customerForm } from "./customer-form";
import { DetailsFields } from "./details-fields";

/** Everything a customer can have, on one page. */
export function CreateCustomer() {
  const environment = useEnvironment();
  const router = useRouter();
  const queryClient = useQueryClient();
  const refusal = useWriteRefusal("customers");
  const [dirty, setDirty] = useState(false);
  useUnsavedChanges(dirty);
  const keyFor = useIdempotencyKey();
  const create = useMutation({
    mutationFn: (body: CreateCustomerBody) => createCustomer(environment, body, keyFor(body)),
    onSuccess: async (customer) => {
      setDirty(false);
      await queryClient.invalidateQueries({ queryKey: customersQueryKey(environment) });
      router.push(customerPath(environment, customer.id));
    },
  });
  const submit = async (body: CreateCustomerBody) => void (await create.mutateAsync(body));
  const list = customersPath(environment);
  const touch = () => setDirty(true);
  return (
    <PageBody width="form">
      <PageHeader
        title={`Create ${environment} customer`}
        breadcrumb={[{ label: "Billing" }, { label: "Customers", href: list }]}
        badges={<EnvironmentBadge environment={environment} />}
      />
      <Form schema={customerForm} submit={submit} onInput={touch} className="grid gap-6">
        <Card title="Details">
          <DetailsFields />
        </Card>
        <Card title="Contacts" description="People who hear about invoices, or whom you may ask. None is needed.">
          <ContactsFields onChange={touch} />
        </Card>
        <Card title="Billing address" description="Leave it empty, or give at least the first line and the country.">
          <AddressFields />
        </Card>
        <FormFailure />
        <div className="flex flex-wrap gap-2">
          <SubmitButton busyLabel="Creating…" disabledBecause={refusal}>
            Create {environment} customer
          </SubmitButton>
          <Link href={list} className={buttonClass("secondary")}>
            Cancel
          </Link>
        </div>
      </Form>
    </PageBody>
  );
}

"use client";

import { EditableCard } from "@/components/shell/editable-card";
import { useWriteRefusal } from "@/components/shell/use-write-refusal";
import type { CustomerJson } from "@/lib/api/schemas/customers";
import { AddressFields } from "./address-fields";
import { addressForm } from "./customer-form";
import { useChangeCustomer } from "./use-change-customer";
import { countryName } from "./use-countries";

export function CustomerAddress({ customer }: { customer: CustomerJson }) {
  const refusal = useWriteRefusal("customers");
  const change = useChangeCustomer(customer.id);
  const address = customer.billingAddress;
  return (
    <EditableCard
      title="Billing address"
      refusal={refusal}
      schema={addressForm}
      save={change}
      fields={() => <AddressFields address={address} />}
    >
      {address ? (
        <address className="grid not-italic [overflow-wrap:anywhere]">
          <span>{address.address1}</span>
          {address.address2 ? <span>{address.address2}</span> : null}
          <span>{[address.postalCode, address.city, address.region].filter(Boolean).join(" ")}</span>
          <span>{countryName(address.country)}</span>
        </address>
      ) : (
        <p className="text-muted">No billing address.</p>
      )}
    </EditableCard>
  );
}

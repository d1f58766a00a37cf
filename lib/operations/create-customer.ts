import { randomUUID } from "node:crypto";
import type { Actor, AuditTarget, JsonObject } from "@/lib/domain/audit";
import type { Customer, CustomerFields } from "@/lib/domain/customer";
import type { Tenant } from "@/lib/domain/environment";
import { insertCustomer } from "@/lib/store/customers";
import type { Idempotency } from "@/lib/store/idempotent-answers";
import { sharedRecordedTransaction } from "@/lib/store/recorded-transaction";

export type CreateCustomerInput = Pick<Customer, "name"> & {
  [Field in keyof CustomerFields]?: CustomerFields[Field] | undefined;
};

export async function createCustomer(
  tenant: Tenant,
  actor: Actor,
  input: CreateCustomerInput,
  now: Date,
  idempotency: Idempotency<Customer> | null = null,
): Promise<Customer> {
  const customer: Customer = {
    id: randomUUID(),
    name: input.name,
    legalName: input.legalName ?? null,
    externalCustomerId: input.externalCustomerId ?? null,
    contacts: input.contacts ?? [],
    tags: input.tags ?? [],
    billingAddress: input.billingAddress ?? null,
    createdAt: now,
    updatedAt: now,
  };
  return sharedRecordedTransaction(
    tenant,
    actor,
    now,
    async (tx) => {
      await insertCustomer(tenant, tx, customer);
      return {
        result: customer,
        audit: [{ action: "customer.created", target: customerTarget(customer), after: customerFactsOf(customer) }],
      };
    },
    idempotency,
  );
}

export const customerTarget = (customer: Customer): AuditTarget => ({
  kind: "customer",
  id: customer.id,
  name: customer.name,
});

/** What the audit log tells of a customer. */
export function customerFactsOf(customer: Customer): JsonObject {
  return {
    name: customer.name,
    legalName: customer.legalName,
    externalCustomerId: customer.externalCustomerId,
    contacts: JSON.parse(JSON.stringify(customer.contacts)),
    tags: [...customer.tags],
    billingAddress: JSON.parse(JSON.stringify(customer.billingAddress)),
  };
}

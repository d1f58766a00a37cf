import { type Actor, differenceOf } from "@/lib/domain/audit";
import type { Customer, CustomerFields } from "@/lib/domain/customer";
import type { Tenant } from "@/lib/domain/environment";
import { lockCustomer, saveCustomer } from "@/lib/store/customers";
import { recordedTransaction } from "@/lib/store/recorded-transaction";
import { customerFactsOf, customerTarget } from "./create-customer";

export type CustomerChanges = { [Field in keyof CustomerFields]?: CustomerFields[Field] | undefined };

/** Replaces the fields that are given; a former external id stays reserved for this customer. */
export async function changeCustomer(
  tenant: Tenant,
  actor: Actor,
  customerId: string,
  changes: CustomerChanges,
  now: Date,
): Promise<Customer> {
  return recordedTransaction(tenant, actor, now, async (tx) => {
    const current = await lockCustomer(tenant, tx, customerId);
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const changed: Customer = { ...current, ...given, updatedAt: now };
    const { before, after } = differenceOf(customerFactsOf(current), customerFactsOf(changed));
    if (Object.keys(after).length === 0) return { result: current, audit: [] };
    await saveCustomer(tenant, tx, changed);
    return { result: changed, audit: [{ action: "customer.changed", target: customerTarget(changed), before, after }] };
  });
}

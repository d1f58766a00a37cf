// How the event store names customers: an event keeps the id that it came with, and a reader asks for all ids of a customer.
import type { Tenant } from "@/lib/domain/environment";
import { environmentStore } from "./connections";
import { findCustomerIdByExternalId } from "./customers";
import { CUSTOMER_MARK } from "./usage-sql";

/** Everything that the events of these customers may have in the column `customer`; an unknown id has only itself. */
export async function namesOfCustomers(
  tenant: Tenant,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = new Map(customerIds.map((id) => [id, [CUSTOMER_MARK.id + id]]));
  const { pool } = environmentStore(tenant.environment);
  const { rows } = await pool.query<{ customer_id: string; external_customer_id: string }>(
    `SELECT customer_id, external_customer_id FROM customer_external_ids
     WHERE organization_id = $1 AND customer_id = ANY ($2::uuid[])`,
    [tenant.organizationId, [...names.keys()]],
  );
  for (const row of rows) names.get(row.customer_id)?.push(CUSTOMER_MARK.externalId + row.external_customer_id);
  return names;
}

export async function namesOfCustomer(tenant: Tenant, customerId: string): Promise<readonly string[]> {
  return (await namesOfCustomers(tenant, [customerId])).get(customerId) ?? [];
}

/** The names of the customer that has or had this external id; the literal one while there is none. */
export async function namesOfExternalCustomer(tenant: Tenant, externalCustomerId: string): Promise<readonly string[]> {
  const customerId = await findCustomerIdByExternalId(tenant, externalCustomerId);
  return customerId === null ? [CUSTOMER_MARK.externalId + externalCustomerId] : namesOfCustomer(tenant, customerId);
}

/** What `@customer` groups by: of each of these names the customer's id, or what was sent while it is unknown. */
export async function shownCustomers(
  tenant: Tenant,
  names: readonly string[],
): Promise<{ readonly names: string[]; readonly shown: string[] }> {
  const { pool } = environmentStore(tenant.environment);
  const external = names.filter((name) => name.startsWith(CUSTOMER_MARK.externalId)).map((name) => name.slice(1));
  const { rows } = await pool.query<{ customer_id: string; external_customer_id: string }>(
    `SELECT customer_id, external_customer_id FROM customer_external_ids
     WHERE organization_id = $1 AND external_customer_id = ANY ($2::text[])`,
    [tenant.organizationId, external],
  );
  const known = new Map(rows.map((row) => [CUSTOMER_MARK.externalId + row.external_customer_id, row.customer_id]));
  return { names: [...names], shown: names.map((name) => known.get(name) ?? name.slice(1)) };
}

import type { BillingAddress, Contact, Customer } from "@/lib/domain/customer";
import type { Tenant } from "@/lib/domain/environment";
import { DomainError, notFound } from "@/lib/domain/errors";
import { environmentStore } from "./connections";
import { type KeysetList, listNewestFirst } from "./keyset-list";
import { likePattern, type Page, type PageQuery } from "./page";
import { type Queryable, rowOf, rowsOf, type Transaction } from "./sql";

export type CustomerFilter = {
  readonly externalCustomerId?: string | undefined;
  readonly search?: string | undefined;
  /** Only these. */
  readonly ids?: readonly string[] | undefined;
};
type CustomerRow = {
  id: string;
  name: string;
  legal_name: string | null;
  external_customer_id: string | null;
  contacts: Contact[];
  tags: string[];
  billing_address: BillingAddress | null;
  created_at: Date;
  updated_at: Date;
};

export async function getCustomer(tenant: Tenant, customerId: string): Promise<Customer> {
  return requireCustomer(tenant, environmentStore(tenant.environment).pool, customerId, "");
}

export async function hasCustomer(tenant: Tenant, on: Queryable, customerId: string): Promise<boolean> {
  const found = await rowsOf(on, "SELECT FROM customers WHERE organization_id = $1 AND id = $2", [
    tenant.organizationId,
    customerId,
  ]);
  return found.length > 0;
}

/** The customer that has or had this external id. */
export async function findCustomerIdByExternalId(tenant: Tenant, externalCustomerId: string): Promise<string | null> {
  const row = await rowOf<{ customer_id: string }>(
    environmentStore(tenant.environment).pool,
    "SELECT customer_id FROM customer_external_ids WHERE organization_id = $1 AND external_customer_id = $2",
    [tenant.organizationId, externalCustomerId],
  );
  return row?.customer_id ?? null;
}

export async function lockCustomer(tenant: Tenant, tx: Transaction, customerId: string): Promise<Customer> {
  return requireCustomer(tenant, tx, customerId, "FOR UPDATE");
}

export async function listCustomers(tenant: Tenant, filter: CustomerFilter, page: PageQuery): Promise<Page<Customer>> {
  const search = filter.search === undefined ? null : likePattern(filter.search);
  return listNewestFirst(tenant, LIST, [filter.externalCustomerId ?? null, search, filter.ids ?? null], page);
}

export async function insertCustomer(tenant: Tenant, tx: Transaction, customer: Customer): Promise<void> {
  await rowsOf(
    tx,
    `INSERT INTO customers (organization_id, id, name, legal_name, external_customer_id, contacts, tags, billing_address, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    toValues(tenant, customer),
  );
  await reserveExternalId(tenant, tx, customer);
}

export async function saveCustomer(tenant: Tenant, tx: Transaction, customer: Customer): Promise<void> {
  await rowsOf(
    tx,
    `UPDATE customers SET name = $3, legal_name = $4, external_customer_id = $5, contacts = $6, tags = $7, billing_address = $8, updated_at = $9
     WHERE organization_id = $1 AND id = $2`,
    toValues(tenant, customer).filter((_, at) => at !== 8),
  );
  await reserveExternalId(tenant, tx, customer);
}

// The primary key decides between two customers at once; an id that this customer had before is its own again.
async function reserveExternalId(tenant: Tenant, tx: Transaction, customer: Customer): Promise<void> {
  if (customer.externalCustomerId === null) return;
  const row = await rowOf<{ customer_id: string }>(
    tx,
    `INSERT INTO customer_external_ids (organization_id, external_customer_id, customer_id) VALUES ($1, $2, $3)
     ON CONFLICT (organization_id, external_customer_id) DO UPDATE SET customer_id = customer_external_ids.customer_id
     RETURNING customer_id`,
    [tenant.organizationId, customer.externalCustomerId, customer.id],
  );
  if (row?.customer_id === customer.id) return;
  const message = "externalCustomerId is already used by another customer";
  throw new DomainError("CONFLICT", message, [{ path: "externalCustomerId", message }]);
}

async function requireCustomer(
  tenant: Tenant,
  on: Queryable,
  customerId: string,
  lock: "" | "FOR UPDATE",
): Promise<Customer> {
  const row = await rowOf<CustomerRow>(
    on,
    `SELECT ${COLUMNS} FROM customers WHERE organization_id = $1 AND id = $2 ${lock}`,
    [tenant.organizationId, customerId],
  );
  if (!row) throw notFound("Customer");
  return fromRow(row);
}

const COLUMNS = "id, name, legal_name, external_customer_id, contacts, tags, billing_address, created_at, updated_at";

const LIST: KeysetList<CustomerRow, Customer> = {
  table: "customers",
  columns: COLUMNS,
  matching: `($2::text IS NULL OR external_customer_id = $2)
    AND ($3::text IS NULL OR name ILIKE $3 OR external_customer_id ILIKE $3)
    AND ($4::uuid[] IS NULL OR id = ANY ($4))`,
  fromRow,
};

function toValues(tenant: Tenant, customer: Customer): unknown[] {
  return [
    tenant.organizationId,
    customer.id,
    customer.name,
    customer.legalName,
    customer.externalCustomerId,
    JSON.stringify(customer.contacts),
    customer.tags,
    customer.billingAddress && JSON.stringify(customer.billingAddress),
    customer.createdAt,
    customer.updatedAt,
  ];
}

function fromRow(row: CustomerRow): Customer {
  return {
    id: row.id,
    name: row.name,
    legalName: row.legal_name,
    externalCustomerId: row.external_customer_id,
    contacts: row.contacts,
    tags: row.tags,
    billingAddress: row.billing_address,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

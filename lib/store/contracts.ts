import type { Contract } from "@/lib/domain/contract";
import type { Day } from "@/lib/domain/day";
import type { Tenant } from "@/lib/domain/environment";
import { notFound } from "@/lib/domain/errors";
import { environmentStore } from "./connections";
import { CONTRACT_COLUMNS, type ContractRow, contractFromRow, contractToValues, JOIN_PLAN } from "./contract-rows";
import { type KeysetList, listNewestFirst } from "./keyset-list";
import type { Page, PageQuery } from "./page";
import { type Queryable, rowOf, rowsOf, type Transaction } from "./sql";

export type ContractFilter = {
  readonly customerId?: string | undefined;
  /** The customer's current one. */
  readonly externalCustomerId?: string | undefined;
  readonly planId?: string | undefined;
  readonly isActive?: boolean | undefined;
};

export const findContract = (tenant: Tenant, contractId: string): Promise<Contract | null> =>
  selectContract(tenant, environmentStore(tenant.environment).pool, contractId, "");

export async function getContract(tenant: Tenant, contractId: string): Promise<Contract> {
  return requireContract(tenant, environmentStore(tenant.environment).pool, contractId, "");
}

/** Puts everything that happens to a contract, its credits and its drafts in order: each waits for the one before to commit. */
export async function lockContract(tenant: Tenant, tx: Transaction, contractId: string): Promise<Contract> {
  return requireContract(tenant, tx, contractId, "FOR UPDATE OF contracts");
}

/** Newest first. */
export async function listContracts(
  tenant: Tenant,
  filter: ContractFilter,
  page: PageQuery,
  today: Day,
): Promise<Page<Contract>> {
  const { customerId = null, externalCustomerId = null, planId = null, isActive = null } = filter;
  return listNewestFirst(tenant, LIST, [customerId, externalCustomerId, planId, isActive], page, [today]);
}

export async function insertContract(tenant: Tenant, tx: Transaction, contract: Contract): Promise<void> {
  await rowsOf(
    tx,
    `INSERT INTO contracts (organization_id, id, customer_id, plan_id, name, start_date, end_date, net_terms, currency, overrides,
       credit_grant_cents, credit_rate_cents, metadata, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    contractToValues(tenant, contract),
  );
}

/** Saves what of a contract can change after its creation. */
export async function saveContract(tenant: Tenant, tx: Transaction, contract: Contract): Promise<void> {
  const { id, endDate, metadata, cancellation, updatedAt } = contract;
  await rowsOf(
    tx,
    `UPDATE contracts SET end_date = $3, metadata = $4, cancelled_at = $5, cancellation_date = $6, cancelled_invoice_count = $7, updated_at = $8
     WHERE organization_id = $1 AND id = $2`,
    [
      tenant.organizationId,
      id,
      endDate,
      JSON.stringify(metadata),
      cancellation?.cancelledAt ?? null,
      cancellation?.effectiveDate ?? null,
      cancellation?.cancelledInvoiceCount ?? null,
      updatedAt,
    ],
  );
}

const LIST: KeysetList<ContractRow, Contract> = {
  table: "contracts",
  columns: CONTRACT_COLUMNS,
  join: `${JOIN_PLAN} JOIN customers ON customers.organization_id = contracts.organization_id AND customers.id = contracts.customer_id`,
  matching: `($2::uuid IS NULL OR contracts.customer_id = $2)
    AND ($3::text IS NULL OR customers.external_customer_id = $3)
    AND ($4::uuid IS NULL OR contracts.plan_id = $4)
    AND ($5::boolean IS NULL OR $5 = (contracts.cancelled_at IS NULL AND (contracts.end_date IS NULL OR contracts.end_date > $6::date)))`,
  fromRow: contractFromRow,
};

async function requireContract(
  tenant: Tenant,
  on: Queryable,
  contractId: string,
  lock: ContractLock,
): Promise<Contract> {
  const contract = await selectContract(tenant, on, contractId, lock);
  if (!contract) throw notFound("Contract");
  return contract;
}

type ContractLock = "" | "FOR UPDATE OF contracts";

async function selectContract(
  tenant: Tenant,
  on: Queryable,
  contractId: string,
  lock: ContractLock,
): Promise<Contract | null> {
  const row = await rowOf<ContractRow>(
    on,
    `SELECT ${CONTRACT_COLUMNS} FROM contracts ${JOIN_PLAN} WHERE contracts.organization_id = $1 AND contracts.id = $2 ${lock}`,
    [tenant.organizationId, contractId],
  );
  return row && contractFromRow(row);
}

import type { CreditEntry, CreditGrant } from "@/lib/domain/credit";
import type { CreditBlock } from "@/lib/domain/credit-block";
import type { Day } from "@/lib/domain/day";
import { decimal } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import { environmentStore } from "./connections";
import {
  type CreditEntryRow,
  type CreditGrantRow,
  ENTRY_COLUMNS,
  entryFromRow,
  entryToValues,
  GRANT_COLUMNS,
  grantFromRow,
  grantToValues,
  INSERT_ENTRY,
  NO_GRANT,
} from "./credit-rows";
import { type KeysetList, listNewestFirst } from "./keyset-list";
import type { Page, PageQuery } from "./page";
import { type Queryable, rowOf, rowsOf, type Transaction } from "./sql";

/** What a contract's credits are now, read at one instant. */
export type CreditState = {
  readonly blocks: readonly CreditBlock[];
  /** What open drafts of begun periods would use. */
  readonly pendingCents: bigint;
};

export async function insertCreditGrant(tenant: Tenant, tx: Transaction, grant: CreditGrant): Promise<void> {
  await rowsOf(tx, INSERT_ENTRY, grantToValues(tenant, grant));
}

/** Adds uses, expirations and reversals. The contract must be locked: what they draw on was read before. */
export async function insertCreditEntries(
  tenant: Tenant,
  tx: Transaction,
  entries: readonly CreditEntry[],
): Promise<void> {
  for (const entry of entries) await rowsOf(tx, INSERT_ENTRY, [...entryToValues(tenant, entry), ...NO_GRANT]);
}

export async function findGrantByExternalId(
  tenant: Tenant,
  tx: Transaction,
  contractId: string,
  externalId: string,
): Promise<CreditGrant | null> {
  const row = await rowOf<CreditGrantRow>(
    tx,
    `SELECT ${GRANT_COLUMNS} FROM credit_entries WHERE organization_id = $1 AND contract_id = $2 AND external_id = $3`,
    [tenant.organizationId, contractId, externalId],
  );
  return row && grantFromRow(row);
}

/** Every grant of the contract with the sum of its entries. All of them: a balance over some would be wrong. */
export async function listCreditBlocks(tenant: Tenant, on: Queryable, contractId: string): Promise<CreditBlock[]> {
  return listCreditBlocksOf(tenant, on, [contractId]);
}

/** The same of several contracts at once. */
export async function listCreditBlocksOf(
  tenant: Tenant,
  on: Queryable,
  contractIds: readonly string[],
): Promise<CreditBlock[]> {
  const rows = await rowsOf<BlockRow>(on, BLOCKS, [tenant.organizationId, contractIds]);
  return rows.map(blockFromRow);
}

export async function findCreditState(tenant: Tenant, contractId: string, today: Day): Promise<CreditState> {
  const { pool } = environmentStore(tenant.environment);
  const [blocks, pending] = await Promise.all([
    listCreditBlocks(tenant, pool, contractId),
    rowOf<{ cents: string }>(
      pool,
      `SELECT coalesce(sum(credits_applied_cents), 0) AS cents FROM invoices
       WHERE organization_id = $1 AND contract_id = $2 AND status = 'Drafted' AND period_start <= $3::date`,
      [tenant.organizationId, contractId, today],
    ),
  ]);
  return { blocks, pendingCents: BigInt(pending?.cents ?? 0) };
}

/** What the finalization of an invoice took from the contract's blocks. */
export async function listInvoiceUses(tenant: Tenant, on: Queryable, invoiceId: string): Promise<CreditEntry[]> {
  const rows = await rowsOf<CreditEntryRow>(
    on,
    `SELECT ${ENTRY_COLUMNS} FROM credit_entries WHERE organization_id = $1 AND invoice_id = $2 AND type = 'usage' ORDER BY created_at, id`,
    [tenant.organizationId, invoiceId],
  );
  return rows.map(entryFromRow);
}

/** Newest first. */
export async function listCreditEntries(
  tenant: Tenant,
  contractId: string,
  page: PageQuery,
): Promise<Page<CreditEntry>> {
  return listNewestFirst(tenant, LEDGER, [contractId], page);
}

type BlockRow = CreditGrantRow & { drawn_cents: string; drawn_credits: string; expired_cents: string };

const BLOCKS = `
  SELECT ${GRANT_COLUMNS}, coalesce(drawn.cents, 0) AS drawn_cents, coalesce(drawn.credits, 0) AS drawn_credits,
    coalesce(drawn.expired, 0) AS expired_cents
  FROM credit_entries LEFT JOIN (
    SELECT grant_entry_id, sum(amount_cents) AS cents, sum(credit_amount) AS credits,
      -sum(amount_cents) FILTER (WHERE type = 'expiration') AS expired
    FROM credit_entries WHERE organization_id = $1 AND contract_id = ANY($2::uuid[]) AND type <> 'grant' GROUP BY grant_entry_id
  ) drawn ON drawn.grant_entry_id = credit_entries.id
  WHERE credit_entries.organization_id = $1 AND credit_entries.contract_id = ANY($2::uuid[]) AND credit_entries.type = 'grant'`;

function blockFromRow(row: BlockRow): CreditBlock {
  const grant = grantFromRow(row);
  return {
    grant,
    remainingCents: grant.amountCents + BigInt(row.drawn_cents),
    remainingCredits: grant.creditAmount?.plus(decimal(row.drawn_credits)) ?? null,
    expiredCents: BigInt(row.expired_cents),
  };
}

const LEDGER: KeysetList<CreditEntryRow, CreditEntry> = {
  table: "credit_entries",
  columns: ENTRY_COLUMNS,
  matching: "credit_entries.contract_id = $2::uuid",
  fromRow: entryFromRow,
};

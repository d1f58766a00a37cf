import type { Metadata } from "@/lib/domain/contract";
import type { CreditEntry, CreditEntryType, CreditGrant, CreditSourceType } from "@/lib/domain/credit";
import { type Decimal, decimal, decimalText } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import { invariant } from "@/lib/domain/errors";

export type CreditEntryRow = {
  id: string;
  contract_id: string;
  type: CreditEntryType;
  amount_cents: string;
  credit_amount: string | null;
  credit_rate_cents: string | null;
  currency: string;
  description: string | null;
  source_type: CreditSourceType;
  invoice_id: string | null;
  invoice_line_id: string | null;
  grant_entry_id: string | null;
  expires_at: Date | null;
  is_promotional: boolean;
  created_at: Date;
};

export type CreditGrantRow = CreditEntryRow & {
  purchase_rate_cents: string | null;
  external_id: string | null;
  metadata: Metadata | null;
  balance_after_cents: string | null;
  credit_balance_after: string | null;
};

const ENTRY_NAMES = [
  "id",
  "contract_id",
  "type",
  "amount_cents",
  "credit_amount",
  "credit_rate_cents",
  "currency",
  "description",
  "source_type",
  "invoice_id",
  "invoice_line_id",
  "grant_entry_id",
  "expires_at",
  "is_promotional",
  "created_at",
];
const GRANT_NAMES = ["purchase_rate_cents", "external_id", "metadata", "balance_after_cents", "credit_balance_after"];

const columnsOf = (names: readonly string[]): string => names.map((name) => `credit_entries.${name}`).join(", ");

export const ENTRY_COLUMNS = columnsOf(ENTRY_NAMES);
export const GRANT_COLUMNS = columnsOf([...ENTRY_NAMES, ...GRANT_NAMES]);

/** Inserts one entry; those of a grant alone are null on the others. */
export const INSERT_ENTRY = `INSERT INTO credit_entries (organization_id, ${[...ENTRY_NAMES, ...GRANT_NAMES].join(", ")})
  VALUES (${Array.from({ length: 1 + ENTRY_NAMES.length + GRANT_NAMES.length }, (_, at) => `$${at + 1}`).join(", ")})`;

export function entryToValues(tenant: Tenant, entry: CreditEntry): unknown[] {
  return [
    tenant.organizationId,
    entry.id,
    entry.contractId,
    entry.type,
    entry.amountCents,
    textOrNull(entry.creditAmount),
    textOrNull(entry.creditRateCents),
    entry.currency,
    entry.description,
    entry.sourceType,
    entry.invoiceId,
    entry.invoiceLineId,
    entry.grantEntryId,
    entry.expiresAt,
    entry.isPromotional,
    entry.createdAt,
  ];
}

export function grantToValues(tenant: Tenant, grant: CreditGrant): unknown[] {
  return [
    ...entryToValues(tenant, grant),
    textOrNull(grant.purchaseRateCents),
    grant.externalId,
    JSON.stringify(grant.metadata),
    grant.balanceAfterCents,
    textOrNull(grant.creditBalanceAfter),
  ];
}

/** What the columns of grants hold on every other entry. */
export const NO_GRANT: readonly null[] = GRANT_NAMES.map(() => null);

export function entryFromRow(row: CreditEntryRow): CreditEntry {
  return {
    id: row.id,
    contractId: row.contract_id,
    type: row.type,
    amountCents: BigInt(row.amount_cents),
    creditAmount: decimalOrNull(row.credit_amount),
    creditRateCents: decimalOrNull(row.credit_rate_cents),
    currency: row.currency,
    description: row.description,
    sourceType: row.source_type,
    invoiceId: row.invoice_id,
    invoiceLineId: row.invoice_line_id,
    grantEntryId: row.grant_entry_id,
    expiresAt: row.expires_at,
    isPromotional: row.is_promotional,
    createdAt: row.created_at,
  };
}

export function grantFromRow(row: CreditGrantRow): CreditGrant {
  invariant(row.type === "grant" && row.balance_after_cents !== null, "a grant keeps the balance after it");
  return {
    ...entryFromRow(row),
    type: "grant",
    purchaseRateCents: decimalOrNull(row.purchase_rate_cents),
    externalId: row.external_id,
    metadata: row.metadata ?? {},
    balanceAfterCents: BigInt(row.balance_after_cents),
    creditBalanceAfter: decimalOrNull(row.credit_balance_after),
  };
}

const decimalOrNull = (text: string | null): Decimal | null => (text === null ? null : decimal(text));
const textOrNull = (value: Decimal | null): string | null => value && decimalText(value);

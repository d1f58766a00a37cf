// How a contract stands in its table. Decimals inside JSON are text, so that no reader turns them into doubles.
import type { Cancellation, Contract, Metadata } from "@/lib/domain/contract";
import { decimal, decimalText } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import { type OverrideText, overrideFromText, overrideTextOf } from "@/lib/domain/price-override";
import type { PriceInterval } from "@/lib/domain/pricing";

export type ContractRow = {
  id: string;
  customer_id: string;
  plan_id: string;
  name: string;
  start_date: string;
  end_date: string | null;
  price_interval: PriceInterval;
  price_interval_count: number;
  net_terms: number;
  currency: string;
  overrides: OverrideText[];
  credit_grant_cents: string | null;
  credit_rate_cents: string | null;
  metadata: Metadata;
  cancelled_at: Date | null;
  cancellation_date: string | null;
  cancelled_invoice_count: number | null;
  created_at: Date;
  updated_at: Date;
};

/** Days as text: the driver would read a date as midnight where the server stands. */
export const CONTRACT_COLUMNS = `contracts.id, contracts.customer_id, contracts.plan_id, contracts.name, contracts.start_date::text, contracts.end_date::text,
  plans.price_interval, plans.price_interval_count, contracts.net_terms, contracts.currency, contracts.overrides, contracts.credit_grant_cents,
  contracts.credit_rate_cents, contracts.metadata, contracts.cancelled_at, contracts.cancellation_date::text, contracts.cancelled_invoice_count,
  contracts.created_at, contracts.updated_at`;

export const JOIN_PLAN =
  "JOIN plans ON plans.organization_id = contracts.organization_id AND plans.id = contracts.plan_id";

export function contractFromRow(row: ContractRow): Contract {
  return {
    id: row.id,
    customerId: row.customer_id,
    planId: row.plan_id,
    name: row.name,
    startDate: row.start_date,
    endDate: row.end_date,
    billingInterval: { interval: row.price_interval, count: row.price_interval_count },
    netTerms: row.net_terms,
    currency: row.currency,
    overrides: row.overrides.map(overrideFromText),
    creditGrantCents: row.credit_grant_cents === null ? null : BigInt(row.credit_grant_cents),
    creditSettings: row.credit_rate_cents === null ? null : { creditRateCents: decimal(row.credit_rate_cents) },
    metadata: row.metadata,
    cancellation: cancellationFromRow(row),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function cancellationFromRow(row: ContractRow): Cancellation | null {
  const { cancelled_at: cancelledAt, cancellation_date: effectiveDate, cancelled_invoice_count: count } = row;
  if (cancelledAt === null || effectiveDate === null) return null;
  return { cancelledAt, effectiveDate, cancelledInvoiceCount: count ?? 0 };
}

/** The values of a new row, in the order in which the store inserts them. */
export function contractToValues(tenant: Tenant, contract: Contract): unknown[] {
  return [
    tenant.organizationId,
    contract.id,
    contract.customerId,
    contract.planId,
    contract.name,
    contract.startDate,
    contract.endDate,
    contract.netTerms,
    contract.currency,
    JSON.stringify(contract.overrides.map(overrideTextOf)),
    contract.creditGrantCents,
    contract.creditSettings && decimalText(contract.creditSettings.creditRateCents),
    JSON.stringify(contract.metadata),
    contract.createdAt,
    contract.updatedAt,
  ];
}

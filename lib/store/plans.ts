import { decimal, decimalText } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import { notFound } from "@/lib/domain/errors";
import type { Plan, PlanItem } from "@/lib/domain/plan";
import type { PriceInterval } from "@/lib/domain/pricing";
import { environmentStore } from "./connections";
import { type KeysetList, listNewestFirst } from "./keyset-list";
import type { Page, PageQuery } from "./page";
import { type Queryable, rowOf, rowsOf, type Transaction } from "./sql";

export type PlanFilter = {
  readonly status: "active" | "archived" | "all";
  /** Only plans with this pricing among their items. */
  readonly pricingId?: string | undefined;
};

export async function getPlan(tenant: Tenant, planId: string): Promise<Plan> {
  const plan = await findPlan(tenant, environmentStore(tenant.environment).pool, planId);
  if (!plan) throw notFound("Plan");
  return plan;
}

/** For who will change the plan: waits for contracts that are being made from it, and makes later ones wait. */
export async function lockPlan(tenant: Tenant, tx: Transaction, planId: string): Promise<Plan> {
  const plan = await lockedPlan(tenant, tx, planId, "FOR UPDATE");
  if (!plan) throw notFound("Plan");
  return plan;
}

/** For who will make a contract from the plan: until the commit nobody changes or archives it, and so none of its meters. */
export async function lockPlanForUse(tenant: Tenant, tx: Transaction, planId: string): Promise<Plan | null> {
  return lockedPlan(tenant, tx, planId, "FOR SHARE");
}

/** Newest first. */
export async function listPlans(tenant: Tenant, filter: PlanFilter, page: PageQuery): Promise<Page<Plan>> {
  return listNewestFirst(tenant, LIST, [filter.status, filter.pricingId ?? null], page);
}

/** Whether any contract was ever made from it, ended ones too. */
export async function hasContracts(tenant: Tenant, tx: Transaction, planId: string): Promise<boolean> {
  const row = await rowOf<{ used: boolean }>(
    tx,
    "SELECT EXISTS (SELECT 1 FROM contracts WHERE organization_id = $1 AND plan_id = $2) AS used",
    [tenant.organizationId, planId],
  );
  return row?.used === true;
}

/** How many contracts were ever made from each of these plans, ended ones too. A plan without any is left out. */
export async function countContractsOfPlans(
  tenant: Tenant,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await rowsOf<{ plan_id: string; contracts: number }>(
    environmentStore(tenant.environment).pool,
    `SELECT plan_id, count(*)::int AS contracts FROM contracts
     WHERE organization_id = $1 AND plan_id = ANY($2::uuid[]) GROUP BY plan_id`,
    [tenant.organizationId, planIds],
  );
  return new Map(rows.map((row) => [row.plan_id, row.contracts]));
}

export async function insertPlan(tenant: Tenant, tx: Transaction, plan: Plan): Promise<void> {
  await rowsOf(
    tx,
    `INSERT INTO plans (organization_id, id, name, description, net_terms, price_interval, price_interval_count, credit_grant_cents,
       credit_rate_cents, currency, updated_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [...toValues(tenant, plan), plan.createdAt],
  );
  await insertItems(tenant, tx, plan);
}

export async function savePlan(tenant: Tenant, tx: Transaction, plan: Plan): Promise<void> {
  await rowsOf(
    tx,
    `UPDATE plans SET name = $3, description = $4, net_terms = $5, price_interval = $6, price_interval_count = $7,
       credit_grant_cents = $8, credit_rate_cents = $9, currency = $10, updated_at = $11
     WHERE organization_id = $1 AND id = $2`,
    toValues(tenant, plan),
  );
  await rowsOf(tx, "DELETE FROM plan_items WHERE organization_id = $1 AND plan_id = $2", [
    tenant.organizationId,
    plan.id,
  ]);
  await insertItems(tenant, tx, plan);
}

export async function archivePlanRow(tenant: Tenant, tx: Transaction, planId: string, now: Date): Promise<void> {
  await rowsOf(tx, "UPDATE plans SET archived_at = $3, updated_at = $3 WHERE organization_id = $1 AND id = $2", [
    tenant.organizationId,
    planId,
    now,
  ]);
}

async function insertItems(tenant: Tenant, tx: Transaction, plan: Plan): Promise<void> {
  await rowsOf(
    tx,
    `INSERT INTO plan_items (organization_id, plan_id, position, pricing_id, quantity)
     SELECT $1, $2, item.position - 1, item.pricing_id, item.quantity
     FROM unnest($3::uuid[], $4::int[]) WITH ORDINALITY AS item(pricing_id, quantity, position)`,
    [
      tenant.organizationId,
      plan.id,
      plan.items.map(({ pricingId }) => pricingId),
      plan.items.map(({ quantity }) => quantity),
    ],
  );
}

/** Locks first and reads then: what one statement does both would join the new plan to the items of before the wait. */
async function lockedPlan(
  tenant: Tenant,
  tx: Transaction,
  planId: string,
  lock: "FOR UPDATE" | "FOR SHARE",
): Promise<Plan | null> {
  await rowOf(tx, `SELECT id FROM plans WHERE organization_id = $1 AND id = $2 ${lock}`, [
    tenant.organizationId,
    planId,
  ]);
  return findPlan(tenant, tx, planId);
}

async function findPlan(tenant: Tenant, on: Queryable, planId: string): Promise<Plan | null> {
  const row = await rowOf<PlanRow>(on, `SELECT ${COLUMNS} FROM plans WHERE organization_id = $1 AND id = $2`, [
    tenant.organizationId,
    planId,
  ]);
  return row && fromRow(row);
}

type PlanRow = {
  id: string;
  name: string;
  description: string | null;
  net_terms: number;
  items: PlanItem[];
  price_interval: PriceInterval;
  price_interval_count: number;
  credit_grant_cents: string | null;
  credit_rate_cents: string | null;
  currency: string;
  archived_at: Date | null;
  created_at: Date;
  updated_at: Date;
};

const COLUMNS = `id, name, description, net_terms, price_interval, price_interval_count, credit_grant_cents, credit_rate_cents, currency,
  archived_at, created_at, updated_at,
  (SELECT json_agg(json_build_object('pricingId', item.pricing_id, 'quantity', item.quantity) ORDER BY item.position)
   FROM plan_items item WHERE item.organization_id = plans.organization_id AND item.plan_id = plans.id) AS items`;

const LIST: KeysetList<PlanRow, Plan> = {
  table: "plans",
  columns: COLUMNS,
  matching: `($2::text = 'all' OR ($2::text = 'active') = (archived_at IS NULL)) AND ($3::uuid IS NULL OR EXISTS (
    SELECT 1 FROM plan_items item
    WHERE item.organization_id = plans.organization_id AND item.plan_id = plans.id AND item.pricing_id = $3))`,
  fromRow,
};

function toValues(tenant: Tenant, plan: Plan): unknown[] {
  return [
    tenant.organizationId,
    plan.id,
    plan.name,
    plan.description,
    plan.netTerms,
    plan.billingInterval.interval,
    plan.billingInterval.count,
    plan.creditGrantCents,
    plan.creditSettings && decimalText(plan.creditSettings.creditRateCents),
    plan.currency,
    plan.updatedAt,
  ];
}

function fromRow(row: PlanRow): Plan {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    netTerms: row.net_terms,
    items: row.items,
    billingInterval: { interval: row.price_interval, count: row.price_interval_count },
    creditGrantCents: row.credit_grant_cents === null ? null : BigInt(row.credit_grant_cents),
    creditSettings: row.credit_rate_cents === null ? null : { creditRateCents: decimal(row.credit_rate_cents) },
    currency: row.currency,
    archivedAt: row.archived_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

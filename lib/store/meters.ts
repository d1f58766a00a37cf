import type { Tenant } from "@/lib/domain/environment";
import { DomainError, notFound } from "@/lib/domain/errors";
import type { AggregationType, Meter, PropertyFilter } from "@/lib/domain/meter";
import { environmentStore } from "./connections";
import { type KeysetList, listNewestFirst } from "./keyset-list";
import type { Page, PageQuery } from "./page";
import { type Queryable, rowOf, rowsOf, type Transaction, violatedConstraint } from "./sql";

export type MeterFilter = { readonly status: "active" | "inactive" | "all" };

export async function getMeter(tenant: Tenant, meterId: string): Promise<Meter> {
  const meter = await findMeter(tenant, environmentStore(tenant.environment).pool, meterId, "");
  if (!meter) throw notFound("Meter");
  return meter;
}

/** Excludes everybody who is about to use the meter, so that what is then found of its use stays true until the commit. */
export async function lockMeter(tenant: Tenant, tx: Transaction, meterId: string): Promise<Meter> {
  const meter = await findMeter(tenant, tx, meterId, "FOR UPDATE");
  if (!meter) throw notFound("Meter");
  return meter;
}

/** For who will use these meters: until the commit nobody archives one. In the order of ids, so that two do not wait for each other. */
export async function lockMetersForUse(
  tenant: Tenant,
  tx: Transaction,
  meterIds: readonly string[],
): Promise<ReadonlyMap<string, Meter>> {
  if (meterIds.length === 0) return new Map();
  const rows = await rowsOf<MeterRow>(
    tx,
    `SELECT ${COLUMNS} FROM meters WHERE organization_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR SHARE`,
    [tenant.organizationId, meterIds],
  );
  return new Map(rows.map((row) => [row.id, fromRow(row)]));
}

/** Those of these meters that the tenant has, by id. What they count never changes. */
export async function findMeters(
  tenant: Tenant,
  on: Queryable,
  meterIds: readonly string[],
): Promise<ReadonlyMap<string, Meter>> {
  const rows = await rowsOf<MeterRow>(
    on,
    `SELECT ${COLUMNS} FROM meters WHERE organization_id = $1 AND id = ANY($2::uuid[])`,
    [tenant.organizationId, meterIds],
  );
  return new Map(rows.map((row) => [row.id, fromRow(row)]));
}

/** Newest first. */
export async function listMeters(tenant: Tenant, filter: MeterFilter, page: PageQuery): Promise<Page<Meter>> {
  return listNewestFirst(tenant, LIST, [filter.status], page);
}

/** All of them, oldest first. */
export async function listActiveMeters(tenant: Tenant): Promise<Meter[]> {
  const rows = await rowsOf<MeterRow>(
    environmentStore(tenant.environment).pool,
    `SELECT ${COLUMNS} FROM meters WHERE organization_id = $1 AND archived_at IS NULL ORDER BY created_at, id`,
    [tenant.organizationId],
  );
  return rows.map(fromRow);
}

export async function insertMeter(tenant: Tenant, tx: Transaction, meter: Meter): Promise<void> {
  try {
    await rowsOf(
      tx,
      `INSERT INTO meters (organization_id, id, code, active_code, display_name, description, aggregation_type, aggregation_key,
         include_event_names, exclude_event_names, property_filters, group_keys, created_at, updated_at)
       VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)`,
      [
        tenant.organizationId,
        meter.id,
        meter.code,
        meter.displayName,
        meter.description,
        meter.aggregationType,
        meter.aggregationKey,
        meter.eventTypeFilter.include,
        meter.eventTypeFilter.exclude,
        JSON.stringify(meter.propertyFilters),
        meter.groupKeys,
        meter.createdAt,
      ],
    );
  } catch (error) {
    if (violatedConstraint(error) !== "meters_organization_id_active_code_key") throw error;
    const message = "code is already used by another active meter";
    throw new DomainError("CONFLICT", message, [{ path: "code", message }]);
  }
}

/** Marks the meter archived and frees its code. */
export async function archiveMeterRow(tenant: Tenant, tx: Transaction, meterId: string, now: Date): Promise<void> {
  await rowsOf(
    tx,
    "UPDATE meters SET archived_at = $3, updated_at = $3, active_code = NULL WHERE organization_id = $1 AND id = $2",
    [tenant.organizationId, meterId, now],
  );
}

export type MeterUse = { readonly kind: "plan" | "contract"; readonly id: string; readonly name: string };

/**
 * Who counts on this meter: active plans, and contracts that have not ended on this day, with a pricing of it. A contract that was
 * cancelled before its start covers no day, and so counts on nothing.
 */
export async function findMeterUses(
  tenant: Tenant,
  tx: Transaction,
  meterId: string,
  today: string,
): Promise<readonly MeterUse[]> {
  return rowsOf<MeterUse>(tx, USES, [tenant.organizationId, meterId, today, USES_MAX]);
}

/** Enough to say what stands in the way. */
const USES_MAX = 20;

const USES = `
  WITH using_plans AS (
    SELECT DISTINCT i.plan_id FROM pricings p JOIN plan_items i ON i.organization_id = p.organization_id AND i.pricing_id = p.id
    WHERE p.organization_id = $1 AND p.meter_id = $2
  )
  SELECT 'plan' AS kind, id, name FROM plans
  WHERE organization_id = $1 AND id IN (SELECT plan_id FROM using_plans) AND archived_at IS NULL
  UNION ALL
  SELECT 'contract', id, name FROM contracts
  WHERE organization_id = $1 AND plan_id IN (SELECT plan_id FROM using_plans)
    AND (end_date IS NULL OR end_date > GREATEST($3::date, start_date))
  LIMIT $4`;

async function findMeter(
  tenant: Tenant,
  on: Queryable,
  meterId: string,
  lock: "" | "FOR UPDATE",
): Promise<Meter | null> {
  const row = await rowOf<MeterRow>(
    on,
    `SELECT ${COLUMNS} FROM meters WHERE organization_id = $1 AND id = $2 ${lock}`,
    [tenant.organizationId, meterId],
  );
  return row && fromRow(row);
}

type MeterRow = {
  id: string;
  code: string | null;
  display_name: string;
  description: string | null;
  aggregation_type: AggregationType;
  aggregation_key: string | null;
  include_event_names: string[];
  exclude_event_names: string[];
  property_filters: PropertyFilter[];
  group_keys: string[];
  archived_at: Date | null;
  created_at: Date;
  updated_at: Date;
};

const COLUMNS = `id, code, display_name, description, aggregation_type, aggregation_key, include_event_names, exclude_event_names,
  property_filters, group_keys, archived_at, created_at, updated_at`;

const LIST: KeysetList<MeterRow, Meter> = {
  table: "meters",
  columns: COLUMNS,
  matching: "$2::text = 'all' OR ($2::text = 'active') = (archived_at IS NULL)",
  fromRow,
};

function fromRow(row: MeterRow): Meter {
  return {
    id: row.id,
    code: row.code,
    displayName: row.display_name,
    description: row.description,
    aggregationType: row.aggregation_type,
    aggregationKey: row.aggregation_key,
    eventTypeFilter: { include: row.include_event_names, exclude: row.exclude_event_names },
    propertyFilters: row.property_filters,
    groupKeys: row.group_keys,
    archivedAt: row.archived_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

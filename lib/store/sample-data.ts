// How far the sample data of an organization has come, and who is at it.
import type { Environment, Tenant } from "@/lib/domain/environment";
import type { SampleDataCounts } from "@/lib/domain/sample-data";
import { environmentStore } from "./connections";
import { SAMPLE_KINDS, type SampleKind } from "./sample-objects";
import { inTransaction, rowOf, rowsOf, type Transaction } from "./sql";

export type SampleProgress = {
  readonly startedAt: Date;
  readonly reachedAt: Date | null;
  readonly completedAt: Date | null;
};

export type SampleData = {
  readonly progress: SampleProgress | null;
  /** Whether some process is adding it now. */
  readonly isBeingAdded: boolean;
  readonly counts: SampleDataCounts;
};

/** Two numbers name the lock: this one, and a digest of the organization. A crash releases it. */
const LOCK = 0x5a_4d_50;

export async function readSampleData(tenant: Tenant): Promise<SampleData> {
  const { pool } = environmentStore(tenant.environment);
  const progress = await findSampleProgress(tenant);
  const counted = await rowsOf<{ kind: SampleKind | "invoices"; count: number }>(pool, COUNTS, [tenant.organizationId]);
  const lock = await rowOf<{ held: boolean }>(
    pool,
    `SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = $2::int::oid AND objid = hashtext($1)::oid
       AND objsubid = 2 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS held`,
    [tenant.organizationId, LOCK],
  );
  const countOf = (kind: SampleKind | "invoices") => counted.find((one) => one.kind === kind)?.count ?? 0;
  return {
    progress,
    isBeingAdded: lock?.held === true,
    counts: {
      apiKeys: countOf("api_keys"),
      customers: countOf("customers"),
      meters: countOf("meters"),
      pricings: countOf("pricings"),
      plans: countOf("plans"),
      contracts: countOf("contracts"),
      invoices: countOf("invoices"),
    },
  };
}

export async function findSampleProgress(tenant: Tenant): Promise<SampleProgress | null> {
  const row = await rowOf<ProgressRow>(
    environmentStore(tenant.environment).pool,
    "SELECT started_at, reached_at, completed_at FROM sample_data_progress WHERE organization_id = $1",
    [tenant.organizationId],
  );
  return row && { startedAt: row.started_at, reachedAt: row.reached_at, completedAt: row.completed_at };
}

/** Whether this call began it; false when it was begun before. */
export async function insertSampleProgress(tenant: Tenant, tx: Transaction, now: Date): Promise<boolean> {
  const begun = await rowsOf(
    tx,
    "INSERT INTO sample_data_progress (organization_id, started_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1",
    [tenant.organizationId, now],
  );
  return begun.length > 0;
}

export async function saveSampleProgress(tenant: Tenant, startedAt: Date, reachedAt: Date): Promise<void> {
  await rowsOf(
    environmentStore(tenant.environment).pool,
    "UPDATE sample_data_progress SET reached_at = $3 WHERE organization_id = $1 AND started_at = $2",
    [tenant.organizationId, startedAt, reachedAt],
  );
}

/**
 * Lets the database plan by what is in these tables now. Its own look at them comes minutes later: until then statements are
 * planned for the empty tables that they were, and a year of invoices takes several times as long.
 */
export async function analyzeBillingAcrossTenants(environment: Environment): Promise<void> {
  await rowsOf(environmentStore(environment).pool, "ANALYZE contracts, invoices, invoice_lines, credit_entries");
}

export async function completeSampleProgress(tenant: Tenant, startedAt: Date, now: Date): Promise<void> {
  await rowsOf(
    environmentStore(tenant.environment).pool,
    "UPDATE sample_data_progress SET completed_at = $3 WHERE organization_id = $1 AND started_at = $2",
    [tenant.organizationId, startedAt, now],
  );
}

/** Tells whoever is adding to stop: it looks before each step. */
export async function deleteSampleProgress(tenant: Tenant): Promise<void> {
  await rowsOf(
    environmentStore(tenant.environment).pool,
    "DELETE FROM sample_data_progress WHERE organization_id = $1",
    [tenant.organizationId],
  );
}

/** Runs `work` unless another process is at the organization's sample data. Its own transaction holds nothing but the lock. */
export async function withSampleDataLock(tenant: Tenant, work: () => Promise<void>): Promise<boolean> {
  return inTransaction(environmentStore(tenant.environment).pool, async (tx) => {
    const lock = await rowOf<{ held: boolean }>(tx, "SELECT pg_try_advisory_xact_lock($2, hashtext($1)) AS held", [
      tenant.organizationId,
      LOCK,
    ]);
    if (!lock?.held) return false;
    await work();
    return true;
  });
}

/** Waits until nobody is at the organization's sample data, and keeps everybody out until the commit. */
export async function lockSampleData(tenant: Tenant, tx: Transaction): Promise<void> {
  await rowsOf(tx, "SELECT pg_advisory_xact_lock($2, hashtext($1))", [tenant.organizationId, LOCK]);
}

/** Organizations whose sample data was begun and is not complete. */
export async function listUnfinishedSampleDataAcrossTenants(environment: Environment): Promise<Tenant[]> {
  const rows = await rowsOf<{ organization_id: string }>(
    environmentStore(environment).pool,
    "SELECT organization_id FROM sample_data_progress WHERE completed_at IS NULL ORDER BY started_at LIMIT 100",
  );
  return rows.map(({ organization_id: organizationId }) => ({ environment, organizationId }));
}

type ProgressRow = { started_at: Date; reached_at: Date | null; completed_at: Date | null };

const COUNTS = `
  SELECT kind, count(*)::int AS count FROM sample_objects WHERE organization_id = $1 AND kind IN (${SAMPLE_KINDS.map((kind) => `'${kind}'`).join(", ")}) GROUP BY kind
  UNION ALL
  SELECT 'invoices', count(*)::int FROM invoices JOIN sample_objects ON sample_objects.organization_id = invoices.organization_id
    AND sample_objects.kind = 'contracts' AND sample_objects.object_id = invoices.contract_id
  WHERE invoices.organization_id = $1`;

// Takes sample data away again. Rows that something of somebody else's stands on stay, and stay noted as sample data.
import type { Tenant } from "@/lib/domain/environment";
import type { KeptSampleData, SampleDataCounts } from "@/lib/domain/sample-data";
import { SAMPLE_DATA_NAME } from "@/lib/domain/sample-data";
import type { SampleKind } from "./sample-objects";
import { rowOf, rowsOf, type Transaction } from "./sql";

export type SampleRemoval = { readonly removed: SampleDataCounts; readonly kept: KeptSampleData };

/** The caller holds the lock of the organization's sample data. */
export async function removeSampleObjects(tenant: Tenant, tx: Transaction): Promise<SampleRemoval> {
  for (const statement of LOCK_IN_ORDER) await rowsOf(tx, statement, [tenant.organizationId]);
  for (const statement of GONE_WITH_CONTRACTS) await countOf(tenant, tx, statement);
  const invoices = await countOf(tenant, tx, INVOICES);
  const contracts = await countOf(tenant, tx, remaining("contracts", "true"));
  const customers = await countOf(tenant, tx, remaining("customers", HAS_NO_CONTRACT));
  await countOf(tenant, tx, EXTERNAL_IDS);
  for (const statement of PLAN_ITEMS) await countOf(tenant, tx, statement);
  const plans = await countOf(tenant, tx, remaining("plans", IS_NO_PLAN_OF_CONTRACTS));
  const products = await idsOf(tenant, tx, PRODUCTS);
  const pricings = await countOf(tenant, tx, remaining("pricings", IS_IN_NO_PLAN));
  await rowsOf(tx, DELETE_PRODUCTS, [tenant.organizationId, products]);
  const meters = await countOf(tenant, tx, remaining("meters", HAS_NO_PRICING));
  await countOf(tenant, tx, SECRETS);
  const apiKeys = await countOf(tenant, tx, remaining("api_keys", IS_UNTOUCHED));
  for (const kind of KINDS) await countOf(tenant, tx, forget(kind));
  const removed = { apiKeys, customers, meters, pricings, plans, contracts, invoices };
  return { removed, kept: await countKept(tenant, tx) };
}

async function countOf(tenant: Tenant, tx: Transaction, statement: string): Promise<number> {
  const row = await rowOf<{ count: number }>(
    tx,
    `WITH gone AS (${statement} RETURNING 1) SELECT count(*)::int AS count FROM gone`,
    [tenant.organizationId],
  );
  return row?.count ?? 0;
}

async function idsOf(tenant: Tenant, tx: Transaction, statement: string): Promise<string[]> {
  return (await rowsOf<{ id: string }>(tx, statement, [tenant.organizationId])).map(({ id }) => id);
}

async function countKept(tenant: Tenant, tx: Transaction): Promise<KeptSampleData> {
  const rows = await rowsOf<{ kind: SampleKind; count: number }>(
    tx,
    "SELECT kind, count(*)::int AS count FROM sample_objects WHERE organization_id = $1 GROUP BY kind",
    [tenant.organizationId],
  );
  const keptOf = (kind: SampleKind) => rows.find((row) => row.kind === kind)?.count ?? 0;
  return {
    apiKeys: keptOf("api_keys"),
    customers: keptOf("customers"),
    meters: keptOf("meters"),
    pricings: keptOf("pricings"),
    plans: keptOf("plans"),
  };
}

const KINDS: readonly SampleKind[] = ["contracts", "customers", "plans", "pricings", "meters", "api_keys"];

/** The ids of a kind, for `IN`. */
const sample = (kind: SampleKind): string =>
  `(SELECT object_id FROM sample_objects WHERE sample_objects.organization_id = $1 AND sample_objects.kind = '${kind}')`;

const remaining = (kind: SampleKind, isFree: string): string =>
  `DELETE FROM ${kind} object WHERE object.organization_id = $1 AND object.id IN ${sample(kind)} AND ${isFree}`;

const forget = (kind: SampleKind): string =>
  `DELETE FROM sample_objects WHERE organization_id = $1 AND kind = '${kind}'
   AND NOT EXISTS (SELECT FROM ${kind} object WHERE object.organization_id = $1 AND object.id = sample_objects.object_id)`;

// Whoever builds on one of these rows waits, or has committed and is seen. In the order in which creating a contract, a plan
// or a price locks them, so that nobody waits in a circle.
const LOCK_IN_ORDER = (["plans", "meters", "pricings", "customers", "contracts", "api_keys"] as const).map(
  (kind) =>
    `SELECT FROM ${kind} WHERE organization_id = $1 AND id IN ${sample(kind)} ORDER BY organization_id, id FOR UPDATE`,
);

const GONE_WITH_CONTRACTS = [
  `DELETE FROM credit_entries WHERE organization_id = $1 AND contract_id IN ${sample("contracts")}`,
  `DELETE FROM invoice_lines WHERE organization_id = $1
     AND invoice_id IN (SELECT id FROM invoices WHERE organization_id = $1 AND contract_id IN ${sample("contracts")})`,
];

// The numbers of these invoices are not given out again: the audit log names the invoices by them.
const INVOICES = `DELETE FROM invoices WHERE organization_id = $1 AND contract_id IN ${sample("contracts")}`;

const HAS_NO_CONTRACT =
  "NOT EXISTS (SELECT FROM contracts WHERE contracts.organization_id = $1 AND contracts.customer_id = object.id)";

// Without its customer an external id would stay reserved for nobody.
const EXTERNAL_IDS = `DELETE FROM customer_external_ids WHERE organization_id = $1 AND customer_id IN ${sample("customers")}
  AND NOT EXISTS (SELECT FROM customers WHERE customers.organization_id = $1 AND customers.id = customer_external_ids.customer_id)`;

const PLAN_ITEMS = [
  `DELETE FROM plan_items WHERE organization_id = $1 AND plan_id IN ${sample("plans")}
     AND NOT EXISTS (SELECT FROM contracts WHERE contracts.organization_id = $1 AND contracts.plan_id = plan_items.plan_id)`,
];

const IS_NO_PLAN_OF_CONTRACTS =
  "NOT EXISTS (SELECT FROM contracts WHERE contracts.organization_id = $1 AND contracts.plan_id = object.id)";

const IS_IN_NO_PLAN =
  "NOT EXISTS (SELECT FROM plan_items WHERE plan_items.organization_id = $1 AND plan_items.pricing_id = object.id)";

// A product comes and goes with its prices: those that lose their last one go too.
const PRODUCTS = `SELECT DISTINCT product_id AS id FROM pricings WHERE organization_id = $1 AND id IN ${sample("pricings")}`;
const DELETE_PRODUCTS = `DELETE FROM products WHERE organization_id = $1 AND id = ANY($2::uuid[])
  AND NOT EXISTS (SELECT FROM pricings WHERE pricings.organization_id = $1 AND pricings.product_id = products.id)`;

const HAS_NO_PRICING =
  "NOT EXISTS (SELECT FROM pricings WHERE pricings.organization_id = $1 AND pricings.meter_id = object.id)";

// Nobody ever saw the secret of an untouched key, so no server can hold one: there is nothing to revoke. Once a person rotated
// or changed a key it may be theirs to use, and its history is theirs to keep.
const IS_UNTOUCHED = `object.changed_by_name = '${SAMPLE_DATA_NAME}'
  AND NOT EXISTS (SELECT FROM api_key_secret_uses used WHERE used.organization_id = $1 AND used.key_id = object.id)`;

const SECRETS = `DELETE FROM api_key_secrets WHERE organization_id = $1 AND key_id IN (
  SELECT id FROM api_keys object WHERE object.organization_id = $1 AND object.id IN ${sample("api_keys")} AND ${IS_UNTOUCHED})`;

import type { AuditEvent } from "@/lib/domain/audit";
import type { Tenant } from "@/lib/domain/environment";
import { environmentStore } from "./connections";
import { rowsOf, type Transaction } from "./sql";

/** The tables whose rows sample data brings. What hangs on these rows is found through them. */
export const SAMPLE_KINDS = ["api_keys", "customers", "meters", "pricings", "plans", "contracts"] as const;
export type SampleKind = (typeof SAMPLE_KINDS)[number];

const KIND_OF_CREATION: Readonly<Record<string, SampleKind>> = {
  "api_key.created": "api_keys",
  "customer.created": "customers",
  "meter.created": "meters",
  "pricing.created": "pricings",
  "plan.created": "plans",
  "contract.created": "contracts",
};

/** Notes what these events created, in the transaction that created it: a crash leaves no row that nobody would take away. */
export async function insertSampleObjects(
  tenant: Tenant,
  tx: Transaction,
  events: readonly AuditEvent[],
): Promise<void> {
  for (const { action, target } of events) {
    const kind = KIND_OF_CREATION[action];
    if (!kind) continue;
    await rowsOf(tx, "INSERT INTO sample_objects (organization_id, kind, object_id) VALUES ($1, $2, $3)", [
      tenant.organizationId,
      kind,
      target.id,
    ]);
  }
}

/**
 * The ids of the sample objects that can be built on, each under `<kind> <name>`. Customers stand under every external id they had,
 * contracts under customer and start day, everything else under its name.
 */
export async function listSampleObjects(tenant: Tenant): Promise<Map<string, string>> {
  const { pool } = environmentStore(tenant.environment);
  const rows = await rowsOf<{ kind: SampleKind; name: string; id: string }>(pool, NAMED, [tenant.organizationId]);
  return new Map(rows.map(({ kind, name, id }) => [`${kind} ${name}`, id]));
}

const named = (kind: SampleKind, name: string, from: string): string => `
  SELECT '${kind}' AS kind, ${name} AS name, object.id FROM ${from}
  JOIN sample_objects ON sample_objects.organization_id = object.organization_id AND sample_objects.kind = '${kind}' AND sample_objects.object_id = object.id
  WHERE object.organization_id = $1`;

const NAMED = [
  named("api_keys", "object.name", "api_keys object"),
  named(
    "customers",
    "external.external_customer_id",
    `customers object JOIN customer_external_ids external
       ON external.organization_id = object.organization_id AND external.customer_id = object.id`,
  ),
  `${named("meters", "object.display_name", "meters object")} AND object.archived_at IS NULL`,
  `${named(
    "pricings",
    "object.name",
    "pricings object LEFT JOIN meters ON meters.organization_id = object.organization_id AND meters.id = object.meter_id",
  )} AND meters.archived_at IS NULL`,
  `${named("plans", "object.name", "plans object")} AND object.archived_at IS NULL`,
  named("contracts", "object.customer_id || ' ' || object.start_date", "contracts object"),
].join(" UNION ALL ");

export type SampleInvoice = {
  readonly id: string;
  readonly contractId: string;
  readonly periodIndex: number;
  readonly status: "In Progress" | "Paid";
  readonly finalizedAt: Date;
};

/** The final invoices of sample contracts about which something may still be done, in the order of their numbers. */
export async function listOpenSampleInvoices(tenant: Tenant): Promise<SampleInvoice[]> {
  return rowsOf<SampleInvoice>(
    environmentStore(tenant.environment).pool,
    `SELECT id, contract_id AS "contractId", period_index AS "periodIndex", status, finalized_at AS "finalizedAt"
     FROM invoices JOIN sample_objects ON sample_objects.organization_id = invoices.organization_id
       AND sample_objects.kind = 'contracts' AND sample_objects.object_id = invoices.contract_id
     WHERE invoices.organization_id = $1 AND status IN ('In Progress', 'Paid') AND finalized_at IS NOT NULL
     ORDER BY invoice_number LIMIT 2000`,
    [tenant.organizationId],
  );
}

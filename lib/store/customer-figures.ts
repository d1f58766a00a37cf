// What a list says of each of its customers, in one question for the whole page.
import type { InstantRange } from "@/lib/domain/billable-usage";
import type { Day } from "@/lib/domain/day";
import type { Tenant } from "@/lib/domain/environment";
import { environmentStore } from "./connections";
import { namesOfCustomers } from "./event-customers";
import { readRows } from "./event-store";
import { rowsOf } from "./sql";
import { SqlParameters } from "./usage-sql";

/** A figure beside a name is not worth more of the event store's time; past it the list says that it does not know. */
const EVENTS_LIMIT_MS = 3_000;

/** By customer; one without active contracts, or of another tenant, is not among them. */
export async function countActiveContracts(
  tenant: Tenant,
  customerIds: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, number>> {
  const rows = await rowsOf<{ customerId: string; contracts: number }>(
    environmentStore(tenant.environment).pool,
    `SELECT customer_id AS "customerId", count(*)::int AS contracts FROM contracts
     WHERE organization_id = $1 AND customer_id = ANY ($2::uuid[])
       AND cancelled_at IS NULL AND (end_date IS NULL OR end_date > $3::date)
     GROUP BY customer_id`,
    [tenant.organizationId, customerIds, today],
  );
  return new Map(rows.map(({ customerId, contracts }) => [customerId, contracts]));
}

/**
 * How many events count for each of these customers in a range, under every id that a customer has or had.
 * Throws `SERVICE_UNAVAILABLE` when the event store does not say so soon.
 */
export async function countEventsOfCustomers(
  tenant: Tenant,
  customerIds: readonly string[],
  range: InstantRange,
): Promise<ReadonlyMap<string, number>> {
  const names = await namesOfCustomers(tenant, customerIds);
  const parameters = new SqlParameters();
  const rows = await readRows<{ name: string; events: number }>(
    tenant.environment,
    `SELECT toString(customer) AS name, toUInt64(count()) AS events FROM usage_events FINAL
     WHERE organization_id = ${parameters.bind("UUID", tenant.organizationId)} AND ${parameters.within(range)}
       AND customer IN ${parameters.texts([...names.values()].flat())}
     GROUP BY name`,
    parameters.values,
    AbortSignal.timeout(EVENTS_LIMIT_MS),
  );
  const byName = new Map(rows.map(({ name, events }) => [name, events]));
  const sumOf = (own: readonly string[]) => own.reduce((sum, name) => sum + (byName.get(name) ?? 0), 0);
  return new Map([...names].map(([customerId, own]) => [customerId, sumOf(own)]));
}

import type { Tenant } from "@/lib/domain/environment";
import { readRows } from "./event-store";

export type UsageFacets = { readonly eventNames: string[]; readonly propertyNames: string[] };

const NAMES_MAX = 100;
/** Properties are wide: names that so many events do not have, taken from all parts of the store, are typed by hand. */
const EVENTS_LOOKED_AT = 200_000;
/** How many rows ClickHouse reads or skips together. */
const GRANULE_ROWS = 8_192;

/** What usage can be held to and grouped by, the most frequent first. */
export async function findUsageFacets(tenant: Tenant, eventsLookedAt = EVENTS_LOOKED_AT): Promise<UsageFacets> {
  const names = (query: string) =>
    readRows<{ name: string }>(tenant.environment, query, { organization: tenant.organizationId });
  const [events, properties] = await Promise.all([
    names(
      `SELECT event_name AS name FROM usage_events WHERE organization_id = {organization:UUID}
       GROUP BY name ORDER BY count() DESC, name LIMIT ${NAMES_MAX}`,
    ),
    names(
      `SELECT arrayJoin(mapKeys(properties)) AS name FROM (
         WITH (SELECT count() FROM usage_events WHERE organization_id = {organization:UUID}) AS events
         SELECT properties FROM usage_events WHERE organization_id = {organization:UUID}
           AND intDiv(_part_offset, ${GRANULE_ROWS}) % (intDiv(events, ${eventsLookedAt}) + 1) = 0)
       GROUP BY name ORDER BY count() DESC, name LIMIT ${NAMES_MAX}`,
    ),
  ]);
  return { eventNames: events.map(({ name }) => name), propertyNames: properties.map(({ name }) => name) };
}

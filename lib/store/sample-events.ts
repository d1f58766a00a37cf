import type { Tenant } from "@/lib/domain/environment";
import { unavailable } from "@/lib/domain/errors";
import { SAMPLE_DATA_NAME } from "@/lib/domain/sample-data";
import { eventStore, eventStoreErrorName } from "./event-store";

/**
 * Takes away the usage events that came with sample data, whoever their customers are now, and nobody else's: no request can have
 * that name for an id. Returns once no query counts them. Throws `SERVICE_UNAVAILABLE` when the store does not answer.
 */
export async function deleteSampleEvents(tenant: Tenant): Promise<void> {
  const { client, cluster } = eventStore(tenant.environment);
  const everywhere = cluster === undefined ? "" : `ON CLUSTER '${cluster}'`;
  try {
    await client.command({
      query: `DELETE FROM usage_events ${everywhere} WHERE organization_id = {organization: UUID} AND request_id = {request: String}`,
      query_params: { organization: tenant.organizationId, request: SAMPLE_DATA_NAME },
      clickhouse_settings: { lightweight_deletes_sync: "2" },
    });
  } catch (error) {
    throw unavailable(eventStoreErrorName(error));
  }
}

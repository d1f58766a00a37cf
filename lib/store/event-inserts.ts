import type { Environment } from "@/lib/domain/environment";
import type { RejectedEvent } from "@/lib/domain/usage-event";
import { eventStore, insertNative } from "./event-store";

/** Stores a block of `usage_events` in ClickHouse's Native format; again with the same token changes nothing. Throws what the client throws. */
export const insertEvents = (environment: Environment, block: readonly Buffer[], token: string): Promise<void> =>
  insertNative(environment, "usage_events", block, token);

/** Lists lines that could not be stored; again with the same token changes nothing. Throws what the client throws. */
export async function insertRejected(
  environment: Environment,
  rejected: readonly RejectedEvent[],
  token: string,
): Promise<void> {
  if (rejected.length === 0) return;
  await eventStore(environment).client.insert({
    table: "rejected_events",
    format: "JSONEachRow",
    values: rejected.map(({ receivedAt, ...event }) => ({
      organization_id: event.organizationId,
      received_at: receivedAt.toISOString().slice(0, -1).replace("T", " "),
      request_id: event.requestId,
      line: event.line,
      reason: event.reason,
      path: event.path,
      idempotency_key: event.idempotencyKey,
      excerpt: event.excerpt,
    })),
    clickhouse_settings: { insert_deduplication_token: token, async_insert: 0 },
  });
}

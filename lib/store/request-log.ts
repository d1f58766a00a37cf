import type { Environment } from "@/lib/domain/environment";
import type { LoggedRequest } from "@/lib/domain/logged-request";
import { eventStore } from "./event-store";
import { NOBODY } from "./request-log-schema";

/** A request as a row, made when it is written. */
export type RequestRow = readonly (string | number)[];

const COLUMNS = [
  "organization_id",
  "at",
  "request_id",
  "key_id",
  "secret_id",
  "foreign_hint",
  "method",
  "route",
  "scope",
  "status",
  "error_code",
  "error_message",
  "failed_check",
  "duration_us",
  "address",
  "user_agent",
  "events",
  "server_id",
] as const;

export const requestRowOf = (serverId: string, userAgent: string, logged: LoggedRequest): RequestRow => [
  logged.caller?.organizationId ?? NOBODY,
  // A bare number is in the ticks of the column.
  logged.atMs,
  logged.requestId,
  logged.caller?.keyId ?? NOBODY,
  logged.caller?.secretId ?? NOBODY,
  logged.foreignHint ?? "",
  logged.method,
  logged.route,
  logged.scope,
  logged.status,
  logged.errorCode,
  logged.errorMessage,
  logged.failedCheck ?? "",
  logged.durationUs,
  logged.address ?? "",
  userAgent,
  logged.events,
  serverId,
];

/** Stores rows once for each token: again with the same rows changes nothing. Throws what the client throws. */
export async function insertRequestsAcrossTenants(
  environment: Environment,
  rows: readonly RequestRow[],
  token: string,
): Promise<void> {
  await eventStore(environment).client.insert({
    table: "requests",
    columns: [...COLUMNS],
    format: "JSONCompactEachRow",
    values: rows,
    clickhouse_settings: { insert_deduplication_token: token, async_insert: 0, wait_end_of_query: 1 },
  });
}

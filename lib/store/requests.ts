import type { Environment, Tenant } from "@/lib/domain/environment";
import type { LoggedRequest } from "@/lib/domain/logged-request";
import { isRequestCheck } from "@/lib/domain/request-check";
import { decodeCursor, instantAt, textAt } from "./cursor";
import { readRows } from "./event-store";
import { readEventStorePage } from "./event-store-page";
import type { Page } from "./page";
import { type RequestFilter, requestSelection } from "./request-conditions";
import { NOBODY } from "./request-log-schema";
import { SqlParameters } from "./usage-sql";

/** A request as the log has it; its server by the id under which that signed on. */
export type StoredRequest = LoggedRequest & { readonly serverId: string };

type RequestRow = {
  readonly organization_id: string;
  readonly at_ms: number;
  readonly request_id: string;
  readonly key_id: string;
  readonly secret_id: string;
  readonly foreign_hint: string;
  readonly method: string;
  readonly route: string;
  readonly scope: string;
  readonly status: number;
  readonly error_code: string;
  readonly error_message: string;
  readonly failed_check: string;
  readonly duration_us: number;
  readonly address: string;
  readonly user_agent: string;
  readonly events: number;
  readonly server_id: string;
};

const COLUMNS = `organization_id, toUnixTimestamp64Milli(at) AS at_ms, request_id, key_id, secret_id, foreign_hint, method, route,
  scope, status, error_code, error_message, failed_check, duration_us, address, user_agent, events, server_id`;

/** One page, newest first, then by request id from Z to A. */
export async function listRequests(
  tenant: Tenant,
  filter: RequestFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<Page<StoredRequest>> {
  const filters = ["requests", { ...filter, foreignHints: filter.foreignHints.length > 0 }];
  const after = page.cursor === undefined ? null : decodeCursor(page.cursor, filters, 2);
  const parameters = new SqlParameters();
  const { owners, matching } = requestSelection(tenant, parameters, filter);
  const counting = owners.map(
    (owner) => `SELECT count() AS n FROM requests WHERE ${[owner, ...matching].join(" AND ")}`,
  );
  const countParameters = { ...parameters.values };
  const position = after
    ? [`(at, request_id) < (${parameters.instant(instantAt(after, 0))}, ${parameters.text(textAt(after, 1))})`]
    : [];
  const limit = parameters.bind("UInt32", page.limit + 1);
  // Of each owner alone, because then the rows lie in the order of the list.
  const listing = owners.map(
    (owner) => `SELECT * FROM requests WHERE ${[owner, ...matching, ...position].join(" AND ")}
      ORDER BY at DESC, request_id DESC LIMIT ${limit}`,
  );
  return readEventStorePage<RequestRow, StoredRequest>(tenant, {
    rows: [
      [
        `SELECT ${COLUMNS} FROM (${listing.map((select) => `(${select})`).join(" UNION ALL ")})
       ORDER BY at DESC, request_id DESC LIMIT ${limit}`,
        parameters.values,
      ],
    ],
    total: [`SELECT sum(n) AS total FROM (${counting.join(" UNION ALL ")})`, countParameters],
    limit: page.limit,
    itemOf: requestOf,
    positionOf: ({ atMs, requestId }) => [new Date(atMs).toISOString(), requestId],
    filters,
  });
}

/** The newest request with this id, or the one of the instant. Callers choose ids, so that several may have the same. */
export function findRequest(
  tenant: Tenant,
  requestId: string,
  at: Date | undefined,
  foreignHints: readonly string[],
): Promise<StoredRequest | null> {
  const parameters = new SqlParameters();
  const { owners } = requestSelection(tenant, parameters, { foreignHints });
  return findNewest(tenant.environment, parameters, `(${owners.join(" OR ")})`, requestId, at);
}

/** The newest request with this id that belongs to nobody. Whoever knows the id may be told its checks, and nothing else. */
export function findStrangersRequestAcrossTenants(
  environment: Environment,
  requestId: string,
): Promise<StoredRequest | null> {
  const parameters = new SqlParameters();
  return findNewest(environment, parameters, `organization_id = '${NOBODY}'`, requestId, undefined);
}

async function findNewest(
  environment: Environment,
  parameters: SqlParameters,
  owner: string,
  requestId: string,
  at: Date | undefined,
): Promise<StoredRequest | null> {
  const conditions = [owner, `request_id = ${parameters.text(requestId)}`];
  if (at) conditions.push(`at = ${parameters.instant(at)}`);
  const [row] = await readRows<RequestRow>(
    environment,
    `SELECT ${COLUMNS} FROM requests WHERE ${conditions.join(" AND ")} ORDER BY at DESC LIMIT 1`,
    parameters.values,
  );
  return row ? requestOf(row) : null;
}

function requestOf(row: RequestRow): StoredRequest {
  const isStrangers = row.organization_id === NOBODY;
  return {
    caller: isStrangers ? null : { organizationId: row.organization_id, keyId: row.key_id, secretId: row.secret_id },
    foreignHint: row.foreign_hint === "" ? null : row.foreign_hint,
    atMs: row.at_ms,
    requestId: row.request_id,
    method: row.method,
    route: row.route,
    scope: row.scope,
    status: row.status,
    errorCode: row.error_code,
    errorMessage: row.error_message,
    failedCheck: isRequestCheck(row.failed_check) ? row.failed_check : null,
    durationUs: row.duration_us,
    address: row.address === "" ? null : row.address,
    userAgent: row.user_agent === "" ? null : row.user_agent,
    events: row.events,
    serverId: row.server_id,
  };
}

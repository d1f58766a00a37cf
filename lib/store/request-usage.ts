// What one key, or an organization, asked for over a span: sums over the request log.
import type { InstantRange } from "@/lib/domain/billable-usage";
import type { Environment, Tenant } from "@/lib/domain/environment";
import { readRows } from "./event-store";
import { NOBODY } from "./request-log-schema";
import { SqlParameters } from "./usage-sql";

export type RequestCounts = {
  readonly requests: number;
  readonly succeeded: number;
  /** 401 and 403. */
  readonly refused: number;
  readonly rateLimited: number;
  /** Every 4xx: with those refused and limited. */
  readonly clientErrors: number;
  readonly serverErrors: number;
};

export type UsageWindow = "HOUR" | "DAY";

export type KeyRequests = {
  /** `addresses`: how many different ones, without those that are unknown. */
  readonly totals: RequestCounts & { readonly durationP95Us: number; readonly addresses: number };
  /** Only windows with requests, oldest first. */
  readonly breakdown: readonly (RequestCounts & { readonly startMs: number })[];
  readonly routes: readonly { readonly route: string; readonly requests: number }[];
  readonly scopes: readonly { readonly scope: string; readonly requests: number; readonly lastMs: number }[];
  readonly secrets: readonly { readonly secretId: string; readonly requests: number; readonly lastMs: number }[];
  /** Of the secrets that were asked about: only windows with requests, oldest first. */
  readonly secretWindows: readonly { readonly secretId: string; readonly startMs: number; readonly requests: number }[];
};

/** A key, and those of its secrets that are told window by window: few, because each may have a row in every window. */
export type AskedKey = { readonly id: string; readonly secretIds: readonly string[] };

const COUNTS = `toUInt64(count()) AS requests, countIf(status < 400) AS succeeded, countIf(status IN (401, 403)) AS refused,
  countIf(status = 429) AS rateLimited, countIf(status >= 400 AND status < 500) AS clientErrors, countIf(status >= 500) AS serverErrors`;
const LISTED_MAX = 100;

/** All that is told of a key's use. Scopes count admitted requests alone: one that lacked its scope did not use it. */
export async function readKeyRequests(
  tenant: Tenant,
  asked: AskedKey,
  range: InstantRange,
  window: UsageWindow,
): Promise<KeyRequests> {
  const parameters = new SqlParameters();
  const where = ofKey(parameters, tenant, asked.id, range);
  const secretIds = parameters.bind("Array(UUID)", asked.secretIds);
  const read = <Row>(select: string) => readRows<Row>(tenant.environment, select, parameters.values);
  const starts = window === "HOUR" ? "toStartOfHour(at)" : "toStartOfDay(at)";
  const [[totals], breakdown, routes, scopes, secrets, secretWindows] = await Promise.all([
    read<KeyRequests["totals"]>(
      `SELECT ${COUNTS}, ifNotFinite(quantileTDigest(0.95)(duration_us), 0) AS durationP95Us,
         toUInt64(uniqExactIf(address, address != '')) AS addresses FROM requests WHERE ${where}`,
    ),
    read<KeyRequests["breakdown"][number]>(
      `SELECT toUnixTimestamp(${starts}) * 1000 AS startMs, ${COUNTS} FROM requests WHERE ${where}
       GROUP BY startMs ORDER BY startMs`,
    ),
    read<KeyRequests["routes"][number]>(
      `SELECT concat(method, ' ', requests.route) AS route, toUInt64(count()) AS requests FROM requests WHERE ${where} AND requests.route != ''
       GROUP BY method, requests.route ORDER BY requests DESC, route LIMIT ${LISTED_MAX}`,
    ),
    read<KeyRequests["scopes"][number]>(
      `SELECT scope, toUInt64(count()) AS requests, toUnixTimestamp64Milli(max(at)) AS lastMs FROM requests
       WHERE ${where} AND scope != '' AND failed_check IN ('', 'input') GROUP BY scope ORDER BY requests DESC, scope`,
    ),
    read<KeyRequests["secrets"][number]>(
      `SELECT secret_id AS secretId, toUInt64(count()) AS requests, toUnixTimestamp64Milli(max(at)) AS lastMs FROM requests
       WHERE ${where} GROUP BY secretId ORDER BY lastMs DESC LIMIT ${LISTED_MAX}`,
    ),
    read<KeyRequests["secretWindows"][number]>(
      `SELECT secret_id AS secretId, toUnixTimestamp(${starts}) * 1000 AS startMs, toUInt64(count()) AS requests FROM requests
       WHERE ${where} AND has(${secretIds}, secret_id) GROUP BY secretId, startMs ORDER BY startMs`,
    ),
  ]);
  return { totals: totals ?? NOTHING, breakdown, routes, scopes, secrets, secretWindows };
}

const NOTHING: KeyRequests["totals"] = {
  requests: 0,
  succeeded: 0,
  refused: 0,
  rateLimited: 0,
  clientErrors: 0,
  serverErrors: 0,
  durationP95Us: 0,
  addresses: 0,
};

export type SeenAddress = {
  readonly address: string;
  readonly requests: number;
  readonly refused: number;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly userAgents: readonly string[];
};

const ADDRESSES_MAX = 1_000;
const AGENTS_PER_ADDRESS = 3;

/** Where a key was used from, most requests first; of a great many the first 1 000. Requests of unknown addresses are left out. */
export async function listKeyAddresses(
  tenant: Tenant,
  keyId: string,
  range: InstantRange,
): Promise<{ addresses: readonly SeenAddress[]; total: number }> {
  const parameters = new SqlParameters();
  const where = `${ofKey(parameters, tenant, keyId, range)} AND address != ''`;
  const [addresses, [counted]] = await Promise.all([
    readRows<SeenAddress>(
      tenant.environment,
      `SELECT address, toUInt64(count()) AS requests, countIf(status IN (401, 403)) AS refused,
         toUnixTimestamp64Milli(min(at)) AS firstMs, toUnixTimestamp64Milli(max(at)) AS lastMs,
         topK(${AGENTS_PER_ADDRESS})(user_agent) AS userAgents
       FROM requests WHERE ${where} GROUP BY address ORDER BY requests DESC, address LIMIT ${ADDRESSES_MAX}`,
      parameters.values,
    ),
    readRows<{ total: number }>(
      tenant.environment,
      `SELECT uniqExact(address) AS total FROM requests WHERE ${where}`,
      parameters.values,
    ),
  ]);
  return { addresses, total: counted?.total ?? 0 };
}

export type ForeignUse = {
  readonly requests: number;
  /** Of the newest; the address is empty when it is unknown. */
  readonly lastMs: number;
  readonly lastAddress: string;
};

/**
 * How often an environment refused secrets because they belong to the other one. Such requests are nobody's there: whoever asks
 * has to own the secrets with these hints.
 */
export async function readForeignUseAcrossTenants(
  environment: Environment,
  hints: readonly string[],
  range: InstantRange,
): Promise<ForeignUse | null> {
  const parameters = new SqlParameters();
  const [use] = await readRows<ForeignUse>(
    environment,
    `SELECT toUInt64(count()) AS requests, toUnixTimestamp64Milli(max(at)) AS lastMs, argMax(address, at) AS lastAddress
     FROM requests WHERE organization_id = '${NOBODY}' AND foreign_hint IN ${parameters.texts(hints)}
       AND ${spanOf(parameters, range)}`,
    parameters.values,
  );
  return use && use.requests > 0 ? use : null;
}

/** The endpoints that were asked for in a span, as "GET /v1/customers". */
export async function findRequestedRoutes(tenant: Tenant, range: InstantRange): Promise<readonly string[]> {
  const parameters = new SqlParameters();
  const where = `organization_id = ${parameters.bind("UUID", tenant.organizationId)} AND ${spanOf(parameters, range)}`;
  const routes = await readRows<{ asked: string }>(
    tenant.environment,
    `SELECT concat(method, ' ', route) AS asked FROM requests WHERE ${where} AND route != '' GROUP BY method, route
     ORDER BY route, method LIMIT ${LISTED_MAX}`,
    parameters.values,
  );
  return routes.map(({ asked }) => asked);
}

export type RequestSummary = {
  readonly requests: number;
  readonly unauthorized: number;
  readonly forbidden: number;
  readonly rateLimited: number;
  readonly serverErrors: number;
  readonly eventsAccepted: number;
};

/** The organization's requests of a span in figures. */
export async function readRequestSummary(tenant: Tenant, range: InstantRange): Promise<RequestSummary> {
  const parameters = new SqlParameters();
  const where = `organization_id = ${parameters.bind("UUID", tenant.organizationId)} AND ${spanOf(parameters, range)}`;
  const [summary] = await readRows<RequestSummary>(
    tenant.environment,
    `SELECT toUInt64(count()) AS requests, countIf(status = 401) AS unauthorized, countIf(status = 403) AS forbidden,
       countIf(status = 429) AS rateLimited, countIf(status >= 500) AS serverErrors, sum(events) AS eventsAccepted
     FROM requests WHERE ${where}`,
    parameters.values,
  );
  return summary ?? { requests: 0, unauthorized: 0, forbidden: 0, rateLimited: 0, serverErrors: 0, eventsAccepted: 0 };
}

function ofKey(parameters: SqlParameters, { organizationId }: Tenant, keyId: string, range: InstantRange): string {
  return `organization_id = ${parameters.bind("UUID", organizationId)} AND key_id = ${parameters.bind("UUID", keyId)}
    AND ${spanOf(parameters, range)}`;
}

const spanOf = (parameters: SqlParameters, { start, end }: InstantRange): string =>
  `at >= ${parameters.instant(start)} AND at < ${parameters.instant(end)}`;

import type { Tenant } from "@/lib/domain/environment";
import type { PropertyKind, StoredUsageEvent } from "@/lib/domain/usage-event";
import { decodeCursor, instantAt, textAt } from "./cursor";
import { namesOfCustomer, namesOfExternalCustomer } from "./event-customers";
import { readEventStorePage } from "./event-store-page";
import type { Page, PageQuery } from "./page";
import { CUSTOMER_MARK, SqlParameters } from "./usage-sql";

export type StoredEventFilter = {
  readonly eventName?: string | undefined;
  readonly customerId?: string | undefined;
  readonly externalCustomerId?: string | undefined;
  readonly contractId?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly start?: Date | undefined;
  readonly end?: Date | undefined;
};

type EventRow = {
  readonly event_name: string;
  readonly customer: string;
  readonly contract_id: string;
  readonly idempotency_key: string;
  readonly at_ms: number;
  readonly received_ms: number;
  readonly names: readonly string[];
  readonly texts: readonly string[];
  readonly property_kinds: string;
  readonly request_id: string;
};

/** One page, latest timestamp first, then by key from Z to A. Only the version of an event that counts. */
export async function listStoredEvents(
  tenant: Tenant,
  filter: StoredEventFilter,
  page: PageQuery,
): Promise<Page<StoredUsageEvent>> {
  const filters = ["usage_events", filter];
  const after = page.cursor === undefined ? null : decodeCursor(page.cursor, filters, 2);
  const parameters = new SqlParameters();
  const matching = (await conditionsOf(tenant, parameters, filter)).join(" AND ");
  const countParameters = { ...parameters.values };
  const position = after
    ? `AND (timestamp, idempotency_key) < (${parameters.instant(instantAt(after, 0))}, ${parameters.text(textAt(after, 1))})`
    : "";
  const organization = parameters.bind("UUID", tenant.organizationId);
  const limit = parameters.bind("UInt32", page.limit + 1);
  const offset = parameters.bind("UInt32", page.offset ?? 0);
  // The keys of the page first: properties and request ids are wide, and needed for these rows only.
  const rowsWhere = (conditions: string) => `
    SELECT event_name, customer, contract_id, idempotency_key, toUnixTimestamp64Milli(timestamp) AS at_ms,
      intDiv(toUInt64(bitShiftRight(version, 20)), 1000) AS received_ms,
      mapKeys(properties) AS names, mapValues(properties) AS texts, property_kinds, request_id
    FROM usage_events FINAL
    WHERE organization_id = ${organization} AND idempotency_key IN (
      SELECT idempotency_key FROM usage_events FINAL WHERE ${conditions}
      ORDER BY timestamp DESC, idempotency_key DESC LIMIT ${limit} OFFSET ${offset})
    ORDER BY timestamp DESC, idempotency_key DESC`;
  const latest = after ? instantAt(after, 0) : filter.end;
  const lastHour = `hour >= toStartOfHour(${latest ? parameters.instant(latest) : "now()"}) - INTERVAL 1 HOUR`;
  return readEventStorePage<EventRow, StoredUsageEvent>(tenant, {
    // Where events are many the last hour fills the page, and nothing else needs to be read.
    rows: [
      [rowsWhere(`${matching} ${position} AND ${lastHour}`), parameters.values],
      [rowsWhere(`${matching} ${position}`), parameters.values],
    ],
    total: [`SELECT count() AS total FROM usage_events FINAL WHERE ${matching}`, countParameters],
    limit: page.limit,
    itemOf: eventOf,
    positionOf: ({ timestamp, idempotencyKey }) => [timestamp.toISOString(), idempotencyKey],
    filters,
  });
}

async function conditionsOf(
  tenant: Tenant,
  parameters: SqlParameters,
  filter: StoredEventFilter,
): Promise<readonly string[]> {
  const { eventName, customerId, externalCustomerId, contractId, idempotencyKey, start, end } = filter;
  const conditions = [`organization_id = ${parameters.bind("UUID", tenant.organizationId)}`];
  if (eventName !== undefined) conditions.push(`event_name = ${parameters.text(eventName)}`);
  if (customerId !== undefined)
    conditions.push(`customer IN ${parameters.texts(await namesOfCustomer(tenant, customerId))}`);
  if (externalCustomerId !== undefined)
    conditions.push(`customer IN ${parameters.texts(await namesOfExternalCustomer(tenant, externalCustomerId))}`);
  if (contractId !== undefined) conditions.push(`contract_id = ${parameters.text(contractId)}`);
  if (idempotencyKey !== undefined) conditions.push(`idempotency_key = ${parameters.text(idempotencyKey)}`);
  if (start) conditions.push(`timestamp >= ${parameters.instant(start)}`);
  if (end) conditions.push(`timestamp < ${parameters.instant(end)}`);
  return conditions;
}

const KINDS: Readonly<Record<string, PropertyKind>> = { 1: "text", 2: "number", 3: "boolean" };

function eventOf(row: EventRow): StoredUsageEvent {
  const isExternal = row.customer.startsWith(CUSTOMER_MARK.externalId);
  const customer = row.customer.slice(1);
  return {
    eventName: row.event_name,
    customerId: isExternal ? null : customer,
    externalCustomerId: isExternal ? customer : null,
    contractId: row.contract_id === "" ? null : row.contract_id,
    idempotencyKey: row.idempotency_key,
    timestamp: new Date(row.at_ms),
    properties: row.names.map((name, at) => ({
      name,
      kind: KINDS[row.property_kinds[at] ?? ""] ?? "text",
      text: row.texts[at] ?? "",
    })),
    receivedAt: new Date(row.received_ms),
    requestId: row.request_id,
  };
}

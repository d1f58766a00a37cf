import type { InstantRange } from "@/lib/domain/billable-usage";
import type { Tenant } from "@/lib/domain/environment";
import type { RejectedEvent } from "@/lib/domain/usage-event";
import { decodeCursor, instantAt, sequenceAt, textAt } from "./cursor";
import { readRows } from "./event-store";
import { readEventStorePage } from "./event-store-page";
import type { Page, PageQuery } from "./page";
import { SqlParameters } from "./usage-sql";

export type RejectedEventFilter = {
  readonly requestId?: string | undefined;
  readonly start?: Date | undefined;
  readonly end?: Date | undefined;
};

type RejectedRow = {
  readonly received_ms: number;
  readonly request_id: string;
  readonly line: number;
  readonly reason: string;
  readonly path: string;
  readonly idempotency_key: string | null;
  readonly excerpt: string;
};

/** One page, latest arrival first, then by request and line. */
export async function listRejectedEvents(
  tenant: Tenant,
  filter: RejectedEventFilter,
  page: PageQuery,
): Promise<Page<RejectedEvent>> {
  const filters = ["rejected_events", filter];
  const after = page.cursor === undefined ? null : decodeCursor(page.cursor, filters, 3);
  const parameters = new SqlParameters();
  const conditions = [`organization_id = ${parameters.bind("UUID", tenant.organizationId)}`];
  if (filter.requestId !== undefined) conditions.push(`request_id = ${parameters.text(filter.requestId)}`);
  if (filter.start) conditions.push(`received_at >= ${parameters.instant(filter.start)}`);
  if (filter.end) conditions.push(`received_at < ${parameters.instant(filter.end)}`);
  const matching = conditions.join(" AND ");
  const countParameters = { ...parameters.values };
  const position = after
    ? `AND (-toUnixTimestamp64Milli(received_at), request_id, line) > (${parameters.bind("Int64", -instantAt(after, 0).getTime())},
        ${parameters.text(textAt(after, 1))}, ${parameters.bind("UInt32", sequenceAt(after, 2))})`
    : "";
  return readEventStorePage<RejectedRow, RejectedEvent>(tenant, {
    rows: [
      [
        `SELECT toUnixTimestamp64Milli(received_at) AS received_ms, request_id, line, reason, path, idempotency_key, excerpt
       FROM rejected_events FINAL WHERE ${matching} ${position}
       ORDER BY received_at DESC, request_id, line
       LIMIT ${parameters.bind("UInt32", page.limit + 1)} OFFSET ${parameters.bind("UInt32", page.offset ?? 0)}`,
        parameters.values,
      ],
    ],
    total: [`SELECT count() AS total FROM rejected_events FINAL WHERE ${matching}`, countParameters],
    limit: page.limit,
    itemOf: (row) => rejectedOf(tenant, row),
    positionOf: ({ receivedAt, requestId, line }) => [receivedAt.toISOString(), requestId, line],
    filters,
  });
}

const rejectedOf = ({ organizationId }: Tenant, row: RejectedRow): RejectedEvent => ({
  organizationId,
  receivedAt: new Date(row.received_ms),
  requestId: row.request_id,
  line: row.line,
  reason: row.reason,
  path: row.path,
  idempotencyKey: row.idempotency_key,
  excerpt: row.excerpt,
});

/** How many lines of a span could not be stored. */
export async function countRejectedEvents(tenant: Tenant, { start, end }: InstantRange): Promise<number> {
  const parameters = new SqlParameters();
  const [counted] = await readRows<{ total: number }>(
    tenant.environment,
    `SELECT toUInt64(count()) AS total FROM rejected_events FINAL
     WHERE organization_id = ${parameters.bind("UUID", tenant.organizationId)}
       AND received_at >= ${parameters.instant(start)} AND received_at < ${parameters.instant(end)}`,
    parameters.values,
  );
  return counted?.total ?? 0;
}

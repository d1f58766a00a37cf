import type { StoredAuditEntry } from "@/lib/store/audit-events";
import { type AuditEntryJson, auditEntryJson } from "./schemas/audit-log";

/** The wire form of an audit entry. */
export function auditEntryJsonOf({ organizationId: _, ...entry }: StoredAuditEntry): AuditEntryJson {
  return auditEntryJson.parse({ ...entry, occurredAt: entry.occurredAt.toISOString() });
}

const COLUMNS = [
  "sequence",
  "occurredAt",
  "actor",
  "action",
  "target",
  "targetId",
  "address",
  "requestId",
  "before",
  "after",
  "details",
  "hash",
];

/** A download of any length that never stands in memory as a whole. */
export function auditExportOf(
  entries: AsyncIterable<StoredAuditEntry>,
  format: "csv" | "jsonl",
  name: string,
): Response {
  const lines = format === "csv" ? csvLines(entries) : jsonLines(entries);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${value}\n`));
    },
    cancel: async () => void (await lines.return(undefined)),
  });
  return new Response(body, {
    headers: {
      "Content-Type": format === "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson",
      "Content-Disposition": `attachment; filename="mintkey-${name}.${format}"`,
    },
  });
}

async function* jsonLines(entries: AsyncIterable<StoredAuditEntry>): AsyncGenerator<string> {
  for await (const entry of entries) yield JSON.stringify(auditEntryJsonOf(entry));
}

async function* csvLines(entries: AsyncIterable<StoredAuditEntry>): AsyncGenerator<string> {
  yield COLUMNS.join(",");
  for await (const entry of entries) yield csvLineOf(auditEntryJsonOf(entry));
}

function csvLineOf({
  sequence,
  occurredAt,
  actor,
  action,
  target,
  before,
  after,
  details,
  hash,
}: AuditEntryJson): string {
  const json = (value: unknown) => (value === null ? "" : JSON.stringify(value));
  const cells = [
    sequence,
    occurredAt,
    actor.name,
    action,
    target.name,
    target.id,
    actor.ip,
    actor.requestId,
    json(before),
    json(after),
    json(details),
    hash,
  ];
  return cells.map((cell) => csvCellOf(String(cell ?? ""))).join(",");
}

/** A quoted cell. A leading = + - @ is taken as a formula by spreadsheets, so an apostrophe goes before it. */
export function csvCellOf(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}

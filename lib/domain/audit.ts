// Each entry of an organization's audit log carries the hash of the one before: a later edit of any row shows.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

export type AuditAction =
  | "organization.created"
  | "person.password_changed"
  | "session.started"
  | "session.ended"
  | "session.password_refused"
  | "api_key.created"
  | "api_key.changed"
  | "api_key.rotated"
  | "api_key.rotation_finished"
  | "api_key.rotation_extended"
  | "api_key.rotation_rolled_back"
  | "api_key.revoked"
  | "customer.created"
  | "customer.changed"
  | "meter.created"
  | "meter.archived"
  | "pricing.created"
  | "plan.created"
  | "plan.changed"
  | "plan.archived"
  | "contract.created"
  | "contract.changed"
  | "contract.cancelled"
  | "credit.granted"
  | "invoice.finalized"
  | "invoice.paid"
  | "invoice.cancelled"
  | "invoice.refunded"
  | "sample_data.added"
  | "sample_data.removed";

/** Who did it, as the log keeps it: the request id leads to the call, `ip` and `userAgent` to the place. */
export type Actor = {
  readonly kind: "member" | "api_key" | "command_line" | "system";
  readonly id: string | null;
  readonly name: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly requestId: string | null;
  /**
   * Only where sample data acts: its rows are dated by the year that it walks through, but nobody did anything then, so the log
   * says when each was really written. What it creates is noted as sample data.
   */
  readonly sampleWrittenAt?: Date;
};

export type AuditTarget = { readonly kind: string; readonly id: string; readonly name: string };

/** One change, told in the past tense. Never holds a secret or a digest. */
export type AuditEvent = {
  readonly action: AuditAction;
  readonly target: AuditTarget;
  readonly before?: JsonObject;
  readonly after?: JsonObject;
  readonly details?: JsonObject;
};

export type AuditEntry = {
  readonly organizationId: string;
  readonly sequence: number;
  readonly id: string;
  readonly occurredAt: Date;
  readonly action: string;
  readonly actor: Json;
  readonly target: Json;
  readonly before: Json;
  readonly after: Json;
  readonly details: Json;
  readonly previousHash: string;
};

/** What precedes the first entry of a chain. */
export const CHAIN_START = "0".repeat(64);

/** The exact text an entry's hash is computed over; equal facts give equal texts, whatever the order of members. */
export function auditEntryText(entry: AuditEntry): string {
  return canonicalJson({ ...entry, occurredAt: entry.occurredAt.toISOString() });
}

/** The members whose values differ, as two objects; nothing where both agree. */
export function differenceOf(before: JsonObject, after: JsonObject): { before: JsonObject; after: JsonObject } {
  const changed = Object.keys(after).filter(
    (name) => canonicalJson(before[name] ?? null) !== canonicalJson(after[name] ?? null),
  );
  const pick = (source: JsonObject) => Object.fromEntries(changed.map((name) => [name, source[name] ?? null]));
  return { before: pick(before), after: pick(after) };
}

export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(",")}}`;
}

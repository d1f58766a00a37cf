import { z } from "zod";
import { instant, text, timestamp, uuid } from "@/lib/api/schemas/fields";
import { cursorParameter, oneOf, pageLimit, pageOf } from "@/lib/api/schemas/paging";

/** `environment`: what happened to keys and data of this environment. `organization`: sign-ins, passwords, members, for both. */
export const AUDIT_CHAINS = ["environment", "organization"] as const;

const filters = {
  chain: z.enum(AUDIT_CHAINS).default("environment"),
  actor: text({ min: 1, max: 100 }).optional(),
  action: text({ min: 1, max: 100 }).optional(),
  target: uuid.optional(),
  search: text({ min: 1, max: 100 }).optional(),
  from: timestamp.optional(),
  to: timestamp.optional(),
};

export const listAuditLogQuery = z.strictObject({ ...filters, limit: pageLimit(50), cursor: cursorParameter });
export const exportAuditLogQuery = z.strictObject({ ...filters, format: z.enum(["csv", "jsonl"]) });
export const auditChainQuery = z.strictObject({ chain: filters.chain });

const json = z.record(z.string(), z.unknown()).nullable();

export const auditEntryJson = z.strictObject({
  sequence: z.int(),
  id: uuid,
  occurredAt: instant,
  action: z.string(),
  actor: z.strictObject({
    kind: z.string(),
    id: z.string().nullable(),
    name: z.string(),
    ip: z.string().nullable(),
    userAgent: z.string().nullable(),
    requestId: z.string().nullable(),
  }),
  target: z.strictObject({ kind: z.string(), id: z.string(), name: z.string() }),
  before: json,
  after: json,
  details: json,
  previousHash: z.string(),
  hash: z.string(),
});

export const auditLogPage = pageOf(auditEntryJson);

export const auditVerificationAnswer = oneOf(
  z.strictObject({
    entries: z.int(),
    /** The first entry that does not follow from the one before; null when the chain is unbroken. */
    brokenAt: z.strictObject({ sequence: z.int(), id: z.string().nullable() }).nullable(),
    checkedAt: instant,
  }),
);

export const auditFacetsAnswer = oneOf(
  z.strictObject({
    actors: z.array(z.strictObject({ id: z.string(), name: z.string(), kind: z.string() })),
    actions: z.array(z.string()),
  }),
);

export type AuditEntryJson = z.output<typeof auditEntryJson>;
export type AuditVerificationJson = z.output<typeof auditVerificationAnswer>["data"];

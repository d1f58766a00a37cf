import { z } from "zod";
import { endpoint } from "@/lib/api/endpoint";
import { eachAuditEntry, findAuditFacets, listAuditEntries, verifyAuditChain } from "@/lib/store/audit-log";
import { auditEntryJsonOf, auditExportOf } from "../audit-export";
import {
  auditChainQuery,
  auditFacetsAnswer,
  auditLogPage,
  auditVerificationAnswer,
  exportAuditLogQuery,
  listAuditLogQuery,
} from "../schemas/audit-log";

const SESSION = { credential: "session", scope: null, limit: "per-address", tag: "Audit log", method: "get" } as const;

const listAuditLogEndpoint = endpoint({
  ...SESSION,
  path: "/audit-log",
  summary: "List what happened, newest first",
  query: listAuditLogQuery,
  answer: { status: 200, schema: auditLogPage },
  handle: async ({ tenant, query }) => {
    const { items, ...page } = await listAuditEntries(tenant, query, query);
    return { data: items.map(auditEntryJsonOf), ...page };
  },
});

const facetsEndpoint = endpoint({
  ...SESSION,
  path: "/audit-log/facets",
  summary: "What the log can be filtered by",
  query: auditChainQuery,
  answer: { status: 200, schema: auditFacetsAnswer },
  handle: async ({ tenant, query }) => ({ data: await findAuditFacets(tenant, query.chain) }),
});

const verificationEndpoint = endpoint({
  ...SESSION,
  path: "/audit-log/verification",
  summary: "Recompute the chain",
  query: auditChainQuery,
  answer: { status: 200, schema: auditVerificationAnswer },
  handle: async ({ tenant, query, now }) => ({
    data: { ...(await verifyAuditChain(tenant, query.chain)), checkedAt: now.toISOString() },
  }),
});

const exportEndpoint = endpoint({
  ...SESSION,
  path: "/audit-log/export",
  summary: "Download what happened",
  query: exportAuditLogQuery,
  answer: { status: 200, schema: z.unknown() },
  handle: ({ tenant, query: { format, ...filter } }) =>
    auditExportOf(eachAuditEntry(tenant, filter), format, `${tenant.environment}-audit-log`),
});

export const auditLogEndpoints = [listAuditLogEndpoint, facetsEndpoint, verificationEndpoint, exportEndpoint];

import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { AuditEntryJson, AuditVerificationJson, auditFacetsAnswer } from "@/lib/dashboard-api/schemas/audit-log";
import type { Environment } from "@/lib/domain/environment";
import { dashboardApi } from "@/lib/paths";
import { request } from "./request";

/** The environment's own chain, or the organization's, which both environments share. */
export type AuditChain = "environment" | "organization";

export type AuditLogFilters = {
  chain: AuditChain;
  actor?: string;
  action?: string;
  target?: string;
  search?: string;
  /** Instants. */
  from?: string;
  to?: string;
};

export type AuditLogPage = { data: AuditEntryJson[]; hasMore: boolean; total: number; nextCursor: string | null };
export type AuditFacets = z.output<typeof auditFacetsAnswer>["data"];

export function auditLogQuery(
  environment: Environment,
  filters: AuditLogFilters,
  page: { limit: number; cursor?: string },
) {
  const search = { ...filters, ...page };
  return queryOptions({
    queryKey: [environment, "audit-log", filters.chain, "list", search],
    queryFn: ({ signal }) => request<AuditLogPage>(dashboardApi(environment, "/audit-log", search), { signal }),
    // The rows of the page before stay in view until the next ones are there, but never those of another chain.
    placeholderData: (previous, query) =>
      query?.queryKey[0] === environment && query.queryKey[2] === filters.chain ? previous : undefined,
  });
}

/** Who and what can be filtered by. */
export function auditFacetsQuery(environment: Environment, chain: AuditChain) {
  return queryOptions({
    queryKey: [environment, "audit-log", chain, "facets"],
    queryFn: async ({ signal }) =>
      (await request<{ data: AuditFacets }>(dashboardApi(environment, "/audit-log/facets", { chain }), { signal }))
        .data,
    staleTime: 60_000,
  });
}

/** Reads the whole chain on the server, and so is not repeated unasked. */
export function auditVerificationQuery(environment: Environment, chain: AuditChain) {
  const url = dashboardApi(environment, "/audit-log/verification", { chain });
  return queryOptions({
    queryKey: [environment, "audit-log", chain, "verification"],
    queryFn: async ({ signal }) => (await request<{ data: AuditVerificationJson }>(url, { signal })).data,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export const auditExportPath = (environment: Environment, filters: AuditLogFilters, format: "csv" | "jsonl"): string =>
  dashboardApi(environment, "/audit-log/export", { ...filters, format });

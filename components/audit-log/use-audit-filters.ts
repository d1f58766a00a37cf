"use client";

import { useUrlSearch } from "@/components/shell/use-url-search";
import type { AuditChain, AuditLogFilters } from "@/lib/client/audit-log";

const NONE = { q: null, actor: null, action: null, target: null, from: null, to: null } as const;

/** The filters of the audit log, as the URL has them. */
export function useAuditFilters(chain: AuditChain) {
  const { search, change } = useUrlSearch();
  const read = (name: string) => search.get(name) || undefined;
  const filters: AuditLogFilters = {
    chain,
    actor: read("actor"),
    action: read("action"),
    target: read("target"),
    search: read("q"),
    from: read("from"),
    to: read("to"),
  };
  const isFiltered = Object.keys(NONE).some((name) => search.get(name));
  return { filters, isFiltered, change, clear: () => change(NONE) };
}

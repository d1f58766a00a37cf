"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronDown, ChevronUp, ScrollText } from "lucide-react";
import { useState } from "react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { ListPager, useListPage } from "@/components/shell/list-pager";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState, FilteredEmpty } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { type AuditChain, auditLogQuery } from "@/lib/client/audit-log";
import type { AuditEntryJson } from "@/lib/dashboard-api/schemas/audit-log";
import { count, formatNumber } from "@/lib/format";
import { auditColumns } from "./audit-columns";
import { AuditEntryDetail } from "./audit-entry-detail";
import { AuditFilterBar } from "./audit-filter-bar";
import { AuditVerification } from "./audit-verification";
import { useAuditFilters } from "./use-audit-filters";

/** One chain of the audit log. */
export function AuditLogPanel({ chain }: { chain: AuditChain }) {
  const environment = useEnvironment();
  const { filters, isFiltered, change, clear } = useAuditFilters(chain);
  const { size, cursor } = useListPage();
  const log = useQuery(auditLogQuery(environment, filters, { limit: size, cursor }));
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => setOpen((before) => toggled(before, id));
  const targetName = log.data?.data.find(({ target }) => target.id === filters.target)?.target.name;
  const empty = isFiltered ? (
    <FilteredEmpty things="entries" onClear={clear} />
  ) : (
    <EmptyState
      icon={ScrollText}
      title={chain === "environment" ? `No entries in ${environment} yet.` : "No entries yet."}
    />
  );
  return (
    <div className="grid min-w-0 gap-4">
      <AuditVerification chain={chain} />
      <AuditFilterBar chain={chain} targetName={targetName} />
      <DataTable
        label="Audit log"
        columns={auditColumns(environment)}
        rows={log.data?.data}
        rowId={(entry) => entry.id}
        pending={log.isPending}
        error={log.error}
        errorTitle="The audit log could not be loaded."
        onRetry={() => void log.refetch()}
        rowMenu={(entry) => <OpenButton entry={entry} open={open.has(entry.id)} onToggle={() => toggle(entry.id)} />}
        rowDetail={(entry) =>
          open.has(entry.id) ? (
            <AuditEntryDetail
              entry={entry}
              onOnlyTarget={filters.target === entry.target.id ? null : () => change({ target: entry.target.id })}
            />
          ) : null
        }
        empty={empty}
      />
      <ListPager nextCursor={log.data?.nextCursor}>
        {log.data ? count(log.data.total, "entry", "entries") : null}
      </ListPager>
    </div>
  );
}

type OpenButtonProps = { entry: AuditEntryJson; open: boolean; onToggle: () => void };

function OpenButton({ entry, open, onToggle }: OpenButtonProps) {
  return (
    <IconButton
      icon={open ? ChevronUp : ChevronDown}
      label={`Details of entry ${formatNumber(entry.sequence)}`}
      aria-expanded={open}
      small
      onClick={onToggle}
    />
  );
}

function toggled(open: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(open);
  if (!next.delete(id)) next.add(id);
  return next;
}

"use client";

import { Download } from "lucide-react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { useUrlSearch } from "@/components/shell/use-url-search";
import { buttonClass } from "@/components/ui/button-class";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { TabGroup } from "@/components/ui/tabs";
import { type AuditChain, auditExportPath } from "@/lib/client/audit-log";
import { AuditLogPanel } from "./audit-log-panel";
import { useAuditFilters } from "./use-audit-filters";

/** Who changed what, and when. Nothing here can be edited or deleted. */
export function AuditLog() {
  const environment = useEnvironment();
  const { search, change } = useUrlSearch();
  const chain: AuditChain = search.get("chain") === "organization" ? "organization" : "environment";
  const { filters } = useAuditFilters(chain);
  // Actors, actions and targets of one chain mean nothing in the other.
  const open = (next: string) =>
    change({ chain: next === "organization" ? next : null, actor: null, action: null, target: null });
  return (
    <PageBody>
      <PageHeader
        title="Audit log"
        breadcrumb={[{ label: "Watch" }]}
        actions={
          <>
            <ExportLink label="Export CSV" href={auditExportPath(environment, filters, "csv")} />
            <ExportLink label="Export JSON Lines" href={auditExportPath(environment, filters, "jsonl")} />
          </>
        }
      >
        {chain === "environment"
          ? `Every change to keys and data in ${environment}. Each entry carries the hash of the one before.`
          : "Sign-ins and passwords, shared by both environments. Each entry carries the hash of the one before."}
      </PageHeader>
      <TabGroup
        label="Log"
        value={chain}
        onChange={open}
        tabs={[
          { value: "environment", label: "Environment", content: <AuditLogPanel chain="environment" /> },
          { value: "organization", label: "Organization", content: <AuditLogPanel chain="organization" /> },
        ]}
      />
    </PageBody>
  );
}

/** A plain link: the browser saves what the server streams, with the filters of the page. */
function ExportLink({ label, href }: { label: string; href: string }) {
  return (
    <a href={href} download className={buttonClass("secondary")}>
      <Download aria-hidden className="size-4" />
      {label}
    </a>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useEnvironment } from "@/components/shell/environment-provider";
import { Button } from "@/components/ui/button";
import { ErrorNotice } from "@/components/ui/error-region";
import { type AuditChain, auditVerificationQuery } from "@/lib/client/audit-log";
import type { AuditVerificationJson } from "@/lib/dashboard-api/schemas/audit-log";
import { clockTime, formatNumber } from "@/lib/format";

/** Whether every entry still follows from the one before, recomputed by the server. */
export function AuditVerification({ chain }: { chain: AuditChain }) {
  const verification = useQuery(auditVerificationQuery(useEnvironment(), chain));
  const verify = () => void verification.refetch();
  if (verification.isError && !verification.isFetching) {
    return <ErrorNotice error={verification.error} title="The log could not be verified." onRetry={verify} />;
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <div role="status">
        {verification.data && !verification.isFetching ? (
          <Verdict verification={verification.data} />
        ) : (
          <span className="text-muted">Checking every entry…</span>
        )}
      </div>
      <Button busy={verification.isFetching} onClick={verify}>
        Verify now
      </Button>
    </div>
  );
}

function Verdict({ verification: { entries, brokenAt, checkedAt } }: { verification: AuditVerificationJson }) {
  const checked = `checked ${clockTime(checkedAt)}`;
  if (brokenAt) {
    const fault = brokenAt.id ? "does not follow from the one before" : "is missing";
    return (
      <span className="flex gap-1.5 rounded-lg bg-danger-bg px-2 py-1 font-medium text-danger">
        <ShieldAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        Broken: entry {formatNumber(brokenAt.sequence)} {fault}, {checked}
      </span>
    );
  }
  return (
    <span className="flex gap-1.5 text-success">
      <ShieldCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
      {entries === 0 ? `Nothing to verify yet, ${checked}` : `Unbroken to entry ${formatNumber(entries)}, ${checked}`}
    </span>
  );
}

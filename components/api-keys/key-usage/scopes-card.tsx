"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleDashed } from "lucide-react";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useNow } from "@/components/ui/clock";
import { ErrorNotice } from "@/components/ui/error-region";
import { Notice } from "@/components/ui/notice";
import { SmallTable } from "@/components/ui/small-table";
import { TimeAgo } from "@/components/ui/time-ago";
import { changeApiKey } from "@/lib/client/api-keys";
import { keyUsageQuery } from "@/lib/client/requests";
import type { Viewer } from "@/lib/client/viewer";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import type { KeyUsageJson } from "@/lib/dashboard-api/schemas/requests";
import { refusedByScopes } from "@/lib/domain/dry-run";
import { FULL_ACCESS, isNamedScope, NAMED_SCOPES, type NamedScope } from "@/lib/domain/scope";
import { clockTimeMs, count, formatNumber } from "@/lib/format";
import { refusalToChange } from "../key-facts/key-permissions";
import { useStepUp } from "../step-up/use-step-up";
import { usageInputOf } from "./usage-range";

const WEEK_MS = 7 * 86_400_000;

type ScopesCardProps = {
  apiKey: ApiKeyJson;
  viewer: Viewer | undefined;
  onChanged: (apiKey: ApiKeyJson) => void;
};

/** What the key may do beside what it did, and the way to take away the difference. */
export function ScopesCard({ apiKey, viewer, onChanged }: ScopesCardProps) {
  const { environment, id } = apiKey;
  const usage = useQuery(keyUsageQuery(environment, id, "30d", () => usageInputOf("30d", new Date())));
  const [isNarrowing, setNarrowing] = useState(false);
  const [receipt, setReceipt] = useState<string | null>(null);
  const stepUp = useStepUp(environment);
  const granted = grantedOf(apiKey);
  const used = usedOf(usage.data).filter((scope) => granted.includes(scope));
  const narrow = async () => {
    const changed = await stepUp.run(() => changeApiKey(environment, id, { scopes: [...used] }, apiKey.version));
    if (!changed) return;
    const { receipt: proof, ...key } = changed;
    onChanged(key);
    setReceipt(proof ? `Scopes changed everywhere since ${clockTimeMs(proof.effectiveAt)}.` : "Scopes changed.");
  };
  const refusal = useNarrowingRefusal(apiKey, viewer, usage.data, used.length === granted.length);
  return (
    <Card
      title="Scopes used and granted"
      description={
        usage.data
          ? `${formatNumber(used.length)} of ${count(granted.length, "scope")} ${used.length === 1 ? "was" : "were"} used in 30 days.`
          : null
      }
      actions={
        <Button disabledBecause={refusal} onClick={() => setNarrowing(true)}>
          Narrow to used scopes…
        </Button>
      }
    >
      <div role="status" className={receipt ? undefined : "sr-only"}>
        {receipt ? <Notice tone="success">{receipt}</Notice> : null}
      </div>
      {usage.error && !usage.data ? (
        <ErrorNotice error={usage.error} title="The usage could not be loaded." onRetry={() => void usage.refetch()} />
      ) : null}
      {usage.data ? <ScopeTable granted={granted} usage={usage.data} /> : null}
      <ConfirmDialog
        open={isNarrowing}
        title={`Narrow ${apiKey.name} to the scopes it used?`}
        body={usage.data ? <DryRun usage={usage.data} used={used} /> : null}
        verb="Narrow scopes"
        busyVerb="Narrowing…"
        run={narrow}
        onClose={() => setNarrowing(false)}
      />
      {stepUp.dialog}
    </Card>
  );
}

function DryRun({ usage, used }: { usage: KeyUsageJson; used: readonly NamedScope[] }) {
  const refused = refusedByScopes(used, usage.scopes);
  return (
    <>
      It keeps {used.join(", ")}. In 30 days this would have refused {formatNumber(refused)} of{" "}
      {count(usage.totals.requests, "request")}.
    </>
  );
}

function ScopeTable({ granted, usage }: { granted: readonly NamedScope[]; usage: KeyUsageJson }) {
  const rows = granted.map((scope) => {
    const use = usage.scopes.find((each) => each.scope === scope);
    return {
      key: scope,
      cells: [
        <code key="scope" className="font-mono">
          {scope}
        </code>,
        use ? formatNumber(use.requests) : "0",
        use ? (
          <TimeAgo key="last" at={use.lastUsedAt} />
        ) : (
          <Badge key="last" icon={CircleDashed}>
            Unused
          </Badge>
        ),
      ],
    };
  });
  const columns = [{ header: "Scope" }, { header: "Requests", numeric: true }, { header: "Last used" }];
  return <SmallTable label="Scopes used and granted" columns={columns} rows={rows} />;
}

const grantedOf = ({ scopes }: ApiKeyJson): readonly NamedScope[] =>
  scopes.includes(FULL_ACCESS) ? NAMED_SCOPES : scopes.filter(isNamedScope);

const usedOf = (usage: KeyUsageJson | undefined): readonly NamedScope[] =>
  NAMED_SCOPES.filter((scope) => usage?.scopes.some((each) => each.scope === scope));

/** A week of use is little, and less says nothing. */
function useNarrowingRefusal(
  apiKey: ApiKeyJson,
  viewer: Viewer | undefined,
  usage: KeyUsageJson | undefined,
  usesAll: boolean,
): string | null {
  const now = useNow();
  const refusal = refusalToChange(viewer, apiKey);
  if (refusal) return refusal;
  if (apiKey.status === "revoked" || apiKey.status === "expired") return `This key is ${apiKey.status}.`;
  const { firstUsedAt } = apiKey;
  if (!now || !firstUsedAt || now.getTime() - Date.parse(firstUsedAt) < WEEK_MS) return "Needs 7 days of use.";
  if (!usage) return "Looking up its use.";
  if (usage.scopes.length === 0) return "No scope was used in 30 days. Revoke the key if nothing needs it.";
  return usesAll ? "Every granted scope was used." : null;
}

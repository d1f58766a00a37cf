"use client";

import { useQuery } from "@tanstack/react-query";
import { Notice } from "@/components/ui/notice";
import { keyAddressesQuery, keyUsageQuery } from "@/lib/client/requests";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { refusedByRules, refusedByScopes } from "@/lib/domain/dry-run";
import { count, formatNumber } from "@/lib/format";
import { checkIpRules } from "../form/ip-rule-lines";
import type { KeySettings } from "../form/key-settings";
import { usageInputOf } from "../key-usage/usage-range";
import type { EditableField } from "./editable-field";

type DryRunProps = { field: EditableField; apiKey: ApiKeyJson; settings: KeySettings };

/** What the change would have meant for the requests of the last 30 days. */
export function DryRun({ field, apiKey, settings }: DryRunProps) {
  if (field === "scopes") return <ScopesDryRun apiKey={apiKey} settings={settings} />;
  return field === "allowedIps" ? <RulesDryRun apiKey={apiKey} settings={settings} /> : null;
}

function ScopesDryRun({ apiKey: { environment, id }, settings }: Omit<DryRunProps, "field">) {
  const { data } = useQuery(keyUsageQuery(environment, id, "30d", () => usageInputOf("30d", new Date())));
  return data ? <Verdict refused={refusedByScopes(settings.scopes, data.scopes)} of={data.totals.requests} /> : null;
}

function RulesDryRun({ apiKey: { environment, id }, settings }: Omit<DryRunProps, "field">) {
  const { data } = useQuery(keyAddressesQuery(environment, id));
  if (!data) return null;
  const { rules } = checkIpRules(settings.allowedIps);
  const total = data.data.reduce((sum, { requests }) => sum + requests, 0);
  return <Verdict refused={refusedByRules(rules, data.data)} of={total} />;
}

function Verdict({ refused, of }: { refused: number; of: number }) {
  return (
    <Notice tone={refused > 0 ? "warning" : "info"} role="status">
      In 30 days this would have refused {formatNumber(refused)} of {count(of, "request")}.
    </Notice>
  );
}

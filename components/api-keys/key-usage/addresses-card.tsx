"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { ErrorNotice } from "@/components/ui/error-region";
import { SmallTable } from "@/components/ui/small-table";
import { TimeAgo } from "@/components/ui/time-ago";
import { keyAddressesQuery } from "@/lib/client/requests";
import type { Viewer } from "@/lib/client/viewer";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import type { KeyAddressesJson } from "@/lib/dashboard-api/schemas/requests";
import { refusedByRules } from "@/lib/domain/dry-run";
import { IP_RULES_MAX } from "@/lib/domain/ip-rule";
import { suggestIpRules } from "@/lib/domain/ip-rule-suggestion";
import { count, formatNumber } from "@/lib/format";
import { apiKeyPath } from "@/lib/paths";
import { refusalToChange } from "../key-facts/key-permissions";

const SHOWN_MAX = 25;

/** Where the key was used from in 30 days. Nothing is enforced until rules are saved. */
export function AddressesCard({ apiKey, viewer }: { apiKey: ApiKeyJson; viewer: Viewer | undefined }) {
  const { environment, id } = apiKey;
  const addresses = useQuery(keyAddressesQuery(environment, id));
  const [isSuggesting, setSuggesting] = useState(false);
  const seen = addresses.data;
  const refusal = refusalToSuggest(apiKey, viewer, seen);
  return (
    <Card
      title="Addresses seen"
      description={seen ? `${count(seen.total, "address", "addresses")} in 30 days.` : null}
      actions={
        <Button aria-expanded={isSuggesting} disabledBecause={refusal} onClick={() => setSuggesting(!isSuggesting)}>
          Suggest rules
        </Button>
      }
    >
      {addresses.error && !seen ? (
        <ErrorNotice
          error={addresses.error}
          title="The addresses could not be loaded."
          onRetry={() => void addresses.refetch()}
        />
      ) : null}
      {seen && isSuggesting && !refusal ? <Suggestion apiKey={apiKey} seen={seen} /> : null}
      {seen && seen.data.length > 0 ? <AddressTable seen={seen} /> : null}
    </Card>
  );
}

function refusalToSuggest(apiKey: ApiKeyJson, viewer: Viewer | undefined, seen: KeyAddressesJson | undefined) {
  const refusal = refusalToChange(viewer, apiKey);
  if (refusal) return refusal;
  if (apiKey.status === "revoked" || apiKey.status === "expired") return `This key is ${apiKey.status}.`;
  return seen && seen.data.length === 0 ? "No address was seen in 30 days." : null;
}

function AddressTable({ seen }: { seen: KeyAddressesJson }) {
  const shown = seen.data.slice(0, SHOWN_MAX);
  const rows = shown.map(({ address, requests, refused, firstSeenAt, lastSeenAt, userAgents }) => ({
    key: address,
    cells: [
      <span key="address" className="whitespace-nowrap font-mono">
        {address}
      </span>,
      formatNumber(requests),
      formatNumber(refused),
      <TimeAgo key="first" at={firstSeenAt} />,
      <TimeAgo key="last" at={lastSeenAt} />,
      <span key="agents" className="block min-w-48 [overflow-wrap:anywhere]">
        {userAgents.join(", ") || "None"}
      </span>,
    ],
  }));
  const columns = [
    { header: "Address" },
    { header: "Requests", numeric: true },
    { header: "Refused", numeric: true },
    { header: "First seen" },
    { header: "Last seen" },
    { header: "Agents" },
  ];
  return (
    <>
      <SmallTable label="Addresses seen" columns={columns} rows={rows} />
      {seen.total > shown.length ? (
        <p className="text-muted">
          The {shown.length} with the most requests of {formatNumber(seen.total)}.
        </p>
      ) : null}
    </>
  );
}

/** The smallest list that covers what was seen, and what it would have meant. */
function Suggestion({ apiKey, seen }: { apiKey: ApiKeyJson; seen: KeyAddressesJson }) {
  const rules = suggestIpRules(seen.data.filter(({ requests, refused }) => requests > refused));
  const kept = rules.slice(0, IP_RULES_MAX);
  const total = seen.data.reduce((sum, { requests }) => sum + requests, 0);
  const refused = refusedByRules(
    kept.map(({ rule }) => rule),
    seen.data,
  );
  const ip = kept.map(({ rule }) => rule).join(",");
  const rows = kept.map(({ rule, addresses, requests }) => ({
    key: rule,
    cells: [
      <span key="rule" className="whitespace-nowrap font-mono">
        {rule}
      </span>,
      formatNumber(addresses),
      formatNumber(requests),
    ],
  }));
  return (
    <section aria-label="Suggested rules" className="grid gap-3 rounded-lg bg-subtle p-3">
      <SmallTable
        label="Suggested rules"
        columns={[{ header: "Rule" }, { header: "Addresses", numeric: true }, { header: "Requests", numeric: true }]}
        rows={rows}
      />
      <p>
        In 30 days these rules would have refused {formatNumber(refused)} of {count(total, "request")}.
      </p>
      <div>
        <Link href={apiKeyPath(apiKey.environment, apiKey.id, { edit: "allowedIps", ip })} className={buttonClass()}>
          Use these rules
        </Link>
      </div>
    </section>
  );
}

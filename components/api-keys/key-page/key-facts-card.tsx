"use client";

import { Card } from "@/components/ui/card";
import { CopyText } from "@/components/ui/copy-text";
import { type Fact, Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { TimeAgo } from "@/components/ui/time-ago";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { creatorName } from "../key-facts/creator-name";

/** Where the key comes from and how it is used. */
export function KeyFactsCard({ apiKey }: { apiKey: ApiKeyJson }) {
  const { id, createdAt, createdBy, lastUsed, status } = apiKey;
  const isWaiting = lastUsed === null && (status === "active" || status === "expiring");
  const facts: Fact[] = [
    {
      label: "Created",
      value: (
        <>
          <TimeAgo at={createdAt} /> by {creatorName(createdBy)}
        </>
      ),
    },
    ...(lastUsed ? factsOfUse(apiKey, lastUsed) : [{ label: "Last used", value: "Never" }]),
    { label: "Key id", value: <CopyText thing="key id" text={id} wraps /> },
  ];
  return (
    <Card title="Facts">
      {isWaiting ? <Notice>No request yet. Secret lost? Rotate the key.</Notice> : null}
      <Facts facts={facts} />
    </Card>
  );
}

function factsOfUse({ firstUsedAt }: ApiKeyJson, lastUsed: NonNullable<ApiKeyJson["lastUsed"]>): Fact[] {
  const { at, ip, route, status, userAgent } = lastUsed;
  return [
    { label: "Last used", value: <TimeAgo at={at} /> },
    { label: "Address", value: <span className="font-mono">{ip ?? "Unknown"}</span> },
    {
      label: "Request",
      value: (
        <span className="font-mono">
          {route} {status}
        </span>
      ),
    },
    { label: "Agent", value: userAgent ?? "No agent named" },
    ...(firstUsedAt ? [{ label: "First used", value: <TimeAgo at={firstUsedAt} /> }] : []),
  ];
}

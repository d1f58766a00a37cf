"use client";

import Link from "next/link";
import type { Column } from "@/components/ui/data-table-head";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { apiKeyPath } from "@/lib/paths";
import { CreatorName } from "../key-facts/creator-name";
import { ExpiryText } from "../key-facts/expiry-text";
import { HintWithCopy } from "../key-facts/hint-with-copy";
import { LastUsed } from "../key-facts/last-used";
import { ScopeSummary } from "../key-facts/scope-summary";
import { StatusBadge } from "../key-facts/status-badge";

export const nameLinkId = (keyId: string): string => `key-${keyId}`;

function KeyName({ apiKey }: { apiKey: ApiKeyJson }) {
  const firstLine = apiKey.note.trimStart().split("\n", 1)[0];
  return (
    <div className="grid min-w-0 gap-0.5">
      <Link
        id={nameLinkId(apiKey.id)}
        href={apiKeyPath(apiKey.environment, apiKey.id)}
        prefetch={false}
        dir="auto"
        className="line-clamp-2 justify-self-start rounded-sm font-medium text-text [overflow-wrap:anywhere] hover:underline"
      >
        {apiKey.name}
      </Link>
      {firstLine ? (
        <span dir="auto" className="truncate font-normal text-muted text-xs">
          {firstLine}
        </span>
      ) : null}
    </div>
  );
}

export const API_KEY_COLUMNS: readonly Column<ApiKeyJson>[] = [
  {
    id: "name",
    header: "Name",
    sort: "name",
    className: "md:min-w-44 md:max-w-64",
    cell: (apiKey) => <KeyName apiKey={apiKey} />,
  },
  { id: "hint", header: "Key", className: "md:min-w-48", cell: (apiKey) => <HintWithCopy apiKey={apiKey} /> },
  {
    id: "scopes",
    header: "Scopes",
    className: "md:max-w-60 md:whitespace-nowrap",
    cell: (apiKey) => <ScopeSummary scopes={apiKey.scopes} />,
  },
  { id: "status", header: "Status", cell: (apiKey) => <StatusBadge apiKey={apiKey} /> },
  {
    id: "last-used",
    header: "Last used",
    sort: "last_used",
    newestFirst: true,
    cell: (apiKey) => <LastUsed lastUsed={apiKey.lastUsed} />,
  },
  {
    id: "expires",
    header: "Expires",
    sort: "expires",
    className: "md:whitespace-nowrap",
    cell: (apiKey) => <ExpiryText apiKey={apiKey} />,
  },
  {
    id: "created-by",
    header: "Created by",
    sort: "created",
    newestFirst: true,
    className: "md:max-w-36",
    cell: (apiKey) => <CreatorName apiKey={apiKey} />,
  },
];

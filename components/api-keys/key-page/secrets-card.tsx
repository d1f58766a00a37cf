"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CopyText } from "@/components/ui/copy-text";
import { DataTable } from "@/components/ui/data-table";
import type { Column } from "@/components/ui/data-table-head";
import { TimeAgo } from "@/components/ui/time-ago";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { LastUsed } from "../key-facts/last-used";
import { endingSecretOf, type SecretJson } from "../key-facts/secrets-of-key";
import { SecretRequests } from "../key-usage/secret-requests";
import { lastRotationSentence } from "./last-rotation";

type Row = { secret: SecretJson; apiKey: ApiKeyJson; owner: string; state: "current" | "old" | "ended" };

/** Every secret the key ever had, by hint. One row normally, two while rotating. */
export function SecretsCard({ apiKey }: { apiKey: ApiKeyJson }) {
  const [endedShown, setEndedShown] = useState(false);
  const rows = rowsOf(apiKey);
  const ended = rows.filter(({ state }) => state === "ended").length;
  const finished = lastRotationSentence(apiKey);
  const visible = rows.filter(({ state }) => endedShown || state !== "ended");
  return (
    <Card
      title="Secrets"
      description={finished}
      actions={
        ended > 0 ? (
          <Button aria-pressed={endedShown} onClick={() => setEndedShown(!endedShown)}>
            {endedShown ? "Hide ended" : "Show ended"}
          </Button>
        ) : null
      }
    >
      <DataTable
        label="Secrets"
        columns={COLUMNS}
        rows={visible}
        rowId={({ secret }) => secret.id}
        pending={false}
        empty={<p className="px-4 py-6 text-center text-muted">All secrets of this key have ended.</p>}
      />
    </Card>
  );
}

const COLUMNS: readonly Column<Row>[] = [
  {
    id: "hint",
    header: "Hint",
    cell: ({ secret, owner }) => <CopyText thing="hint" owner={`a secret of ${owner}`} text={secret.hint} />,
  },
  { id: "state", header: "State", cell: (row) => <SecretState {...row} /> },
  { id: "created", header: "Created", cell: ({ secret }) => <TimeAgo at={secret.createdAt} /> },
  {
    id: "last-used",
    header: "Last used",
    cell: ({ secret: { id, lastUsed } }) => <LastUsed lastUsed={lastUsed && { ...lastUsed, secretId: id }} />,
  },
  {
    id: "requests",
    header: "Requests, 24 h",
    cell: ({ secret, apiKey: { environment, id } }) => (
      <SecretRequests environment={environment} keyId={id} secretId={secret.id} span="day" />
    ),
    numeric: true,
  },
];

function SecretState({ secret, state }: Row) {
  if (state === "current") return "Current";
  if (!secret.expiresAt) return "Ended with the key";
  if (state === "old") {
    return (
      <>
        Old, ends <TimeAgo at={secret.expiresAt} />
      </>
    );
  }
  return (
    <>
      {secret.endReason === "ROLLED_BACK" ? "Rolled back" : "Ended"} <TimeAgo at={secret.expiresAt} />
    </>
  );
}

function rowsOf(apiKey: ApiKeyJson): Row[] {
  const isLive = apiKey.status !== "revoked" && apiKey.status !== "expired";
  const ending = endingSecretOf(apiKey);
  return apiKey.secrets.map((secret) => ({
    secret,
    apiKey,
    owner: apiKey.name,
    state: secret === ending ? "old" : isLive && secret.endReason === null ? "current" : "ended",
  }));
}

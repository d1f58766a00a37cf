import { downloadCsv } from "@/lib/client/csv-file";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import type { Environment } from "@/lib/domain/environment";
import { creatorName } from "../key-facts/creator-name";
import { STATUS_WORDS } from "../key-facts/words";

const COLUMNS: readonly { header: string; value: (apiKey: ApiKeyJson) => string | null | undefined }[] = [
  { header: "Name", value: ({ name }) => name },
  { header: "Note", value: ({ note }) => note },
  { header: "Hint", value: ({ hint }) => hint },
  { header: "Key id", value: ({ id }) => id },
  { header: "Environment", value: ({ environment }) => environment },
  { header: "Status", value: ({ status }) => STATUS_WORDS[status] },
  { header: "Scopes", value: ({ scopes }) => scopes.join(" ") },
  { header: "IP rules", value: ({ allowedIps }) => allowedIps.join(" ") },
  { header: "Created at", value: ({ createdAt }) => createdAt },
  { header: "Created by", value: ({ createdBy }) => creatorName(createdBy) },
  { header: "Expires at", value: ({ expiresAt }) => expiresAt },
  { header: "Last used at", value: ({ lastUsed }) => lastUsed?.at },
  { header: "Last used from", value: ({ lastUsed }) => lastUsed?.ip },
  { header: "Last used for", value: ({ lastUsed }) => lastUsed?.route },
  { header: "Revoked at", value: ({ revokedAt }) => revokedAt },
  { header: "Revoked by", value: ({ revokedBy }) => revokedBy?.name },
];

/** Facts of keys as a file. There is no secret in it: none is kept. */
export function exportKeys(environment: Environment, keys: readonly ApiKeyJson[]): void {
  const day = new Date().toISOString().slice(0, 10);
  const rows = keys.map((apiKey) => COLUMNS.map(({ value }) => value(apiKey) ?? ""));
  downloadCsv(`mintkey-${environment}-keys-${day}.csv`, [COLUMNS.map(({ header }) => header), ...rows]);
}

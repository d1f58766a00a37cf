import { validationError } from "@/lib/domain/errors";
import { parseIpRule } from "@/lib/domain/ip-rule";
import type { ApiKeyFilter, ApiKeyOrder } from "@/lib/store/api-key-list";
import { COMMAND_LINE, type ListApiKeysQuery } from "./schemas/api-keys";

export function apiKeyFilterOf({
  status,
  scope,
  createdBy,
  attention,
  usedFrom,
  search,
}: ListApiKeysQuery): ApiKeyFilter {
  return {
    status,
    scope,
    createdBy: createdBy?.map((id) => (id === COMMAND_LINE ? null : id)),
    attention,
    usedFrom: usedFrom === undefined ? undefined : networkOf(usedFrom),
    search,
  };
}

export function apiKeyOrderOf(sort: ListApiKeysQuery["sort"]): ApiKeyOrder {
  switch (sort) {
    case "createdAt":
    case "name":
    case "lastUsedAt":
    case "expiresAt":
      return { by: sort, descending: false };
    case "-createdAt":
      return { by: "createdAt", descending: true };
    case "-name":
      return { by: "name", descending: true };
    case "-lastUsedAt":
      return { by: "lastUsedAt", descending: true };
    case "-expiresAt":
      return { by: "expiresAt", descending: true };
  }
}

function networkOf(written: string): string {
  const parsed = parseIpRule(written);
  if ("canonical" in parsed) return parsed.canonical;
  throw validationError([{ path: "usedFrom", message: `usedFrom ${parsed.fault}` }]);
}

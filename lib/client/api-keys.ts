import { type QueryKey, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type {
  ApiKeyJson,
  apiKeyOverviewAnswer,
  ChangeApiKeyBody,
  ChangeReceiptJson,
  CreateApiKeyBody,
  extendRotationBody,
  KeyAttention,
  ListApiKeysQuery,
  RevocationReceiptJson,
  RevokeApiKeyBody,
  RevokeApiKeysBody,
  revokedApiKeysAnswer,
  rotateApiKeyBody,
} from "@/lib/dashboard-api/schemas/api-keys";
import type { ApiKeyStatus } from "@/lib/domain/api-key";
import type { Environment } from "@/lib/domain/environment";
import type { Scope } from "@/lib/domain/scope";
import { dashboardApi } from "@/lib/paths";
import { request } from "./request";

export type ApiKeyFilters = {
  status?: readonly ApiKeyStatus[];
  scope?: readonly Scope[];
  /** Ids of persons, or `command-line`. */
  createdBy?: readonly string[];
  attention?: KeyAttention | null;
  /** An address or CIDR network. */
  usedFrom?: string;
  search?: string;
  sort?: ListApiKeysQuery["sort"];
  limit?: number;
  cursor?: string | null;
};

export type ApiKeyPage = { data: ApiKeyJson[]; hasMore: boolean; total: number; nextCursor: string | null };
export type ApiKeyOverview = z.output<typeof apiKeyOverviewAnswer>["data"];
export type BulkRevocation = z.output<typeof revokedApiKeysAnswer>["data"];
export type RevokedApiKey = ApiKeyJson & { receipt: RevocationReceiptJson };
/** `receipt` null: only name or note changed, which no server has to hear of. */
export type ChangedApiKey = ApiKeyJson & { receipt: ChangeReceiptJson | null };
export type CreatedApiKey = ApiKeyJson & { secret: string };
export type RotatedApiKey = ApiKeyJson & { secret: string; receipt: ChangeReceiptJson };
export type RotateApiKeyBody = z.input<typeof rotateApiKeyBody>;
export type ExtendRotationBody = z.input<typeof extendRotationBody>;

/** What all queries about keys of this environment start with: invalidate it after a change. */
export const apiKeysQueryKey = (environment: Environment): QueryKey => [environment, "api-keys"];

export function apiKeysQuery(environment: Environment, filters: ApiKeyFilters) {
  return queryOptions({
    queryKey: [...apiKeysQueryKey(environment), "list", filters],
    queryFn: ({ signal }) => listApiKeys(environment, filters, signal),
    // The rows of the page before stay in view until the next ones are there, but never those of the other environment.
    placeholderData: (previous, query) => (query?.queryKey[0] === environment ? previous : undefined),
  });
}

export function apiKeyQuery(environment: Environment, keyId: string) {
  return queryOptions({
    queryKey: [...apiKeysQueryKey(environment), "one", keyId],
    queryFn: ({ signal }) => getApiKey(environment, keyId, signal),
  });
}

export function apiKeyOverviewQuery(environment: Environment) {
  return queryOptions({
    queryKey: [...apiKeysQueryKey(environment), "overview"],
    queryFn: async ({ signal }) =>
      (await request<{ data: ApiKeyOverview }>(dashboardApi(environment, "/api-keys/overview"), { signal })).data,
  });
}

export function listApiKeys(
  environment: Environment,
  filters: ApiKeyFilters,
  signal?: AbortSignal,
): Promise<ApiKeyPage> {
  const { status, scope, createdBy, ...rest } = filters;
  const search = { ...rest, status: status?.join(","), scope: scope?.join(","), createdBy: createdBy?.join(",") };
  return request(dashboardApi(environment, "/api-keys", search), { signal });
}

/** Every matching key, page by page. */
export async function listAllApiKeys(environment: Environment, filters: ApiKeyFilters): Promise<ApiKeyJson[]> {
  const found: ApiKeyJson[] = [];
  let cursor: string | null = null;
  do {
    const page: ApiKeyPage = await listApiKeys(environment, { ...filters, limit: 100, cursor });
    found.push(...page.data);
    cursor = page.hasMore ? page.nextCursor : null;
  } while (cursor);
  return found;
}

export const getApiKey = (environment: Environment, keyId: string, signal?: AbortSignal): Promise<ApiKeyJson> =>
  dataOf(request<{ data: ApiKeyJson }>(pathOf(environment, keyId), { signal }));

// Create and rotate are answered with a secret. Call them plainly: a mutation's cache would keep the answer.

export const createApiKey = (environment: Environment, body: CreateApiKeyBody, idempotencyKey: string) =>
  dataOf(post<CreatedApiKey>(dashboardApi(environment, "/api-keys"), body, idempotencyKey));

export const rotateApiKey = (environment: Environment, keyId: string, body: RotateApiKeyBody, idempotencyKey: string) =>
  dataOf(post<RotatedApiKey>(pathOf(environment, keyId, "/rotate"), body, idempotencyKey));

/** Refused with 409 when somebody else changed the key since this `version` was read. */
export const changeApiKey = (environment: Environment, keyId: string, body: ChangeApiKeyBody, version: number) =>
  dataOf(
    request<{ data: ChangedApiKey }>(pathOf(environment, keyId), {
      method: "PATCH",
      body,
      headers: { "If-Match": `"${version}"` },
    }),
  );

export const finishRotation = (environment: Environment, keyId: string) =>
  dataOf(post<ChangedApiKey>(pathOf(environment, keyId, "/rotation/finish")));

export const extendRotation = (environment: Environment, keyId: string, body: ExtendRotationBody) =>
  dataOf(post<ChangedApiKey>(pathOf(environment, keyId, "/rotation/extend"), body));

export const rollBackRotation = (environment: Environment, keyId: string) =>
  dataOf(post<ChangedApiKey>(pathOf(environment, keyId, "/rotation/rollback")));

export const revokeApiKey = (environment: Environment, keyId: string, body: RevokeApiKeyBody) =>
  dataOf(post<RevokedApiKey>(pathOf(environment, keyId, "/revoke"), body));

/** `all` marks an emergency: a whole group at once, which asks for the password in production. */
export const revokeApiKeys = (environment: Environment, body: RevokeApiKeysBody) =>
  dataOf(post<BulkRevocation>(dashboardApi(environment, "/api-keys/revoke"), body));

const post = <Data>(url: string, body?: unknown, idempotencyKey?: string) =>
  request<{ data: Data }>(url, { method: "POST", body, idempotencyKey });

const dataOf = async <Data>(answer: Promise<{ data: Data }>): Promise<Data> => (await answer).data;

const pathOf = (environment: Environment, keyId: string, action = "") =>
  dashboardApi(environment, `/api-keys/${encodeURIComponent(keyId)}${action}`);

import { queryOptions } from "@tanstack/react-query";
import type {
  ExplanationJson,
  ForeignUseJson,
  KeyAddressesJson,
  KeyUsageJson,
  RequestJson,
} from "@/lib/dashboard-api/schemas/requests";
import type { Environment } from "@/lib/domain/environment";
import { dashboardApi } from "@/lib/paths";
import { ApiError } from "./api-error";
import { type ListPage, previousOf } from "./list-page";
import { request } from "./request";

export type RequestFilters = {
  keyId?: string | undefined;
  /** "404", or "4xx". */
  status?: string | undefined;
  /** "GET /v1/customers". */
  route?: string | undefined;
  /** An address or CIDR network. */
  address?: string | undefined;
  requestId?: string | undefined;
  refused?: boolean | undefined;
  start?: string | undefined;
  end?: string | undefined;
};

export type RequestPage = ListPage<RequestJson>;
type PageInput = { limit: number; cursor?: string | undefined };

const listRequests = (environment: Environment, filters: RequestFilters, page: PageInput, signal?: AbortSignal) =>
  request<RequestPage>(dashboardApi(environment, "/requests", { ...filters, ...page }), { signal });

export function requestsQuery(environment: Environment, filters: RequestFilters, page: PageInput) {
  return queryOptions({
    queryKey: [environment, "requests", "list", filters, page],
    queryFn: ({ signal }) => listRequests(environment, filters, page, signal),
    placeholderData: previousOf(environment),
  });
}

/** Rows of one answer, whose number says nothing of how many there are. */
const TAIL_MAX = 100;
const TAIL_MS = 2_000;

/** What came since an instant that moves on, asked for every two seconds while the page is seen. */
export function requestTailQuery(environment: Environment, filters: RequestFilters, since: () => string) {
  return queryOptions({
    queryKey: [environment, "requests", "tail", filters],
    queryFn: async ({ signal }) =>
      (await listRequests(environment, { ...filters, start: since() }, { limit: TAIL_MAX }, signal)).data,
    refetchInterval: TAIL_MS,
    gcTime: 0,
  });
}

/** The endpoints that were asked for lately. */
export function requestedRoutesQuery(environment: Environment) {
  return queryOptions({
    queryKey: [environment, "requests", "routes"],
    queryFn: async ({ signal }) =>
      (await request<{ data: string[] }>(dashboardApi(environment, "/requests/routes"), { signal })).data,
    staleTime: 60_000,
  });
}

/** All that may be told of a request: of one that belongs to nobody only its checks. */
export type FoundRequest = { request: RequestJson | null; explanation: ExplanationJson };

export function requestQuery(environment: Environment, requestId: string, at: string | undefined) {
  return queryOptions({
    queryKey: [environment, "requests", "one", requestId, at],
    queryFn: ({ signal }) => findRequest(environment, requestId, at, signal),
  });
}

async function findRequest(
  environment: Environment,
  requestId: string,
  at: string | undefined,
  signal: AbortSignal,
): Promise<FoundRequest> {
  const path = `/requests/${encodeURIComponent(requestId)}` as const;
  try {
    const { data } = await request<{ data: RequestJson }>(dashboardApi(environment, path, { at }), { signal });
    const { status, failedCheck, error } = data;
    return {
      request: data,
      explanation: { requestId, at: data.at, status, failedCheck, message: error?.message ?? null },
    };
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 404) throw error;
    const checks = dashboardApi(environment, `${path}/checks`);
    return { request: null, explanation: (await request<{ data: ExplanationJson }>(checks, { signal })).data };
  }
}

type UsageInput = { start?: string | undefined; end?: string | undefined; window: "HOUR" | "DAY" };

export function keyUsageQuery(environment: Environment, keyId: string, range: string, input: () => UsageInput) {
  return queryOptions({
    queryKey: [environment, "requests", "usage", keyId, range],
    queryFn: async ({ signal }) =>
      (
        await request<{ data: KeyUsageJson }>(
          dashboardApi(environment, `/api-keys/${encodeURIComponent(keyId)}/usage`, input()),
          { signal },
        )
      ).data,
    // The figures of the range before stay in view, but never those of another key.
    placeholderData: (previous, query) => (query?.queryKey[3] === keyId ? previous : undefined),
  });
}

const HOUR_MS = 3_600_000;
const RECENT_USE_MS = 10_000;

/** The key's use in the hours up to now, asked for again while it is seen. */
const recentUsageQuery = (environment: Environment, keyId: string, hours: number) =>
  queryOptions({
    ...keyUsageQuery(environment, keyId, `${hours}h`, () => ({
      window: "HOUR",
      start: new Date(Date.now() - hours * HOUR_MS).toISOString(),
    })),
    refetchInterval: RECENT_USE_MS,
  });

export const lastHourQuery = (environment: Environment, keyId: string) => recentUsageQuery(environment, keyId, 1);
export const lastDayQuery = (environment: Environment, keyId: string) => recentUsageQuery(environment, keyId, 24);

/** The key's use since an instant, as what came with each of its secrets. */
export const usageSinceQuery = (environment: Environment, keyId: string, start: string) =>
  keyUsageQuery(environment, keyId, `since ${start}`, () => ({ window: "DAY", start }));

export function keyAddressesQuery(environment: Environment, keyId: string) {
  return queryOptions({
    queryKey: [environment, "requests", "addresses", keyId],
    queryFn: ({ signal }) =>
      request<KeyAddressesJson>(dashboardApi(environment, `/api-keys/${encodeURIComponent(keyId)}/addresses`), {
        signal,
      }),
  });
}

const FOREIGN_USE_MS = 30_000;

/** How often the other environment was sent this key. */
export function foreignUseQuery(environment: Environment, keyId: string) {
  return queryOptions({
    queryKey: [environment, "requests", "foreign-use", keyId],
    queryFn: async ({ signal }) =>
      (
        await request<{ data: ForeignUseJson }>(
          dashboardApi(environment, `/api-keys/${encodeURIComponent(keyId)}/foreign-use`),
          { signal },
        )
      ).data,
    refetchInterval: FOREIGN_USE_MS,
  });
}

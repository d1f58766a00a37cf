import { type QueryKey, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { eventPage, rejectedEventPage } from "@/lib/api/schemas/stored-events";
import type { usageAnswer } from "@/lib/api/schemas/usage";
import type { usageCostAnswer } from "@/lib/api/schemas/usage-cost";
import type { UsageBacklogJson, UsageFacetsJson } from "@/lib/dashboard-api/schemas/usage";
import type { Environment } from "@/lib/domain/environment";
import type { UsageWindow } from "@/lib/domain/usage-query";
import { dashboardApi, publicApi } from "@/lib/paths";
import { previousOf } from "./list-page";
import { type Exact, request, requestExact } from "./request";

export type UsageJson = z.output<typeof usageAnswer>["data"];
export type UsageCostJson = Exact<z.output<typeof usageCostAnswer>>;
export type UsageEventJson = Exact<z.output<typeof eventPage>["data"][number]>;
export type RejectedEventJson = z.output<typeof rejectedEventPage>["data"][number];

export type UsageSubject = { readonly customerId?: string; readonly contractId?: string };

export type UsageFilters = UsageSubject & {
  readonly meterId?: string;
  readonly eventName?: string;
  readonly window: UsageWindow;
  readonly groupBy?: string;
};

/** Both absent: the contract's period. */
export type UsageSpan = { readonly start?: string; readonly end?: string };

export type EventFilters = {
  readonly eventName?: string;
  readonly customerId?: string;
  readonly idempotencyKey?: string;
};

type PageOfList = { readonly limit: number; readonly cursor: string | undefined };

/** What all queries about usage of this environment start with. */
export const usageQueryKey = (environment: Environment): QueryKey => [environment, "usage"];

/** `span` is asked at each fetch, because its end may be now; `range` names it. */
export function usageQuery(environment: Environment, filters: UsageFilters, range: string, span: () => UsageSpan) {
  return queryOptions({
    queryKey: [...usageQueryKey(environment), "breakdown", filters, range],
    queryFn: async ({ signal }) => {
      const url = publicApi(environment, "/v1/usage", { ...filters, ...span() });
      return (await request<{ data: UsageJson }>(url, { signal })).data;
    },
    placeholderData: previousOf(environment),
  });
}

/** What the usage of a customer costs at list prices, or by the prices of a contract. */
export function usageCostQuery(
  environment: Environment,
  subject: UsageSubject & { readonly eventName?: string },
  { start, end }: UsageSpan,
) {
  const { eventName, customerId, contractId } = subject;
  const whose = contractId === undefined ? { customerId } : { contractId };
  const body = {
    ...whose,
    startDate: start,
    endDate: end,
    ...(eventName !== undefined && { eventNames: [eventName] }),
  };
  return queryOptions({
    queryKey: [...usageQueryKey(environment), "cost", body],
    queryFn: ({ signal }) =>
      requestExact<z.output<typeof usageCostAnswer>>(publicApi(environment, "/v1/usage/cost"), {
        method: "POST",
        body,
        signal,
      }),
    placeholderData: previousOf(environment),
  });
}

/** `span` and `range` as with `usageQuery`. */
export function usageEventsQuery(
  environment: Environment,
  filters: EventFilters,
  range: string,
  span: () => UsageSpan,
  page: PageOfList,
) {
  return queryOptions({
    queryKey: [...usageQueryKey(environment), "events", filters, range, page],
    queryFn: ({ signal }) => {
      const url = publicApi(environment, "/v1/events", { ...filters, ...span(), ...page });
      return requestExact<z.output<typeof eventPage>>(url, { signal });
    },
    placeholderData: previousOf(environment),
  });
}

export function rejectedEventsQuery(environment: Environment, requestId: string | undefined, page: PageOfList) {
  return queryOptions({
    queryKey: [...usageQueryKey(environment), "rejected", requestId, page],
    queryFn: ({ signal }) =>
      request<z.output<typeof rejectedEventPage>>(
        publicApi(environment, "/v1/events/rejected", { requestId, ...page }),
        { signal },
      ),
    placeholderData: previousOf(environment),
  });
}

export function usageFacetsQuery(environment: Environment) {
  return queryOptions({
    queryKey: [...usageQueryKey(environment), "facets"],
    queryFn: async ({ signal }) =>
      (await request<{ data: UsageFacetsJson }>(dashboardApi(environment, "/usage/facets"), { signal })).data,
  });
}

export function usageBacklogQuery(environment: Environment) {
  return queryOptions({
    queryKey: [...usageQueryKey(environment), "backlog"],
    queryFn: async ({ signal }) =>
      (await request<{ data: UsageBacklogJson }>(dashboardApi(environment, "/usage/backlog"), { signal })).data,
  });
}

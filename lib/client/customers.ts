import { type QueryKey, queryOptions } from "@tanstack/react-query";
import type { ChangeCustomerBody, CreateCustomerBody, CustomerJson } from "@/lib/api/schemas/customers";
import type { ActiveContractsJson, CustomerEventsJson } from "@/lib/dashboard-api/schemas/customers";
import type { Environment } from "@/lib/domain/environment";
import { dashboardApi, publicApi } from "@/lib/paths";
import { type ListPage, previousOf } from "./list-page";
import { request } from "./request";

export type CustomerFilters = { search?: string; limit?: number; cursor?: string };

/** What all queries about customers of this environment start with: invalidate it after a change. */
export const customersQueryKey = (environment: Environment): QueryKey => [environment, "customers"];

export function customersQuery(environment: Environment, filters: CustomerFilters) {
  return queryOptions({
    queryKey: [...customersQueryKey(environment), "list", filters],
    queryFn: ({ signal }) =>
      request<ListPage<CustomerJson>>(dashboardApi(environment, "/customers", filters), { signal }),
    placeholderData: previousOf(environment),
  });
}

export function customerQuery(environment: Environment, customerId: string) {
  return queryOptions({
    queryKey: [...customersQueryKey(environment), "one", customerId],
    queryFn: async ({ signal }) =>
      (await request<{ data: CustomerJson }>(pathOf(environment, customerId), { signal })).data,
  });
}

/** The names of the customers that a list points to, by id. One request for a page of any list. */
export function customerNamesQuery(environment: Environment, customerIds: readonly string[]) {
  const ids = [...new Set(customerIds)].sort();
  return queryOptions({
    queryKey: [...customersQueryKey(environment), "names", ids],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, string>> => {
      if (ids.length === 0) return new Map();
      const url = dashboardApi(environment, "/customers", { ids: ids.join(","), limit: ids.length });
      const { data } = await request<ListPage<CustomerJson>>(url, { signal });
      return new Map(data.map(({ id, name }) => [id, name]));
    },
    placeholderData: previousOf(environment),
  });
}

/** Of each of these customers how many active contracts it has. */
export function activeContractsQuery(environment: Environment, customerIds: readonly string[]) {
  return queryOptions({
    queryKey: [...customersQueryKey(environment), "active-contracts", customerIds],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, number>> => {
      const url = dashboardApi(environment, "/customers/active-contracts", { ids: customerIds.join(",") });
      const { data } = await request<{ data: ActiveContractsJson }>(url, { signal });
      return new Map(data.map(({ customerId, activeContracts }) => [customerId, activeContracts]));
    },
    enabled: customerIds.length > 0,
  });
}

const EVENTS_FRESH_MS = 30_000;

/** Of each of these customers how many events counted in 30 days: read from all events of that time, so not at every look. */
export function customerEventsQuery(environment: Environment, customerIds: readonly string[]) {
  return queryOptions({
    queryKey: [...customersQueryKey(environment), "events", customerIds],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, number>> => {
      const url = dashboardApi(environment, "/customers/events", { ids: customerIds.join(",") });
      const { data } = await request<{ data: CustomerEventsJson }>(url, { signal });
      return new Map(data.map(({ customerId, events }) => [customerId, events]));
    },
    enabled: customerIds.length > 0,
    staleTime: EVENTS_FRESH_MS,
  });
}

export async function createCustomer(
  environment: Environment,
  body: CreateCustomerBody,
  idempotencyKey: string,
): Promise<CustomerJson> {
  const url = publicApi(environment, "/v1/customers");
  return (await request<{ data: CustomerJson }>(url, { method: "POST", body, idempotencyKey })).data;
}

/** Replaces the fields that are given, and nothing else. */
export async function changeCustomer(
  environment: Environment,
  customerId: string,
  body: ChangeCustomerBody,
): Promise<CustomerJson> {
  return (await request<{ data: CustomerJson }>(pathOf(environment, customerId), { method: "PATCH", body })).data;
}

const pathOf = (environment: Environment, customerId: string) =>
  publicApi(environment, `/v1/customers/${encodeURIComponent(customerId)}`);

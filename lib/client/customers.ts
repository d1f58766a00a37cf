import { type QueryKey, queryOptions } from "@tanstack/react-query";
import type { ChangeCustomerBody, CreateCustomerBody, CustomerJson } from "@/lib/api/schemas/customers";
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

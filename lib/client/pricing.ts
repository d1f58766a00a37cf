import { type QueryKey, queryOptions } from "@tanstack/react-query";
import type { CreatePricingBody, PricingJson } from "@/lib/api/schemas/pricing";
import type { ProductJson } from "@/lib/dashboard-api/schemas/catalog";
import type { Environment } from "@/lib/domain/environment";
import { dashboardApi, publicApi } from "@/lib/paths";
import { everyItem, type ListPage, previousOf } from "./list-page";
import { request } from "./request";

export type PricingFilters = { productId?: string; meterId?: string; limit?: number; cursor?: string };

/** What all queries about prices of this environment start with: invalidate it after a change. */
export const pricingQueryKey = (environment: Environment): QueryKey => [environment, "pricing"];

export function pricingListQuery(environment: Environment, filters: PricingFilters) {
  return queryOptions({
    queryKey: [...pricingQueryKey(environment), "list", filters],
    queryFn: ({ signal }) => request<ListPage<PricingJson>>(publicApi(environment, "/v1/pricing", filters), { signal }),
    placeholderData: previousOf(environment),
  });
}

/** Every price there is, to choose from. */
export function everyPricingQuery(environment: Environment) {
  return queryOptions({
    queryKey: [...pricingQueryKey(environment), "every"],
    queryFn: ({ signal }) =>
      everyItem((page) => request<ListPage<PricingJson>>(publicApi(environment, "/v1/pricing", page), { signal })),
  });
}

export function pricingQuery(environment: Environment, pricingId: string) {
  return queryOptions({
    queryKey: [...pricingQueryKey(environment), "one", pricingId],
    queryFn: async ({ signal }) => {
      const url = publicApi(environment, `/v1/pricing/${encodeURIComponent(pricingId)}`);
      return (await request<{ data: PricingJson }>(url, { signal })).data;
    },
    // A price never changes.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Every product there is, to choose from. */
export function everyProductQuery(environment: Environment) {
  return queryOptions({
    queryKey: [...pricingQueryKey(environment), "products"],
    queryFn: ({ signal }) =>
      everyItem((page) => request<ListPage<ProductJson>>(dashboardApi(environment, "/products", page), { signal })),
  });
}

export async function createPricing(
  environment: Environment,
  body: CreatePricingBody,
  idempotencyKey: string,
): Promise<PricingJson> {
  const url = publicApi(environment, "/v1/pricing");
  return (await request<{ data: PricingJson }>(url, { method: "POST", body, idempotencyKey })).data;
}

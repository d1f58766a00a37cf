import { queryOptions } from "@tanstack/react-query";
import type { PlanJson } from "@/lib/api/schemas/plans";
import type { PricingJson } from "@/lib/api/schemas/pricing";
import type { Environment } from "@/lib/domain/environment";
import { publicApi } from "@/lib/paths";
import { everyItem, type ListPage } from "./list-page";
import { plansQueryKey } from "./plans";
import { request } from "./request";

/** A plan with its list prices, in the order of its items. */
export type ContractPlan = PlanJson & { readonly pricings: readonly PricingJson[] };

/** What a contract is on, or may be. */
export function contractPlanQuery(environment: Environment, planId: string) {
  return queryOptions({
    queryKey: [...plansQueryKey(environment), "with-prices", planId],
    queryFn: async ({ signal }): Promise<ContractPlan> => {
      const path = `/v1/plans/${encodeURIComponent(planId)}` as const;
      const { data: plan } = await request<{ data: PlanJson }>(publicApi(environment, path), { signal });
      const pricings = await Promise.all(plan.items.map((item) => pricingOf(environment, item.pricingId, signal)));
      return { ...plan, pricings };
    },
  });
}

/** Every active plan: what a picker searches in. */
export function activePlansQuery(environment: Environment) {
  return queryOptions({
    queryKey: [...plansQueryKey(environment), "all-active"],
    queryFn: ({ signal }) =>
      everyItem((page) => request<ListPage<PlanJson>>(publicApi(environment, "/v1/plans", page), { signal })),
  });
}

async function pricingOf(environment: Environment, pricingId: string, signal: AbortSignal): Promise<PricingJson> {
  const path = `/v1/pricing/${encodeURIComponent(pricingId)}` as const;
  return (await request<{ data: PricingJson }>(publicApi(environment, path), { signal })).data;
}

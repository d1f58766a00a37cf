import { type QueryKey, queryOptions } from "@tanstack/react-query";
import type { ChangePlanBody, CreatePlanBody, PlanJson } from "@/lib/api/schemas/plans";
import type { CountedPlanJson } from "@/lib/dashboard-api/schemas/catalog";
import type { Environment } from "@/lib/domain/environment";
import { dashboardApi, publicApi } from "@/lib/paths";
import { type ListPage, previousOf } from "./list-page";
import { request } from "./request";

export type PlanFilters = {
  status?: "active" | "archived" | "all";
  /** Only plans with this price. */
  pricingId?: string;
  limit?: number;
  cursor?: string;
};

/** What all queries about plans of this environment start with: invalidate it after a change. */
export const plansQueryKey = (environment: Environment): QueryKey => [environment, "plans"];

export function plansQuery(environment: Environment, filters: PlanFilters) {
  return queryOptions({
    queryKey: [...plansQueryKey(environment), "list", filters],
    queryFn: ({ signal }) =>
      request<ListPage<CountedPlanJson>>(dashboardApi(environment, "/plans", filters), { signal }),
    placeholderData: previousOf(environment),
  });
}

export function planQuery(environment: Environment, planId: string) {
  return queryOptions({
    queryKey: [...plansQueryKey(environment), "one", planId],
    queryFn: async ({ signal }) => (await request<{ data: PlanJson }>(pathOf(environment, planId), { signal })).data,
  });
}

export async function createPlan(
  environment: Environment,
  body: CreatePlanBody,
  idempotencyKey: string,
): Promise<PlanJson> {
  const url = publicApi(environment, "/v1/plans");
  return (await request<{ data: PlanJson }>(url, { method: "POST", body, idempotencyKey })).data;
}

/** Replaces the fields that are given, and nothing else. */
export async function changePlan(environment: Environment, planId: string, body: ChangePlanBody): Promise<PlanJson> {
  return (await request<{ data: PlanJson }>(pathOf(environment, planId), { method: "PATCH", body })).data;
}

export async function archivePlan(environment: Environment, planId: string): Promise<void> {
  await request(pathOf(environment, planId), { method: "DELETE" });
}

const pathOf = (environment: Environment, planId: string) =>
  publicApi(environment, `/v1/plans/${encodeURIComponent(planId)}`);

import { queryOptions } from "@tanstack/react-query";
import type { ContractJson } from "@/lib/api/schemas/contracts";
import type { Environment } from "@/lib/domain/environment";
import { publicApi } from "@/lib/paths";
import type { ListPage } from "./list-page";
import { request } from "./request";

/** The newest contracts of a plan, and how many there are, ended ones too. */
export function contractsOfPlanQuery(environment: Environment, planId: string) {
  return queryOptions({
    queryKey: [environment, "contracts", "of-plan", planId],
    queryFn: ({ signal }) =>
      request<ListPage<ContractJson>>(publicApi(environment, "/v1/contracts", { planId }), { signal }),
  });
}

import { type QueryKey, queryOptions } from "@tanstack/react-query";
import type { CreateMeterBody, MeterJson } from "@/lib/api/schemas/meters";
import type { Environment } from "@/lib/domain/environment";
import { publicApi } from "@/lib/paths";
import { everyItem, type ListPage, previousOf } from "./list-page";
import { request } from "./request";

export type MeterFilters = { status?: "active" | "inactive" | "all"; limit?: number; cursor?: string };

/** What all queries about meters of this environment start with: invalidate it after a change. */
export const metersQueryKey = (environment: Environment): QueryKey => [environment, "meters"];

export function metersQuery(environment: Environment, filters: MeterFilters) {
  return queryOptions({
    queryKey: [...metersQueryKey(environment), "list", filters],
    queryFn: ({ signal }) => request<ListPage<MeterJson>>(publicApi(environment, "/v1/meters", filters), { signal }),
    placeholderData: previousOf(environment),
  });
}

/** Every active meter, to choose from. */
export function everyMeterQuery(environment: Environment) {
  return queryOptions({
    queryKey: [...metersQueryKey(environment), "every"],
    queryFn: ({ signal }) =>
      everyItem((page) => request<ListPage<MeterJson>>(publicApi(environment, "/v1/meters", page), { signal })),
  });
}

export function meterQuery(environment: Environment, meterId: string) {
  return queryOptions({
    queryKey: [...metersQueryKey(environment), "one", meterId],
    queryFn: async ({ signal }) => (await request<{ data: MeterJson }>(pathOf(environment, meterId), { signal })).data,
  });
}

export async function createMeter(
  environment: Environment,
  body: CreateMeterBody,
  idempotencyKey: string,
): Promise<MeterJson> {
  const url = publicApi(environment, "/v1/meters");
  return (await request<{ data: MeterJson }>(url, { method: "POST", body, idempotencyKey })).data;
}

export async function archiveMeter(environment: Environment, meterId: string): Promise<void> {
  await request(pathOf(environment, meterId), { method: "DELETE" });
}

const pathOf = (environment: Environment, meterId: string) =>
  publicApi(environment, `/v1/meters/${encodeURIComponent(meterId)}`);

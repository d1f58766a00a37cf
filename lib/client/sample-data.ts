import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { SampleDataJson, SampleRemovalJson } from "@/lib/dashboard-api/schemas/sample-data";
import type { Environment } from "@/lib/domain/environment";
import { dashboardApi } from "@/lib/paths";
import { request } from "./request";

const LOOK_EVERY_MS = 1_000;
/** After ten minutes nobody waits any more. */
const LOOKS_MAX = 600;

/** What of the sample data is in the sandbox. Production has none to ask for. */
export function sampleDataQuery(environment: Environment) {
  return queryOptions({
    queryKey: [environment, "sample-data"],
    queryFn: async ({ signal }) =>
      (await request<{ data: SampleDataJson }>(dashboardApi(environment, "/sample-data"), { signal })).data,
    enabled: environment === "sandbox",
    refetchInterval: ({ state }) => (state.data?.state === "adding" ? LOOK_EVERY_MS : false),
  });
}

/** Begins it, waits until all of it is there, and brings every list up to date. Answers how it ended. */
export async function addSampleData(environment: Environment, queryClient: QueryClient): Promise<SampleDataJson> {
  const url = dashboardApi(environment, "/sample-data");
  let { data } = await request<{ data: SampleDataJson }>(url, { method: "POST" });
  for (let looks = 0; data.state === "adding" && looks < LOOKS_MAX; looks++) {
    queryClient.setQueryData(sampleDataQuery(environment).queryKey, data);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    ({ data } = await request<{ data: SampleDataJson }>(url));
  }
  await queryClient.invalidateQueries({ queryKey: [environment] });
  return data;
}

export async function removeSampleData(environment: Environment, queryClient: QueryClient): Promise<SampleRemovalJson> {
  const url = dashboardApi(environment, "/sample-data");
  const { data } = await request<{ data: SampleRemovalJson }>(url, { method: "DELETE" });
  await queryClient.invalidateQueries({ queryKey: [environment] });
  return data;
}

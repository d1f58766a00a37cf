import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { SampleDataJson, SampleRemovalJson } from "@/lib/dashboard-api/schemas/sample-data";
import type { Environment } from "@/lib/domain/environment";
import { dashboardApi } from "@/lib/paths";
import { isTemporary } from "./api-error";
import { request } from "./request";

/** A page that waits and a button that waits must stay below the limit of requests together, however long it takes. */
const LOOK_EVERY_MS = 2_000;
/** After ten minutes nobody waits any more. */
const LOOKS_MAX = 300;

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
    data = await look(url, data);
  }
  await queryClient.invalidateQueries({ queryKey: [environment] });
  return data;
}

/** It goes on being added while nobody can see it. */
async function look(url: string, before: SampleDataJson): Promise<SampleDataJson> {
  try {
    return (await request<{ data: SampleDataJson }>(url)).data;
  } catch (error) {
    if (isTemporary(error)) return before;
    throw error;
  }
}

export async function removeSampleData(environment: Environment, queryClient: QueryClient): Promise<SampleRemovalJson> {
  const url = dashboardApi(environment, "/sample-data");
  const { data } = await request<{ data: SampleRemovalJson }>(url, { method: "DELETE" });
  await queryClient.invalidateQueries({ queryKey: [environment] });
  return data;
}

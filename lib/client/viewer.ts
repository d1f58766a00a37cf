import { queryOptions } from "@tanstack/react-query";
import type { Environment } from "@/lib/domain/environment";
import type { Role } from "@/lib/domain/role";
import { dashboardApi } from "@/lib/paths";
import { request } from "./request";

type Addresses = { apiUrl: string; eventsUrl: string; dashboardUrl: string };

/** Who is looking, and what they may do. */
export type Viewer = {
  person: { id: string; name: string; email: string };
  organization: { id: string; name: string };
  role: Role;
  sessionId: string;
  passwordConfirmedUntil: string | null;
  clientAddress: string | null;
  addresses: Record<Environment, Addresses>;
};

export function viewerQuery(environment: Environment) {
  return queryOptions({
    queryKey: [environment, "viewer"],
    queryFn: async ({ signal }) =>
      (await request<{ data: Viewer }>(dashboardApi(environment, "/viewer"), { signal })).data,
    staleTime: 60_000,
  });
}

import { queryOptions } from "@tanstack/react-query";
import type { SessionJson } from "@/lib/dashboard-api/schemas/account";
import type { Environment } from "@/lib/domain/environment";
import { dashboardApi } from "@/lib/paths";
import { request } from "./request";

/** Opens what asks for a fresh password, for 10 minutes. A plain call: a mutation's cache would keep the password. */
export async function confirmPassword(environment: Environment, password: string): Promise<{ confirmedUntil: string }> {
  const url = dashboardApi(environment, "/confirm-password");
  return (await request<{ data: { confirmedUntil: string } }>(url, { method: "POST", body: { password } })).data;
}

/** Ends the other sign-in sessions. A plain call, for the same reason. */
export async function changePassword(
  environment: Environment,
  body: { currentPassword: string; newPassword: string },
): Promise<void> {
  await request(dashboardApi(environment, "/change-password"), { method: "POST", body });
}

/** Where this person is signed in. */
export function sessionsQuery(environment: Environment) {
  return queryOptions({
    queryKey: [environment, "sessions"],
    queryFn: async ({ signal }) =>
      (await request<{ data: SessionJson[] }>(dashboardApi(environment, "/sessions"), { signal })).data,
  });
}

export async function endSession(environment: Environment, sessionId: string): Promise<void> {
  await request(dashboardApi(environment, `/sessions/${encodeURIComponent(sessionId)}`), { method: "DELETE" });
}

/** Answers with how many were ended. */
export async function endOtherSessions(environment: Environment): Promise<number> {
  const url = dashboardApi(environment, "/sessions/sign-out-others");
  return (await request<{ data: { ended: number } }>(url, { method: "POST" })).data.ended;
}

import type { Environment } from "@/lib/domain/environment";
import { dashboardApi } from "@/lib/paths";
import { request } from "./request";

/** Opens what asks for a fresh password, for 10 minutes. A plain call: a mutation's cache would keep the password. */
export async function confirmPassword(environment: Environment, password: string): Promise<{ confirmedUntil: string }> {
  const url = dashboardApi(environment, "/confirm-password");
  return (await request<{ data: { confirmedUntil: string } }>(url, { method: "POST", body: { password } })).data;
}

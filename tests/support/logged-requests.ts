// Requests of another time or number than a test can make: written as a server writes those that it answered.
import { randomUUID } from "node:crypto";
import type { ApiKey } from "@/lib/domain/api-key";
import type { Tenant } from "@/lib/domain/environment";
import type { LoggedRequest } from "@/lib/domain/logged-request";
import { insertRequestsAcrossTenants, requestRowOf } from "@/lib/store/request-log";

export type RequestToLog = Partial<Omit<LoggedRequest, "caller">> & {
  /** Absent: nobody's. */
  readonly key?: Pick<ApiKey, "id" | "secrets">;
  /** One of its secrets; the newest otherwise. */
  readonly secretId?: string;
};

const SERVER_ID = "5e54e21d-0000-4000-8000-000000000000";

/** A GET of /v1/me that succeeded just now, unless the test says otherwise. */
export async function logRequests(tenant: Tenant, requests: readonly RequestToLog[]): Promise<void> {
  const rows = requests.map(({ key, secretId, ...given }) => {
    const request: LoggedRequest = {
      ...ORDINARY,
      atMs: Date.now(),
      requestId: `req_${randomUUID()}`,
      ...given,
      caller: callerOf(tenant, key, secretId),
    };
    return requestRowOf(SERVER_ID, request.userAgent ?? "", request);
  });
  await insertRequestsAcrossTenants(tenant.environment, rows, randomUUID());
}

const ORDINARY = {
  foreignHint: null,
  method: "GET",
  route: "/v1/me",
  scope: "",
  status: 200,
  errorCode: "",
  errorMessage: "",
  failedCheck: null,
  durationUs: 412,
  address: "203.0.113.7",
  userAgent: "curl/8.5.0",
  events: 0,
};

function callerOf({ organizationId }: Tenant, key: RequestToLog["key"], secretId: string | undefined) {
  if (!key) return null;
  return { organizationId, keyId: key.id, secretId: secretId ?? key.secrets[0]?.id ?? "" };
}

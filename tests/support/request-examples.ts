// Calls of the endpoints about requests that succeed.
import { randomUUID } from "node:crypto";
import type { Tenant } from "@/lib/domain/environment";
import type { Env } from "@/lib/env";
import { logRequests } from "./logged-requests";
import { mint } from "./people";

type Place = { readonly env: Env; readonly tenant: Tenant };

async function usedKey({ env, tenant }: Place) {
  const { key } = await mint(env, tenant);
  await logRequests(tenant, [{ key, route: "/v1/customers", scope: "customers:read" }]);
  return { params: { keyId: key.id } };
}

async function loggedRequest({ env, tenant }: Place) {
  const { key } = await mint(env, tenant);
  const requestId = randomUUID();
  await logRequests(tenant, [{ key, requestId, status: 403, failedCheck: "scope", errorCode: "FORBIDDEN" }]);
  return { params: { requestId } };
}

export const REQUEST_EXAMPLES = {
  "get /api-keys/{keyId}/usage": async (place: Place) => ({ ...(await usedKey(place)), query: "window=HOUR" }),
  "get /api-keys/{keyId}/addresses": usedKey,
  "get /api-keys/{keyId}/foreign-use": usedKey,
  "get /requests": async (place: Place) => {
    await usedKey(place);
    return { query: "limit=5&status=2xx" };
  },
  "get /requests/routes": async () => ({}),
  "get /summary": async () => ({}),
  "get /requests/{requestId}": loggedRequest,
  "get /requests/{requestId}/checks": loggedRequest,
} as const;

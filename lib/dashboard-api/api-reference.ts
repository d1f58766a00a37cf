import { apiEndpoints } from "@/lib/api/endpoints";
import { openApiOf } from "@/lib/api/openapi";
import type { OpenApiDocument } from "@/lib/api/schemas/openapi";
import { dashboardDoors } from "./dashboard-doors";
import { type PublicAddresses, publicAddressesOf } from "./public-addresses";

export type ApiReference = {
  readonly document: OpenApiDocument;
  readonly addresses: PublicAddresses;
  readonly limitPerMinute: number;
};

let kept: ApiReference | null = null;

/** What the reference page shows: the document of the endpoints that this process serves, made once, and both environments' addresses. */
export function apiReference(): ApiReference {
  kept ??= makeReference();
  return kept;
}

function makeReference(): ApiReference {
  const { env } = dashboardDoors();
  const addresses = publicAddressesOf(env);
  const { apiUrl } = addresses.production;
  const limitPerMinute = env.MINTKEY_RATE_LIMIT_PER_MINUTE;
  const document = openApiOf(apiEndpoints(apiUrl), { environment: "production", apiUrl, limitPerMinute });
  return { document, addresses, limitPerMinute };
}

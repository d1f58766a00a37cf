import type { Endpoint } from "./endpoint";
import { contractEndpoints } from "./endpoints/contracts";
import { creditEndpoints } from "./endpoints/credits";
import { customerEndpoints } from "./endpoints/customers";
import { estimateEndpoint } from "./endpoints/estimate";
import { eventEndpoints } from "./endpoints/events";
import { healthEndpoints } from "./endpoints/health";
import { invoiceEndpoints } from "./endpoints/invoices";
import { meEndpoint } from "./endpoints/me";
import { meterEndpoints } from "./endpoints/meters";
import { openApiEndpoint } from "./endpoints/openapi";
import { planEndpoints } from "./endpoints/plans";
import { pricingEndpoints } from "./endpoints/pricing";
import { storedEventEndpoints } from "./endpoints/stored-events";
import { usageEndpoints } from "./endpoints/usage";

const declared: readonly Endpoint[] = [
  meEndpoint,
  ...healthEndpoints,
  ...customerEndpoints,
  ...meterEndpoints,
  ...pricingEndpoints,
  estimateEndpoint,
  ...planEndpoints,
  ...contractEndpoints,
  ...creditEndpoints,
  ...invoiceEndpoints,
  ...eventEndpoints,
  ...storedEventEndpoints,
  ...usageEndpoints,
];

/** Everything the API serves under this public URL. */
export const apiEndpoints = (publicUrl: string): readonly Endpoint[] => [
  ...declared,
  openApiEndpoint(declared, publicUrl),
];

/** What the Events API's address serves. */
export const eventsApiEndpoints = (): readonly Endpoint[] => declared.filter((endpoint) => endpoint.onEventsApi);

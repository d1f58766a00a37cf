import type { Endpoint } from "@/lib/api/endpoint";
import { accountEndpoints } from "./endpoints/account";
import { apiKeyEndpoints } from "./endpoints/api-keys";
import { auditLogEndpoints } from "./endpoints/audit-log";
import { catalogEndpoints } from "./endpoints/catalog";
import { customerPageEndpoints } from "./endpoints/customers";
import { invoiceActionEndpoints } from "./endpoints/invoices";
import { keyRevocationEndpoints } from "./endpoints/key-revocation";
import { keyRotationEndpoints } from "./endpoints/key-rotation";
import { keyUsageEndpoints } from "./endpoints/key-usage";
import { requestEndpoints } from "./endpoints/requests";
import { sampleDataEndpoints } from "./endpoints/sample-data";
import { setupEndpoint } from "./endpoints/setup";
import { summaryEndpoints } from "./endpoints/summary";
import { usagePageEndpoints } from "./endpoints/usage";
import type { PublicAddresses } from "./public-addresses";

/** Everything the dashboard's pages call. A key opens none of it: a key can never mint a key. */
export const dashboardEndpoints = (
  addresses: PublicAddresses,
  setupCode: string | undefined,
  digestSandboxSecret: (secret: string) => Buffer,
): readonly Endpoint[] => [
  setupEndpoint(setupCode, digestSandboxSecret),
  ...accountEndpoints(addresses),
  ...apiKeyEndpoints,
  ...keyRotationEndpoints,
  ...keyRevocationEndpoints,
  ...keyUsageEndpoints,
  ...requestEndpoints,
  ...auditLogEndpoints,
  ...customerPageEndpoints,
  ...invoiceActionEndpoints,
  ...catalogEndpoints,
  ...sampleDataEndpoints,
  ...summaryEndpoints,
  ...usagePageEndpoints,
];

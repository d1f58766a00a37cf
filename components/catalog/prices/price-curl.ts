import type { Environment } from "@/lib/domain/environment";

/** What an empty list offers: the call that fills it. */
export function createPriceCurl(apiUrl: string, environment: Environment): string {
  return [
    `# With a ${environment} key that has pricing:write`,
    `curl ${apiUrl}/v1/pricing \\`,
    `  -H "Authorization: Bearer $MINTKEY_API_KEY" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '{
    "name": "Seat",
    "productName": "API",
    "model": "FLAT",
    "billingMode": "RECURRING",
    "priceInterval": "MONTH",
    "unitAmount": "10"
  }'`,
  ].join("\n");
}

import type { Environment } from "@/lib/domain/environment";

const AUTHORIZATION = `-H "Authorization: Bearer $MINTKEY_API_KEY"`;

/** What an empty list offers: the call that fills it. */
export function createCustomerCurl(apiUrl: string, environment: Environment): string {
  return [
    `# With a ${environment} key that has customers:write`,
    `curl ${apiUrl}/v1/customers \\`,
    `  ${AUTHORIZATION} \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '{"name":"Globex","externalCustomerId":"cust_42"}'`,
  ].join("\n");
}

export function readCustomerCurl(apiUrl: string, environment: Environment, customerId: string): string {
  return [
    `# With a ${environment} key that has customers:read`,
    `curl ${apiUrl}/v1/customers/${customerId} \\`,
    `  ${AUTHORIZATION}`,
  ].join("\n");
}

import type { Environment } from "@/lib/domain/environment";

const AUTHORIZATION = `-H "Authorization: Bearer $MINTKEY_API_KEY"`;

/** What an empty list offers: the call that fills it. */
export function createContractCurl(apiUrl: string, environment: Environment): string {
  return [
    `# With a ${environment} key that has contracts:write`,
    `curl ${apiUrl}/v1/contracts \\`,
    `  ${AUTHORIZATION} \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '{"customerId":"<customer id>","planId":"<plan id>","startDate":"2026-01-01"}'`,
  ].join("\n");
}

export function readContractCurl(apiUrl: string, environment: Environment, contractId: string): string {
  return [
    `# With a ${environment} key that has contracts:read`,
    `curl ${apiUrl}/v1/contracts/${contractId} \\`,
    `  ${AUTHORIZATION}`,
  ].join("\n");
}

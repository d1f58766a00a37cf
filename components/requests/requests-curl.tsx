"use client";

import { useEnvironment } from "@/components/shell/environment-provider";
import { useBaseUrl } from "@/components/shell/use-base-url";
import { CodeBlock } from "@/components/ui/code-block";

/** What an empty log offers: the call that fills it. */
export function RequestsCurl() {
  const environment = useEnvironment();
  const baseUrl = useBaseUrl();
  if (!baseUrl) return null;
  const code = [
    `# With any ${environment} key`,
    `curl ${baseUrl}/v1/me \\`,
    `  -H "Authorization: Bearer $MINTKEY_API_KEY"`,
  ].join("\n");
  return <CodeBlock thing="curl command" code={code} />;
}

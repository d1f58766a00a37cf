"use client";

import { useEnvironment } from "@/components/shell/environment-provider";
import { useEventsUrl } from "@/components/shell/use-base-url";
import { CodeBlock } from "@/components/ui/code-block";

/** What empty usage offers: the call that sends the first event. */
export function SendEventCurl() {
  const environment = useEnvironment();
  const eventsUrl = useEventsUrl();
  if (!eventsUrl) return null;
  const code = [
    `# With a ${environment} key that has usage:write`,
    `curl ${eventsUrl}/v1/events \\`,
    `  -H "Authorization: Bearer $MINTKEY_API_KEY" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '{"eventName":"api_call","externalCustomerId":"cust_42",`,
    `       "properties":{"units":3,"region":"eu"}}'`,
  ].join("\n");
  return <CodeBlock thing="curl command" code={code} />;
}

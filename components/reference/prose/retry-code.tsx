"use client";

import { CodeBlock } from "@/components/ui/code-block";
import { useReference } from "../reference-provider";
import { LANGUAGES, type Language } from "../snippets";

/** A request that waits and tries again, in the page's language. */
export function RetryCode() {
  const { environment, addresses, language } = useReference();
  const { thing } = LANGUAGES.find(({ value }) => value === language) ?? LANGUAGES[0];
  return (
    <CodeBlock thing={thing} owner="back-off" code={RETRY[language](`${addresses[environment].apiUrl}/v1/customers`)} />
  );
}

const RETRY: Record<Language, (url: string) => string> = {
  curl: (url) => `# Waits as Retry-After says, else 1, 2, 4, 8 seconds
curl --retry 4 "${url}" \\
  -H "Authorization: Bearer $MINTKEY_API_KEY"`,
  typescript: (url) => `async function fetchWithBackOff(url: string, options: RequestInit): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    const response = await fetch(url, options);
    const isTemporary = response.status === 429 || response.status >= 500;
    if (!isTemporary || attempt === 4) return response;
    const seconds = Number(response.headers.get("Retry-After")) || 2 ** attempt;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

const response = await fetchWithBackOff("${url}", {
  headers: { Authorization: \`Bearer \${process.env.MINTKEY_API_KEY}\` },
});
console.log(response.status, await response.json());`,
  python: (url) => `import json
import os
import time
import urllib.error
import urllib.request


def open_with_back_off(request):
    for attempt in range(5):
        try:
            return urllib.request.urlopen(request)
        except urllib.error.HTTPError as error:
            is_temporary = error.code == 429 or error.code >= 500
            if not is_temporary or attempt == 4:
                raise
            time.sleep(int(error.headers.get("Retry-After") or 2**attempt))


request = urllib.request.Request(
    "${url}",
    headers={"Authorization": f"Bearer {os.environ['MINTKEY_API_KEY']}"},
)
with open_with_back_off(request) as response:
    print(response.status, json.load(response))`,
};

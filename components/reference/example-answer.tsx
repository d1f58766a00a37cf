"use client";

import { CodeBlock } from "@/components/ui/code-block";
import { prefixOf } from "@/lib/domain/api-key-secret";
import { useReference } from "./reference-provider";

/** An example answer, as the page's environment would give it. */
export function ExampleAnswer({ owner, json }: { owner: string; json: string }) {
  const { environment } = useReference();
  const code = json
    .replaceAll('"environment": "production"', `"environment": "${environment}"`)
    .replaceAll(prefixOf("production"), prefixOf(environment));
  return <CodeBlock thing="example answer" owner={owner} code={code} />;
}

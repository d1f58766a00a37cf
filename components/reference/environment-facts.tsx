"use client";

import { CodeBlock } from "@/components/ui/code-block";
import { CopyText } from "@/components/ui/copy-text";
import { formatSecret, prefixOf, SECRET_RANDOM_BYTES } from "@/lib/domain/api-key-secret";
import { publicApi } from "@/lib/paths";
import { useReference } from "./reference-provider";

/** What of the prose depends on the environment. */
export function BaseUrl({ of }: { of: "apiUrl" | "eventsUrl" | "dashboardUrl" }) {
  const { environment, addresses } = useReference();
  const things = { apiUrl: "base URL", eventsUrl: "Events base URL", dashboardUrl: "dashboard's URL" };
  return <CopyText thing={things[of]} text={addresses[environment][of]} wraps />;
}

export function KeyPrefix() {
  return <code className="font-mono">{prefixOf(useReference().environment)}</code>;
}

export function EnvironmentWord() {
  return useReference().environment;
}

export function LimitPerMinute() {
  return useReference().limitPerMinute;
}

/** A well-formed key that opens nothing. */
export function ExampleKey() {
  const bytes = Uint8Array.from({ length: SECRET_RANDOM_BYTES }, (_, at) => PATTERN[at % PATTERN.length] ?? 0);
  return <code className="break-all font-mono">{formatSecret(useReference().environment, bytes)}</code>;
}

const PATTERN = [0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef];

export function ExportKey() {
  const { environment, language } = useReference();
  const name = language === "curl" ? "your shell" : "the environment of your program";
  return (
    <>
      <p>Snippets read the key from {name}. Set it once:</p>
      <CodeBlock thing="command" owner="setting the key" code={`export MINTKEY_API_KEY=${prefixOf(environment)}…`} />
    </>
  );
}

export function OpenApiLink() {
  return (
    <a className="text-accent-text underline" href={publicApi(useReference().environment, "/v1/openapi.json")}>
      OpenAPI 3.1 document
    </a>
  );
}

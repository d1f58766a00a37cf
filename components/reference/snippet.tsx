"use client";

import { CodeBlock } from "@/components/ui/code-block";
import { prefixOf } from "@/lib/domain/api-key-secret";
import { useReference } from "./reference-provider";
import { LANGUAGES, type SnippetRequest, writeSnippet } from "./snippets";

type SnippetProps = {
  request: SnippetRequest;
  /** Null: any key will do. */
  scope: string | null;
  server?: "api" | "events";
  /** Tells this snippet from the page's others: "Create a customer". */
  owner: string;
};

/** A request that works as copied, in the language and for the environment that the page shows. */
export function Snippet({ request, scope, server = "api", owner }: SnippetProps) {
  const { environment, language, addresses } = useReference();
  const { apiUrl, eventsUrl } = addresses[environment];
  const chosen = LANGUAGES.find(({ value }) => value === language) ?? LANGUAGES[0];
  const key = `Key ${prefixOf(environment)}… with ${scope === null ? "any scope" : scope}`;
  const note = request.needsKey ? key : `No key, in ${environment}`;
  const code = writeSnippet(language, request, server === "api" ? apiUrl : eventsUrl, note);
  return <CodeBlock thing={chosen.thing} owner={owner} code={code} />;
}

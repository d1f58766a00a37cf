import openapiTS, { astToString } from "openapi-typescript";
import type { Endpoint } from "@/lib/api/endpoint";
import { apiEndpoints } from "@/lib/api/endpoints";
import { openApiOf } from "@/lib/api/openapi";

/** What `lib/api-client/schema.ts` has to hold: every path of the API with its types, and which posts may be repeated. */
export async function apiClientSchema(): Promise<string> {
  const apiUrl = "http://localhost:4000";
  const endpoints = apiEndpoints(apiUrl);
  const document = JSON.stringify(openApiOf(endpoints, { environment: "production", apiUrl, limitPerMinute: 100 }));
  const types = astToString(await openapiTS(document, { defaultNonNullable: false }));
  const posts = endpoints.filter(({ method }) => method === "post");
  // Types are gone when a client runs; what it must know of a path then is written beside them.
  return [
    "// Written by `npm run generate:client` from the OpenAPI document. Changes by hand are lost.",
    types.trimEnd(),
    "",
    "/** The API keeps the answers of these: with the same Idempotency-Key nothing is done twice. */",
    setOf(
      "KEYED_POSTS",
      posts.filter(({ idempotent }) => idempotent),
    ),
    "",
    "/** These ask with a body and change nothing. */",
    setOf(
      "READING_POSTS",
      posts.filter(({ scope }) => scope?.endsWith(":read")),
    ),
    "",
  ].join("\n");
}

const setOf = (name: string, posts: readonly Endpoint[]): string =>
  `export const ${name}: ReadonlySet<string> = new Set<string>(${JSON.stringify(
    posts.map(({ path }) => path),
    null,
    4,
  )});`;

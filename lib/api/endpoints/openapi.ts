import { z } from "zod";
import { type Endpoint, endpoint } from "../endpoint";
import { openApiOf } from "../openapi";

/** Serves the document of the endpoints beside it, and of itself. */
export function openApiEndpoint(others: readonly Endpoint[], serverUrl: string): Endpoint {
  let document: Record<string, unknown> | null = null;
  const own: Endpoint = endpoint({
    method: "get",
    path: "/v1/openapi.json",
    summary: "This API as an OpenAPI 3.1 document",
    tag: "Reference",
    credential: "none",
    scope: null,
    limit: "per-address",
    answer: { status: 200, schema: z.record(z.string(), z.unknown()) },
    handle: () => {
      document ??= openApiOf([...others, own], serverUrl);
      return document;
    },
  });
  return own;
}

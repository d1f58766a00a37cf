import { z } from "zod";
import { type Endpoint, endpoint } from "../endpoint";
import { openApiOf } from "../openapi";
import type { OpenApiDocument } from "../schemas/openapi";

const EXCERPT = { openapi: "3.1.0", info: { title: "Mintkey API", version: "1" }, paths: {} };

/** Serves the document of the endpoints beside it, and of itself. */
export function openApiEndpoint(others: readonly Endpoint[], apiUrl: string): Endpoint {
  let document: OpenApiDocument | null = null;
  const own: Endpoint = endpoint({
    method: "get",
    path: "/v1/openapi.json",
    summary: "This API as an OpenAPI 3.1 document",
    tag: "Reference",
    credential: "none",
    scope: null,
    limit: "per-address",
    answer: { status: 200, schema: z.record(z.string(), z.unknown()).meta({ examples: [EXCERPT] }) },
    handle: ({ exchange: { services } }) => {
      const { environment, limitPerMinute } = services;
      document ??= openApiOf([...others, own], { environment, apiUrl, limitPerMinute });
      return { ...document };
    },
  });
  return own;
}

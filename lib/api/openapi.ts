import type { Environment } from "@/lib/domain/environment";
import { JSON_BODY } from "./body-form";
import type { Endpoint } from "./endpoint";
import type { EndpointFacts } from "./endpoint-facts";
import { ERROR_SCHEMAS } from "./error-schemas";
import { EXAMPLE_ID, exampleOf } from "./example";
import { FOUND_STATUS } from "./found-answer";
import { SchemaWriter } from "./json-schema";
import { headersOf, refusalResponsesOf } from "./refusals";
import type { ContentObject, JsonSchema, OpenApiDocument, OperationObject, ParameterObject } from "./schemas/openapi";
import { TAGS } from "./tags";

/** Where the document's API is served, and how. */
export type ServedAt = {
  readonly environment: Environment;
  readonly apiUrl: string;
  readonly limitPerMinute: number;
};

/** The OpenAPI 3.1 document of these endpoints. Nothing in it is written by hand, so it cannot disagree with what is served. */
export function openApiOf(endpoints: readonly Endpoint[], served: ServedAt): OpenApiDocument {
  const writer = new SchemaWriter();
  const paths: Record<string, Record<string, OperationObject>> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operationOf(endpoint, writer) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Mintkey API",
      version: "1",
      description: "Authenticate with `Authorization: Bearer <api_key>` or `x-api-key: <api_key>`.",
    },
    servers: [{ url: served.apiUrl, description: `The ${served.environment} environment` }],
    tags: tagsOf(endpoints),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", bearerFormat: "mk_live_… or mk_test_…" },
        apiKey: { type: "apiKey", in: "header", name: "x-api-key" },
      },
      headers: responseHeaders(served.limitPerMinute),
      schemas: { ...writer.components, ...ERROR_SCHEMAS },
    },
  };
}

function tagsOf(endpoints: readonly Endpoint[]): OpenApiDocument["tags"] {
  const used = new Set(endpoints.map((endpoint) => endpoint.tag));
  const known = TAGS.filter(({ name }) => used.delete(name));
  return [...known, ...[...used].map((name) => ({ name, description: "" }))];
}

function operationOf(endpoint: Endpoint, writer: SchemaWriter): OperationObject {
  const { status, schema, mayBeFound } = endpoint.answer;
  const answer = writer.write(schema, "output");
  const answerExample = exampleOf(answer, writer.components, true);
  const content = { "application/json": { schema: answer, example: answerExample } };
  const parameters = parametersOf(endpoint, writer, answerExample);
  return {
    operationId: operationIdOf(endpoint),
    summary: endpoint.summary,
    ...(endpoint.description !== undefined && { description: endpoint.description }),
    tags: [endpoint.tag],
    "x-scope": endpoint.scope,
    "x-rate-limit": endpoint.limit,
    "x-events-api": endpoint.onEventsApi ?? false,
    security: endpoint.credential === "none" ? [] : [{ bearer: [] }, { apiKey: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(endpoint.body && { requestBody: { required: true, content: bodyContentOf(endpoint, endpoint.body, writer) } }),
    responses: {
      ...(mayBeFound && {
        [FOUND_STATUS]: { description: "It is there already", headers: headersOf(FOUND_STATUS, endpoint), content },
      }),
      [status]: { description: "Success", headers: headersOf(status, endpoint), content },
      ...refusalResponsesOf(endpoint),
    },
  };
}

function bodyContentOf(
  { bodyForm = JSON_BODY }: EndpointFacts,
  body: NonNullable<EndpointFacts["body"]>,
  writer: SchemaWriter,
): ContentObject {
  const schema = writer.write(body, "input");
  const json = { schema, example: exampleOf(schema, writer.components, false) };
  const lines = { schema: { type: "string", description: NDJSON } as const, example: NDJSON_EXAMPLE };
  return Object.fromEntries(bodyForm.types.map((type) => [type, type === "application/json" ? json : lines]));
}

const NDJSON = "One event of the same form a line, lines ended by a line feed.";
const NDJSON_EXAMPLE =
  '{"eventName":"api_call","externalCustomerId":"cust_42","idempotencyKey":"row_1"}\n{"eventName":"api_call","externalCustomerId":"cust_42","idempotencyKey":"row_2"}\n';

function parametersOf(endpoint: Endpoint, writer: SchemaWriter, answer: unknown): ParameterObject[] {
  const inPath = endpoint.pathParams.map(
    (name): ParameterObject => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string", format: "uuid" },
      example: idIn(answer, name),
    }),
  );
  const query: JsonSchema = endpoint.query ? writer.write(endpoint.query, "input") : {};
  const { properties = {}, required = [], examples: [together] = [] } = query;
  const inQuery = Object.entries(properties).map(([name, schema]): ParameterObject => {
    const written = typeof schema === "object" ? schema : {};
    // Parameters that are required only without others are shown where the whole query has an example.
    const example = Object.entries(Object(together)).find(([shown]) => shown === name)?.[1];
    const { description, ...rest } = written;
    return {
      name,
      in: "query",
      required: required.includes(name),
      ...(description !== undefined && { description }),
      schema: rest,
      ...(example !== undefined && { example }),
      ...(required.includes(name) && { example: exampleOf(written, writer.components, false) }),
    };
  });
  return [...inPath, ...inQuery, ...(endpoint.idempotent ? [IDEMPOTENCY_KEY] : [])];
}

const IDEMPOTENCY_KEY: ParameterObject = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "Visible ASCII. A repeat within 24 hours with the same value and body gets the first answer again.",
  schema: { type: "string", minLength: 1, maxLength: 256 },
};

/** The id that the example answer gives its object: the same in the path as in the body. */
function idIn(answer: unknown, name: string): string {
  const data: unknown = Reflect.get(Object(answer), "data");
  const id: unknown = Reflect.get(Object(data), name) ?? Reflect.get(Object(data), "id");
  return typeof id === "string" ? id : EXAMPLE_ID;
}

function operationIdOf({ method, path }: Endpoint): string {
  const words = path
    .split("/")
    .flatMap((part) => (part === "" || part === "v1" ? [] : [part.replace(/[{}]/g, "").replace(/[.-]/g, "_")]));
  return [method, ...words].join("_");
}

function responseHeaders(limitPerMinute: number): Record<string, unknown> {
  const text = (description: string, example: string) => ({ description, schema: { type: "string" }, example });
  return {
    "X-Request-Id": text("The caller's own when it sent a safe one, else made up.", "req_9f2c4b1e7a60d385"),
    RateLimit: text(
      "`r`: requests left. `t`: seconds until one more is free.",
      `"default";r=${limitPerMinute - 1};t=60`,
    ),
    "RateLimit-Policy": text("`q`: requests admitted in any `w` seconds.", `"default";q=${limitPerMinute};w=60`),
    "Retry-After": text("Seconds to wait before the next try.", "41"),
    "WWW-Authenticate": text("What is wrong with the credential (RFC 6750).", 'Bearer realm="mintkey"'),
    "Idempotency-Replayed": text("`true` when this is the kept answer of an earlier request.", "true"),
    "Mintkey-Durability": text("`fsync`: what was accepted is on disk.", "fsync"),
    Allow: text("The methods of this path.", "GET, HEAD, POST"),
  };
}

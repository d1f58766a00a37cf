import { z } from "zod";
import type { Endpoint } from "./endpoint";
import { STATUS_BY_CODE } from "./errors";

type JsonSchema = Record<string, unknown>;

/** The OpenAPI 3.1 document of these endpoints. Nothing in it is written by hand, so it cannot disagree with what is served. */
export function openApiOf(endpoints: readonly Endpoint[], serverUrl: string): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operationOf(endpoint) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Mintkey API",
      version: "1",
      description: "Authenticate with `Authorization: Bearer <api_key>` or `x-api-key: <api_key>`.",
    },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", bearerFormat: "mk_live_… or mk_test_…" },
        apiKey: { type: "apiKey", in: "header", name: "x-api-key" },
      },
      schemas: { Error: ERROR_SCHEMA },
    },
  };
}

function operationOf(endpoint: Endpoint): JsonSchema {
  const { status, schema } = endpoint.answer;
  return {
    operationId: operationIdOf(endpoint),
    summary: endpoint.summary,
    tags: [endpoint.tag],
    "x-scope": endpoint.scope,
    "x-rate-limit": endpoint.limit,
    security: endpoint.credential === "none" ? [] : [{ bearer: [] }, { apiKey: [] }],
    ...parametersOf(endpoint),
    ...(endpoint.body && { requestBody: { required: true, content: jsonContent(schemaOf(endpoint.body, "input")) } }),
    responses: {
      [status]: { description: "Success", content: jsonContent(schemaOf(schema, "output")) },
      ...Object.fromEntries(
        refusalsOf(endpoint).map((code) => [
          code,
          { description: DESCRIPTIONS[code] ?? "Refused", content: jsonContent(ERROR_REF) },
        ]),
      ),
    },
  };
}

function parametersOf(endpoint: Endpoint): JsonSchema {
  const inPath = endpoint.pathParams.map((name) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string", format: "uuid" },
  }));
  const query = endpoint.query ? schemaOf(endpoint.query, "input") : {};
  const required: unknown[] = Array.isArray(query.required) ? query.required : [];
  const inQuery = Object.entries(isRecord(query.properties) ? query.properties : {}).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
  const inHeader = endpoint.idempotent
    ? [
        {
          name: "Idempotency-Key",
          in: "header",
          required: false,
          schema: { type: "string", minLength: 1, maxLength: 256 },
        },
      ]
    : [];
  const parameters = [...inPath, ...inQuery, ...inHeader];
  return parameters.length > 0 ? { parameters } : {};
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...document } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    reused: "inline",
    target: "draft-2020-12",
  });
  return inlineDefinitions(document);
}

// Definitions of one operation stand beside its schema, where OpenAPI does not look for them: they are written in place.
function inlineDefinitions({ $defs, ...document }: JsonSchema): JsonSchema {
  const definitions = isRecord($defs) ? $defs : {};
  const inline = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(inline);
    if (!isRecord(node)) return node;
    const name = typeof node.$ref === "string" ? node.$ref.replace("#/$defs/", "") : null;
    if (name !== null && isRecord(definitions[name])) return inline(definitions[name]);
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, inline(value)]));
  };
  const inlined = inline(document);
  return isRecord(inlined) ? inlined : {};
}

function operationIdOf({ method, path }: Endpoint): string {
  const words = path
    .split("/")
    .flatMap((part) => (part === "" || part === "v1" ? [] : [part.replace(/[{}]/g, "").replace(/[.-]/g, "_")]));
  return [method, ...words].join("_");
}

function refusalsOf(endpoint: Endpoint): number[] {
  const { UNAUTHORIZED, FORBIDDEN, NOT_FOUND, CONFLICT, PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, RATE_LIMITED } =
    STATUS_BY_CODE;
  return [
    STATUS_BY_CODE.VALIDATION_ERROR,
    ...(endpoint.credential === "none" ? [] : [UNAUTHORIZED, FORBIDDEN]),
    ...(endpoint.pathParams.length > 0 ? [NOT_FOUND] : []),
    STATUS_BY_CODE.METHOD_NOT_ALLOWED,
    ...(endpoint.body ? [CONFLICT, PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE] : []),
    ...(endpoint.limit === "exempt" ? [] : [RATE_LIMITED]),
    STATUS_BY_CODE.SERVICE_UNAVAILABLE,
  ];
}

const DESCRIPTIONS: Record<number, string> = {
  400: "The request is not valid",
  401: "The credential is missing or not valid",
  403: "The credential may not do this",
  404: "There is no such object",
  405: "The method is not allowed",
  409: "Something stands in the way",
  413: "The body is too large",
  415: "The body is of another type",
  429: "Too many requests from this address",
  503: "Try again after Retry-After",
};

const isRecord = (value: unknown): value is JsonSchema =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const jsonContent = (schema: JsonSchema) => ({ "application/json": { schema } });
const ERROR_REF = { $ref: "#/components/schemas/Error" };
const ERROR_SCHEMA = schemaOf(
  z.strictObject({
    error: z.strictObject({
      message: z.string(),
      code: z.enum(["INTERNAL_ERROR", ...Object.keys(STATUS_BY_CODE)]),
      requestId: z.string(),
      details: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
    }),
  }),
  "output",
);

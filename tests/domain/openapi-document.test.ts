// The document against judges of its own: OpenAPI's schema, JSON Schema's, and the schemas that the server itself parses with.
import { validate } from "@readme/openapi-parser";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import type { Endpoint } from "@/lib/api/endpoint";
import { apiEndpoints } from "@/lib/api/endpoints";
import { FOR_FAULTS, faultsOf } from "@/lib/api/faults";
import { openApiOf } from "@/lib/api/openapi";
import type { ContentObject } from "@/lib/api/schemas/openapi";
import { TAGS } from "@/lib/api/tags";

const ENDPOINTS = apiEndpoints("https://api.example.test");
const DOCUMENT = openApiOf(ENDPOINTS, {
  environment: "sandbox",
  apiUrl: "https://api.example.test",
  limitPerMinute: 100,
});

const operationOf = ({ method, path }: Endpoint) => {
  const operation = DOCUMENT.paths[path]?.[method];
  if (!operation) throw new Error(`${method} ${path} is not in the document`);
  return operation;
};

const faultsIn = (schema: z.ZodType, value: unknown, place: "body" | "query"): string[] => {
  const parsed = schema.safeParse(value, FOR_FAULTS);
  return parsed.error ? faultsOf(parsed.error, place).map(({ message }) => message) : [];
};

/** What a validator of JSON Schema has against the content's example. */
function ajvFaults(content: ContentObject | undefined): unknown[] {
  const json = content?.["application/json"];
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  const accepts = ajv.compile({ ...json?.schema, components: DOCUMENT.components });
  return accepts(json?.example)
    ? []
    : (accepts.errors ?? []).map(({ instancePath, message }) => [instancePath, message]);
}

test("the document is valid OpenAPI 3.1, as an independent validator reads it", async () => {
  const copy = JSON.parse(JSON.stringify(DOCUMENT));
  expect(await validate(copy)).toMatchObject({ valid: true, specification: "OpenAPI" });
});

test("the validator refuses a document with a fault", async () => {
  const copy = JSON.parse(JSON.stringify({ ...DOCUMENT, info: { title: "Mintkey API" } }));
  expect((await validate(copy)).valid).toBe(false);
});

for (const endpoint of ENDPOINTS) {
  describe(`${endpoint.method.toUpperCase()} ${endpoint.path}`, () => {
    const operation = operationOf(endpoint);
    const answer = operation.responses[endpoint.answer.status]?.content;

    test("the example answer is one that its own schema lets out, and its published schema describes", () => {
      expect(faultsIn(endpoint.answer.schema, answer?.["application/json"]?.example, "body")).toEqual([]);
      expect(ajvFaults(answer)).toEqual([]);
    });

    const { body, query } = endpoint;
    if (body) {
      test("the example body is one that its own schema takes, and its published schema describes", () => {
        const content = operation.requestBody?.content;
        expect(faultsIn(body, content?.["application/json"]?.example, "body")).toEqual([]);
        expect(ajvFaults(content)).toEqual([]);
      });
    }
    if (query) {
      test("the example parameters are ones that its own schema takes", () => {
        const given = (operation.parameters ?? []).flatMap(({ name, in: place, example }) =>
          place === "query" && example !== undefined ? [[name, String(example)]] : [],
        );
        expect(faultsIn(query, Object.fromEntries(given), "query")).toEqual([]);
      });
    }
  });
}

test("every group of endpoints is introduced", () => {
  const introduced = TAGS.map(({ name }) => name);
  expect(ENDPOINTS.filter(({ tag }) => !introduced.includes(tag)).map(({ path, tag }) => `${path}: ${tag}`)).toEqual(
    [],
  );
});

test("every refusal comes in our own form and as a problem, with one body each", () => {
  for (const endpoint of ENDPOINTS) {
    const refused = Object.entries(operationOf(endpoint).responses).filter(([status]) => Number(status) >= 400);
    expect(refused.length).toBeGreaterThan(0);
    for (const [, { content }] of refused) {
      const names = Object.keys(content["application/json"]?.examples ?? {});
      expect(names.length).toBeGreaterThan(0);
      expect(Object.keys(content["application/problem+json"]?.examples ?? {})).toEqual(names);
    }
  }
});

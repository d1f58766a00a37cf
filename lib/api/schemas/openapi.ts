// The shape of the OpenAPI document that `lib/api/openapi.ts` derives, as far as a reader of it needs to know.
import type { z } from "zod";

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** A body that stands for others, under a name. */
export type NamedExamples = Readonly<Record<string, { readonly summary: string; readonly value: unknown }>>;

export type ParameterObject = {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
  readonly example?: unknown;
};

export type ContentObject = Readonly<
  Record<string, { readonly schema: JsonSchema; readonly example?: unknown; readonly examples?: NamedExamples }>
>;

export type ResponseObject = {
  readonly description: string;
  readonly headers?: Readonly<Record<string, { readonly $ref: string }>>;
  readonly content: ContentObject;
};

export type OperationObject = {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly "x-scope": string | null;
  readonly "x-rate-limit": string;
  readonly "x-events-api": boolean;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly ParameterObject[];
  readonly requestBody?: { readonly required: true; readonly content: ContentObject };
  readonly responses: Readonly<Record<string, ResponseObject>>;
};

export type OpenApiDocument = {
  readonly openapi: "3.1.0";
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string; readonly description: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: {
    readonly securitySchemes: Readonly<Record<string, unknown>>;
    readonly headers: Readonly<Record<string, unknown>>;
    readonly schemas: Readonly<Record<string, JsonSchema>>;
  };
};

import { STATUS_BY_CODE } from "./errors";
import type { JsonSchema } from "./schemas/openapi";

/** What `details` of a refusal look like. */
const DETAILS_SCHEMA: JsonSchema = {
  type: "array",
  maxItems: 100,
  description: "Where the faults are: a path in the body like `contacts[0].email`, a parameter, or a header.",
  items: {
    type: "object",
    properties: { path: { type: "string" }, message: { type: "string" } },
    required: ["path", "message"],
  },
};

const CODES = [...Object.keys(STATUS_BY_CODE), "INTERNAL_ERROR"];

/** The bodies of refusals, in our own form and in that of RFC 9457. */
export const ERROR_SCHEMAS: Readonly<Record<"Error" | "Problem", JsonSchema>> = {
  Error: {
    type: "object",
    properties: {
      error: {
        type: "object",
        properties: {
          message: { type: "string" },
          code: { type: "string", enum: CODES },
          requestId: { type: "string" },
          details: DETAILS_SCHEMA,
        },
        required: ["message", "code", "requestId"],
      },
    },
    required: ["error"],
  },
  Problem: {
    type: "object",
    description: "The same facts as RFC 9457, when `Accept` names `application/problem+json`.",
    properties: {
      type: { type: "string", const: "about:blank" },
      title: { type: "string" },
      status: { type: "integer" },
      detail: { type: "string" },
      code: { type: "string", enum: CODES },
      requestId: { type: "string" },
      details: DETAILS_SCHEMA,
    },
    required: ["type", "title", "status", "detail", "code", "requestId"],
  },
};

import type { TriedRequest } from "@/lib/client/try-request";
import { containsSecret, prefixOf } from "@/lib/domain/api-key-secret";
import { type Environment, otherEnvironment } from "@/lib/domain/environment";
import { publicApi } from "@/lib/paths";

export type TriedParameter = {
  name: string;
  place: "path" | "query" | "header";
  required: boolean;
  example: string;
};

export type TriedOperation = {
  id: string;
  method: "get" | "post" | "patch" | "delete";
  path: string;
  summary: string;
  scope: string | null;
  needsKey: boolean;
  parameters: readonly TriedParameter[];
  /** The example, as text to edit. */
  body: string | null;
};

/** What was typed, by parameter; the body under "". */
export type TriedValues = Readonly<Record<string, string>>;

/** A key of the other environment never leaves the page. */
export function faultOfKey(secret: string, environment: Environment): string | null {
  const other = otherEnvironment(environment);
  return secret.startsWith(prefixOf(other)) ? `This is a ${other} key. Switch the page to ${other}.` : null;
}

/** Why the request cannot be sent, or null. */
export function faultOfValues(operation: TriedOperation, values: TriedValues): string | null {
  const missing = operation.parameters.find(({ name, required }) => required && !values[name]);
  if (missing) return `${missing.name} is required.`;
  // In a path it would reach addresses and logs; in a body, whatever the server keeps.
  if (Object.values(values).some(containsSecret)) return "A whole key stands outside the key's own field.";
  return null;
}

export function triedRequestOf(
  operation: TriedOperation,
  values: TriedValues,
  environment: Environment,
  secret: string,
): TriedRequest {
  const { method, path, parameters } = operation;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));
  const given = (place: TriedParameter["place"]) =>
    Object.fromEntries(
      parameters.flatMap(({ name, place: own }) => (own === place && values[name] ? [[name, values[name]]] : [])),
    );
  return {
    method: method.toUpperCase(),
    url: publicApi(environment, `/v1/${filled.replace(/^\/v1\//, "")}`, given("query")),
    secret: operation.needsKey ? secret : "",
    headers: given("header"),
    body: operation.body === null ? null : (values[BODY] ?? ""),
  };
}

export const BODY = "";

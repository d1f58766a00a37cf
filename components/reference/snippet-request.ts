import type { Operation } from "./operations";
import type { SnippetRequest } from "./snippets";

/** The call of an endpoint with its own examples: ids filled in, and no parameter that it can do without. */
export function requestOf(operation: Operation): SnippetRequest {
  const { method, path, parameters, body, needsKey } = operation;
  const exampleOf = (name: string) => String(parameters.find((parameter) => parameter.name === name)?.example ?? name);
  return {
    method,
    path: path.replace(/\{(\w+)\}/g, (_, name: string) => exampleOf(name)),
    query: parameters.flatMap(({ name, in: place, required }) =>
      place === "query" && required ? [[name, exampleOf(name)] as const] : [],
    ),
    ...(body && { body: body.example }),
    needsKey,
  };
}

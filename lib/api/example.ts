import type { JsonSchema } from "./schemas/openapi";

type Components = Readonly<Record<string, JsonSchema>>;

/**
 * A value for the schema: its own `examples` first, else one put together from its parts. Optional fields are left out of
 * what callers send, so that an example is short; what is answered has all of them.
 */
export function exampleOf(schema: JsonSchema, components: Components, everything: boolean): unknown {
  if (schema.$ref) return exampleOf(components[schema.$ref.split("/").at(-1) ?? ""] ?? {}, components, everything);
  if (schema.examples && schema.examples.length > 0) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  const [branch] = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  if (branch) return exampleOf(branch, components, everything);
  return exampleOfType(schema, components, everything);
}

function exampleOfType(schema: JsonSchema, components: Components, everything: boolean): unknown {
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case "object":
      return exampleOfObject(schema, components, everything);
    case "array": {
      const item = Array.isArray(schema.items) ? schema.items[0] : schema.items;
      return typeof item === "object" ? [exampleOf(item, components, everything)] : [];
    }
    case "integer":
    case "number":
      return typeof schema.minimum === "number" ? Math.max(schema.minimum, 0) : 1;
    case "boolean":
      return false;
    case "null":
      return null;
    case "string":
      return TEXT_BY_FORMAT[schema.format ?? ""] ?? "text";
    default:
      return {};
  }
}

function exampleOfObject(schema: JsonSchema, components: Components, everything: boolean): unknown {
  const { properties = {}, required = [] } = schema;
  const shown = Object.entries(properties).filter(([name]) => everything || required.includes(name));
  return Object.fromEntries(
    shown.map(([name, property]) => [
      name,
      typeof property === "object" ? exampleOf(property, components, everything) : null,
    ]),
  );
}

export const EXAMPLE_ID = "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10";

const TEXT_BY_FORMAT: Record<string, string> = {
  uuid: EXAMPLE_ID,
  "date-time": "2026-02-27T10:00:00.000Z",
  date: "2026-02-27",
  email: "ann@globex.test",
  uri: "https://example.com",
};

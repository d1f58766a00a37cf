import { z } from "zod";
import type { JsonSchema } from "./schemas/openapi";

type Direction = "input" | "output";

/** Turns schemas into JSON Schema. Those with an `id` are told once, under `components/schemas`, and referred to. */
export class SchemaWriter {
  readonly #components: Record<string, JsonSchema> = {};

  get components(): Readonly<Record<string, JsonSchema>> {
    return this.#components;
  }

  /** `input` is what callers may send. `output` is what is answered: open to new fields, as clients have to be. */
  write(schema: z.ZodType, io: Direction): JsonSchema {
    const {
      $schema: _,
      $defs = {},
      ...written
    } = z.toJSONSchema(schema, {
      io,
      unrepresentable: "any",
      reused: "inline",
      target: "draft-2020-12",
      override: ({ zodSchema, jsonSchema }) => complete(zodSchema, jsonSchema, io),
    });
    for (const [name, { id: __, ...definition }] of Object.entries($defs)) {
      const known = this.#components[name];
      const moved: JsonSchema = relocated(definition);
      if (known && JSON.stringify(known) !== JSON.stringify(moved)) throw new Error(`Two schemas are called ${name}`);
      this.#components[name] = moved;
    }
    const { id: ___, ...document } = relocated(written);
    return document;
  }
}

// The library leaves out examples and defaults of what is transformed on its way in, though callers want to know them.
function complete(schema: z.core.$ZodTypes, json: JsonSchema, io: Direction): void {
  const examples = z.globalRegistry.get(schema)?.examples;
  if (Array.isArray(examples)) json.examples = examples;
  if (schema instanceof z.ZodDefault) json.default = schema.def.defaultValue;
  if (json.type === "integer") delete json.pattern;
  // What every JSON number can hold is no limit.
  if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
  // The pattern of an address is longer than the word for it.
  if (json.format === "email") delete json.pattern;
  if (io === "output") delete json.additionalProperties;
}

function relocated(schema: JsonSchema): JsonSchema {
  const moved: JsonSchema = JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
  return moved;
}

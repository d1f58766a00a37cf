import { expect, test } from "vitest";
import { fieldsOf } from "@/components/reference/schema-words";
import type { JsonSchema } from "@/lib/api/schemas/openapi";

const words = (property: JsonSchema, components = {}) => {
  const [field] = fieldsOf({ type: "object", properties: { field: property } }, components);
  return field && { type: field.type, limits: field.limits, choices: field.choices };
};

const WORDS: readonly [JsonSchema, string, readonly string[], readonly string[]][] = [
  [{ type: "string", minLength: 1, maxLength: 255 }, "string", ["1 to 255 characters"], []],
  [{ type: "string", minLength: 0, maxLength: 1000 }, "string", ["0 to 1,000 characters"], []],
  [{ type: "integer", minimum: 1, maximum: 100, default: 10 }, "integer", ["1 to 100", "default 10"], []],
  [{ type: "array", maxItems: 20, items: { type: "string" } }, "string[]", ["at most 20 items"], []],
  [{ anyOf: [{ type: "string", format: "uuid" }, { type: "null" }] }, "UUID or null", [], []],
  [{ type: ["string", "null"], format: "date-time" }, "timestamp or null", [], []],
  [{ type: "string", enum: ["SUM", "MAX"] }, "string", [], ["SUM", "MAX"]],
  [{ type: "array", items: { type: "string", enum: ["a", "b"] } }, "string[]", [], ["a", "b"]],
  [{ const: false, type: "boolean" }, "boolean", [], ["false"]],
  [{ type: "null" }, "null", [], []],
  [{ type: "array", items: { anyOf: [{ type: "string" }, { type: "number" }] } }, "(string or number)[]", [], []],
  [{ type: "string", pattern: "^[A-Z]+$" }, "string", ["form ^[A-Z]+$"], []],
  [{ type: "string", format: "decimal", pattern: "^[0-9]+$" }, "decimal string", [], []],
  [{}, "any", [], []],
];

for (const [property, type, limits, choices] of WORDS) {
  test(`${JSON.stringify(property)} reads "${type}"`, () => {
    expect(words(property)).toEqual({ type, limits, choices });
  });
}

test("a reference is followed, and the fields inside objects and lists of objects are told", () => {
  const components = {
    Tier: { type: "object" as const, properties: { minQty: { type: "string" as const } }, required: ["minQty"] },
  };
  const schema = {
    type: "object" as const,
    properties: { tiers: { type: "array" as const, items: { $ref: "#/components/schemas/Tier" } } },
    required: ["tiers"],
  };
  expect(fieldsOf(schema, components)).toMatchObject([
    { name: "tiers", type: "object[]", required: true, fields: [{ name: "minQty", type: "string", required: true }] },
  ]);
});

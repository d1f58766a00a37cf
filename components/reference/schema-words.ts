// A schema in words: what a field is, and what limits it.
import type { JsonSchema } from "@/lib/api/schemas/openapi";

export type Components = Readonly<Record<string, JsonSchema>>;

export type SchemaField = {
  name: string;
  required: boolean;
  /** "string or null", "object[]". */
  type: string;
  /** "1–255 characters", "at most 20". */
  limits: readonly string[];
  /** The only values it takes. */
  choices: readonly string[];
  description: string | null;
  fields: readonly SchemaField[];
};

/** The fields of an object, or of the objects in a list. */
export function fieldsOf(schema: JsonSchema, components: Components): SchemaField[] {
  const { properties = {}, required = [] } = innerObjectOf(schema, components) ?? {};
  return Object.entries(properties).map(([name, property]) =>
    fieldOf(name, typeof property === "object" ? property : {}, required.includes(name), components),
  );
}

export function fieldOf(name: string, written: JsonSchema, required: boolean, components: Components): SchemaField {
  const schema = resolved(written, components);
  return {
    name,
    required,
    type: typeOf(schema, components),
    limits: limitsOf(schema, components),
    choices: choicesOf(schema, components),
    description: written.description ?? schema.description ?? null,
    fields: fieldsOf(schema, components),
  };
}

function resolved(schema: JsonSchema, components: Components): JsonSchema {
  return schema.$ref ? (components[schema.$ref.split("/").at(-1) ?? ""] ?? {}) : schema;
}

/** The forms a value can take, `null` aside. */
function formsOf(schema: JsonSchema, components: Components): JsonSchema[] {
  const forms = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map((form) => resolved(form, components));
  return forms.length > 0 ? forms.filter(({ type }) => type !== "null") : [schema];
}

function isNullable(schema: JsonSchema): boolean {
  const forms = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return forms.some(({ type }) => type === "null") || (Array.isArray(schema.type) && schema.type.includes("null"));
}

function innerObjectOf(schema: JsonSchema, components: Components): JsonSchema | null {
  for (const form of formsOf(resolved(schema, components), components)) {
    if (form.properties) return form;
    const { items } = form;
    if (items && typeof items === "object" && !Array.isArray(items)) return innerObjectOf(items, components);
  }
  return null;
}

function typeOf(schema: JsonSchema, components: Components): string {
  const words = formsOf(schema, components).map((form) => typeOfForm(form, components));
  return [...new Set([...words, ...(isNullable(schema) ? ["null"] : [])])].join(" or ");
}

function typeOfForm(form: JsonSchema, components: Components): string {
  if (form.type === "array") {
    const { items } = form;
    const item = items && typeof items === "object" && !Array.isArray(items) ? resolved(items, components) : {};
    const words = typeOf(item, components);
    return words.includes(" ") ? `(${words})[]` : `${words}[]`;
  }
  const [type] = (Array.isArray(form.type) ? form.type : [form.type]).filter((word) => word !== "null");
  if (form.type === "null") return "null";
  if (type === "string") return FORMATS[form.format ?? ""] ?? "string";
  return type ?? typeOfValue(form.const ?? form.enum?.[0]);
}

const FORMATS: Record<string, string> = {
  uuid: "UUID",
  "date-time": "timestamp",
  date: "date",
  email: "email address",
  decimal: "decimal string",
};

const typeOfValue = (value: unknown): string => (value === undefined ? "any" : value === null ? "null" : typeof value);

function choicesOf(schema: JsonSchema, components: Components): string[] {
  return formsOf(schema, components).flatMap((form) => {
    if (form.const !== undefined && form.const !== null) return [String(form.const)];
    const { items } = form;
    const values = form.enum ?? (items && typeof items === "object" && !Array.isArray(items) ? items.enum : undefined);
    return (values ?? []).map(String);
  });
}

function limitsOf(schema: JsonSchema, components: Components): string[] {
  const limits = formsOf(schema, components).flatMap((form) => [
    rangeOf(form.minLength, form.maxLength, "characters"),
    rangeOf(form.minItems, form.maxItems, "items"),
    rangeOf(form.minimum, form.maximum, ""),
    ...(form.pattern && !form.format && form.pattern.length <= PATTERN_SHOWN_MAX ? [`form ${form.pattern}`] : []),
  ]);
  const told = [...new Set(limits)].filter((limit) => limit !== "");
  return schema.default === undefined ? told : [...told, `default ${JSON.stringify(schema.default)}`];
}

const PATTERN_SHOWN_MAX = 60;
const NUMBERS = new Intl.NumberFormat("en-US");

function rangeOf(min: number | undefined, max: number | undefined, noun: string): string {
  const words = (() => {
    if (max === undefined) return min === undefined || min === 0 ? "" : `at least ${NUMBERS.format(min)}`;
    if (min === max) return `exactly ${NUMBERS.format(max)}`;
    if (min === undefined) return `at most ${NUMBERS.format(max)}`;
    return `${NUMBERS.format(min)} to ${NUMBERS.format(max)}`;
  })();
  return words === "" || noun === "" ? words : `${words} ${noun}`;
}

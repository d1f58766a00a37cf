// What the form about a meter accepts, in the words of a form. The server checks everything again.
import { z } from "zod";
import { formTree, linesOf, rowsOf } from "@/components/ui/form-tree";
import { optionalText, requiredText, typedText } from "@/components/ui/typed-values";
import type { CreateMeterBody } from "@/lib/api/schemas/meters";
import {
  AGGREGATION_TYPES,
  METER_CODE,
  METER_DESCRIPTION_MAX,
  METER_DISPLAY_NAME_MAX,
  METER_EVENT_NAMES_MAX,
  METER_FILTER_VALUES_MAX,
  METER_GROUP_KEYS_MAX,
  type PropertyFilter,
} from "@/lib/domain/meter";
import type { MeterRule } from "@/lib/domain/meter-sentence";
import { lengthInCodePoints } from "@/lib/domain/text";
import { EVENT_NAME_MAX, PROPERTY_NAME_MAX, PROPERTY_TEXT_MAX } from "@/lib/domain/usage-event";

export const CONDITIONS = ["include", "exclude", "present", "absent"] as const;
export type Condition = (typeof CONDITIONS)[number];

const lines = (what: string, max: number, lengthMax: number) =>
  z
    .string()
    .transform(linesOf)
    .refine((list) => list.length <= max, `Use at most ${max} ${what}.`)
    .refine((list) => list.every((line) => lengthInCodePoints(line) <= lengthMax), {
      message: `Use at most ${lengthMax} characters a line.`,
    });

const filterRow = z
  .object({
    name: requiredText(PROPERTY_NAME_MAX, "Enter a property name."),
    condition: z.enum(CONDITIONS),
    values: lines("values", METER_FILTER_VALUES_MAX, PROPERTY_TEXT_MAX),
  })
  .superRefine(({ condition, values }, context) => {
    if (!needsValues(condition) || values.length > 0) return;
    context.addIssue({ code: "custom", path: ["values"], message: "Enter at least one value.", input: values });
  })
  .transform(filterOf);

const eventNames = lines("names", METER_EVENT_NAMES_MAX, EVENT_NAME_MAX);

const meter = z
  .object({
    displayName: requiredText(METER_DISPLAY_NAME_MAX, "Enter a name."),
    code: z
      .string()
      .trim()
      .toUpperCase()
      .refine((code) => code === "" || METER_CODE.test(code), "Use at most 64 letters, digits and underscores."),
    description: optionalText(METER_DESCRIPTION_MAX),
    aggregationType: z.enum(AGGREGATION_TYPES),
    aggregationKey: typedText(PROPERTY_NAME_MAX),
    eventTypeFilter: z.object({ include: eventNames, exclude: eventNames }),
    propertyFilters: rowsOf(filterRow),
    groupKeys: lines("properties", METER_GROUP_KEYS_MAX, PROPERTY_NAME_MAX),
  })
  .superRefine(({ aggregationType, aggregationKey }, context) => {
    if (aggregationType === "COUNT" || aggregationKey !== "") return;
    context.addIssue({
      code: "custom",
      path: ["aggregationKey"],
      message: "Enter the property to read.",
      input: aggregationKey,
    });
  })
  .transform(
    ({ code, description, aggregationKey, ...given }): CreateMeterBody => ({
      ...given,
      code: code === "" ? undefined : code,
      description: description ?? undefined,
      aggregationKey: given.aggregationType === "COUNT" ? undefined : aggregationKey,
    }),
  );

export const meterForm = formTree.pipe(meter);

export const needsValues = (condition: string): boolean => condition === "include" || condition === "exclude";

type FilterRow = { name: string; condition: Condition; values: readonly string[] };

function filterOf({ name, condition, values }: FilterRow): PropertyFilter & { include?: string[]; exclude?: string[] } {
  if (condition === "include") return { name, include: [...values] };
  if (condition === "exclude") return { name, exclude: [...values] };
  return { name, exists: condition === "present" };
}

const someText = z.string().trim().catch("");
const someLines = z.string().transform(linesOf).catch([]);

// Whatever the form holds half-way, so that its sentence can be read while it is written.
const draft = z.object({
  aggregationType: z.enum(AGGREGATION_TYPES).catch("SUM"),
  aggregationKey: someText,
  eventTypeFilter: z.object({ include: someLines, exclude: someLines }).catch({ include: [], exclude: [] }),
  propertyFilters: rowsOf(
    z
      .object({ name: someText, condition: z.enum(CONDITIONS).catch("include"), values: someLines })
      .transform((row) =>
        filterOf(needsValues(row.condition) && row.values.length === 0 ? { ...row, values: ["…"] } : row),
      ),
  ).catch([]),
  groupKeys: someLines,
});

/** The rule that the form describes so far. */
export const ruleOfDraft = (values: Readonly<Record<string, unknown>>): MeterRule => formTree.pipe(draft).parse(values);

import { z } from "zod";
import {
  AGGREGATION_TYPES,
  type FilterValue,
  faultsOfAggregation,
  faultsOfPropertyFilter,
  filterValueOf,
  isFilterValue,
  METER_CODE,
  METER_DESCRIPTION_MAX,
  METER_DISPLAY_NAME_MAX,
  METER_EVENT_NAMES_MAX,
  METER_FILTER_VALUES_MAX,
  METER_GROUP_KEYS_MAX,
  METER_PROPERTY_FILTERS_MAX,
  type Meter,
  type PropertyFilter,
} from "@/lib/domain/meter";
import { NUMBER_LENGTH_MAX } from "@/lib/domain/property-value";
import { PROPERTY_NAME_MAX, PROPERTY_TEXT_MAX } from "@/lib/domain/usage-event";
import { acrossFields, instant, text, uuid } from "./fields";
import { cursorWithoutOffset, oneOf, pageOf, pagingParameters } from "./paging";
import { eventName } from "./usage-events";

export const propertyName = text({ min: 1, max: PROPERTY_NAME_MAX });

const eventNames = z.array(eventName).max(METER_EVENT_NAMES_MAX, `must have at most ${METER_EVENT_NAMES_MAX} names`);

/** Needs a body that was read with exact numbers. */
export const filterValue = z
  .custom<FilterValue>(
    isFilterValue,
    `must be a string of at most ${PROPERTY_TEXT_MAX} characters, a number of at most ${NUMBER_LENGTH_MAX}, true or false`,
  )
  .transform(filterValueOf)
  .meta({ anyOf: [{ type: "string", maxLength: PROPERTY_TEXT_MAX }, { type: "number" }, { type: "boolean" }] });

const filterValues = z
  .array(filterValue)
  .min(1, "must have at least one value")
  .max(METER_FILTER_VALUES_MAX, `must have at most ${METER_FILTER_VALUES_MAX} values`);

const propertyFilter = acrossFields(
  z.strictObject({
    name: propertyName,
    exists: z.boolean().optional(),
    include: filterValues.optional(),
    exclude: filterValues.optional(),
  }),
  faultsOfPropertyFilter,
).transform(({ name, exists, include, exclude }): PropertyFilter => {
  if (exists !== undefined) return { name, exists };
  return include ? { name, include } : { name, exclude: exclude ?? [] };
});

const groupKeys = z
  .array(propertyName)
  .max(METER_GROUP_KEYS_MAX, `must have at most ${METER_GROUP_KEYS_MAX} names`)
  .refine((names) => new Set(names).size === names.length, { message: "must not name a property twice" });

/** Known by name, so that whoever sends it learns why it is refused. */
const refusedSql = z
  .unknown()
  .refine(() => false, { message: "is not accepted: a caller's SQL could read another organization's rows" })
  .optional()
  .meta({ not: {}, description: "Not accepted: a caller's SQL could read another organization's rows." });

export const createMeterBody = acrossFields(
  z.strictObject({
    displayName: text({ min: 1, max: METER_DISPLAY_NAME_MAX }),
    description: text({ max: METER_DESCRIPTION_MAX }).optional(),
    code: z.string().regex(METER_CODE, "must be 1 to 64 of A-Z, 0-9 and _").optional(),
    aggregationType: z.enum(AGGREGATION_TYPES).default("SUM"),
    aggregationKey: propertyName.optional(),
    eventTypeFilter: z.strictObject({ include: eventNames.optional(), exclude: eventNames.optional() }).optional(),
    propertyFilters: z
      .array(propertyFilter)
      .max(METER_PROPERTY_FILTERS_MAX, `must have at most ${METER_PROPERTY_FILTERS_MAX} filters`)
      .optional(),
    groupKeys: groupKeys.optional(),
    sql: refusedSql,
  }),
  ({ aggregationType, aggregationKey }) => faultsOfAggregation(aggregationType, aggregationKey !== undefined),
).meta({
  examples: [
    {
      displayName: "API calls",
      code: "API_CALLS",
      aggregationType: "SUM",
      aggregationKey: "units",
      eventTypeFilter: { include: ["api_call"] },
      propertyFilters: [{ name: "region", include: ["eu", "us"] }],
    },
  ],
});

export const METER_STATUSES = ["active", "inactive"] as const;

export const listMetersQuery = z
  .strictObject({ status: z.enum([...METER_STATUSES, "all"]).default("active"), ...pagingParameters(50) })
  .refine(cursorWithoutOffset.check, cursorWithoutOffset.fault);

const answeredValues = z.array(z.union([z.string(), z.number(), z.boolean()])).optional();

export const meterJson = z
  .strictObject({
    id: uuid,
    code: z.string().nullable(),
    displayName: z.string(),
    description: z.string().nullable(),
    aggregationType: z.enum(AGGREGATION_TYPES),
    status: z.enum(METER_STATUSES),
    eventTypeFilter: z.strictObject({ include: z.array(z.string()), exclude: z.array(z.string()) }),
    propertyFilters: z.array(
      z.strictObject({
        name: z.string(),
        exists: z.boolean().optional(),
        include: answeredValues,
        exclude: answeredValues,
      }),
    ),
    aggregationKey: z.string().nullable(),
    groupKeys: z.array(z.string()),
    sql: z.null(),
    archivedAt: instant.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({
    id: "Meter",
    examples: [
      {
        id: "1d3a6f0e-5b7c-4e21-8d94-2f6b8c0a7e35",
        code: "API_CALLS",
        displayName: "API calls",
        description: null,
        aggregationType: "SUM",
        status: "active",
        eventTypeFilter: { include: ["api_call"], exclude: [] },
        propertyFilters: [{ name: "region", include: ["eu", "us"] }],
        aggregationKey: "units",
        groupKeys: [],
        sql: null,
        archivedAt: null,
        createdAt: "2026-02-27T10:00:00.000Z",
        updatedAt: "2026-02-27T10:00:00.000Z",
      },
    ],
  });

export const meterAnswer = oneOf(meterJson);
export const meterPage = pageOf(meterJson);

export type MeterJson = z.output<typeof meterJson>;
export type CreateMeterBody = z.input<typeof createMeterBody>;

export function meterJsonOf(meter: Meter): MeterJson {
  return {
    id: meter.id,
    code: meter.code,
    displayName: meter.displayName,
    description: meter.description,
    aggregationType: meter.aggregationType,
    status: meter.archivedAt === null ? "active" : "inactive",
    eventTypeFilter: {
      include: [...meter.eventTypeFilter.include],
      exclude: [...meter.eventTypeFilter.exclude],
    },
    propertyFilters: meter.propertyFilters.map(propertyFilterJsonOf),
    aggregationKey: meter.aggregationKey,
    groupKeys: [...meter.groupKeys],
    sql: null,
    archivedAt: meter.archivedAt?.toISOString() ?? null,
    createdAt: meter.createdAt.toISOString(),
    updatedAt: meter.updatedAt.toISOString(),
  };
}

function propertyFilterJsonOf(filter: PropertyFilter): MeterJson["propertyFilters"][number] {
  if ("exists" in filter) return filter;
  if ("include" in filter) return { name: filter.name, include: [...filter.include] };
  return { name: filter.name, exclude: [...filter.exclude] };
}

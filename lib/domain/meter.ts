import type { FieldFault } from "./errors";
import { canonicalText, isFiniteNumber, NUMBER_LENGTH_MAX, WrittenNumber } from "./property-value";
import { faultOfText, lengthInCodePoints } from "./text";
import { PROPERTY_TEXT_MAX } from "./usage-event";

export const AGGREGATION_TYPES = ["SUM", "COUNT", "MAX", "MIN", "UNIQUE", "LATEST"] as const;
export type AggregationType = (typeof AGGREGATION_TYPES)[number];

export const METER_CODE = /^[A-Z0-9_]{1,64}$/;
export const METER_DISPLAY_NAME_MAX = 128;
export const METER_DESCRIPTION_MAX = 1_000;
export const METER_EVENT_NAMES_MAX = 50;
export const METER_PROPERTY_FILTERS_MAX = 20;
export const METER_FILTER_VALUES_MAX = 50;
export const METER_GROUP_KEYS_MAX = 5;

/** Event names. No `include`, or an empty one, takes every name; `exclude` always leaves out. */
export type EventTypeFilter = { readonly include: readonly string[]; readonly exclude: readonly string[] };

export type FilterValue = string | number | boolean;

/** Exactly one condition on one property. */
export type PropertyFilter =
  | { readonly name: string; readonly exists: boolean }
  | { readonly name: string; readonly include: readonly FilterValue[] }
  | { readonly name: string; readonly exclude: readonly FilterValue[] };

/** What is counted. A meter never changes; it can only be archived. */
export type Meter = {
  readonly id: string;
  /** Unique among the organization's active meters; free again after archiving. */
  readonly code: string | null;
  readonly displayName: string;
  readonly description: string | null;
  readonly aggregationType: AggregationType;
  /** The property that is aggregated; null for `COUNT`, which needs none. */
  readonly aggregationKey: string | null;
  readonly eventTypeFilter: EventTypeFilter;
  readonly propertyFilters: readonly PropertyFilter[];
  readonly groupKeys: readonly string[];
  readonly archivedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** What stands in the way of this aggregation: `COUNT` counts events and has no property to read, every other type needs one. */
export function faultsOfAggregation(aggregationType: unknown, hasKey: boolean): FieldFault[] {
  const type = aggregationTypeOf(aggregationType);
  if (type === null || hasKey === (type !== "COUNT")) return [];
  const message = hasKey ? "is not allowed with aggregationType COUNT" : `is required with aggregationType ${type}`;
  return [{ path: ["aggregationKey"], message }];
}

/** A property filter has one condition: with two it would not be clear whether both must hold. */
export function faultsOfPropertyFilter(given: Readonly<Record<string, unknown>>): FieldFault[] {
  const conditions = ["exists", "include", "exclude"].filter((name) => given[name] !== undefined);
  return conditions.length === 1 ? [] : [{ path: [], message: "must have exactly one of exists, include, exclude" }];
}

/** What a property may have as its value, in an event as in a filter; a long number as it was written. */
export function isFilterValue(given: unknown): boolean {
  if (typeof given === "string") return lengthInCodePoints(given) <= PROPERTY_TEXT_MAX && faultOfText(given) === null;
  if (given instanceof WrittenNumber) return given.text.length <= NUMBER_LENGTH_MAX && isFiniteNumber(given);
  return typeof given === "boolean" || Number.isFinite(given);
}

/** Matches the same events as what was given: a number that no double holds is kept as the text that it is compared by. */
export function filterValueOf(given: FilterValue | WrittenNumber): FilterValue {
  if (!(given instanceof WrittenNumber)) return given;
  const text = canonicalText(given);
  const number = Number(given.text);
  return canonicalText(number) === text ? number : text;
}

const aggregationTypeOf = (given: unknown): AggregationType | null =>
  AGGREGATION_TYPES.find((type) => type === given) ?? null;

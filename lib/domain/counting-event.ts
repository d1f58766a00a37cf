import type { FilterValue, Meter, PropertyFilter } from "./meter";
import { matchesName, propertyMatcher } from "./metering";
import { PropertyValue, WrittenNumber } from "./property-value";

/** What decides whether an event leaves a value in a meter. */
type Counting = Pick<Meter, "aggregationType" | "aggregationKey" | "eventTypeFilter" | "propertyFilters" | "groupKeys">;

export type CountingEvent = {
  readonly eventName: string;
  /** Only what the meter asks for; names in the order in which it does. */
  readonly properties: readonly (readonly [name: string, value: FilterValue])[];
};

/** An event that this meter counts, to show how one is sent; null when its rules leave none. */
export function countingEvent(meter: Counting): CountingEvent | null {
  const eventName = countingName(meter.eventTypeFilter);
  if (eventName === undefined) return null;
  const { aggregationKey, groupKeys, propertyFilters } = meter;
  const asked = [aggregationKey ?? [], groupKeys, propertyFilters.map(({ name }) => name)].flat();
  const properties: (readonly [string, FilterValue])[] = [];
  for (const name of new Set(asked)) {
    const value = countingValue(meter, name);
    if (value === undefined) return null;
    if (value !== ABSENT) properties.push([name, value]);
  }
  return { eventName, properties };
}

const ABSENT = Symbol("absent");

function countingName(filter: Meter["eventTypeFilter"]): string | undefined {
  const names = filter.include.length > 0 ? filter.include : examples("usage", filter.exclude.length);
  return names.find((name) => matchesName(filter, name));
}

/** A value of one property with which the event counts; undefined when there is none. Properties do not depend on each other. */
function countingValue(meter: Counting, name: string): FilterValue | typeof ABSENT | undefined {
  const filters = meter.propertyFilters.filter((filter) => filter.name === name);
  const matches = propertyMatcher(filters);
  const isAggregated = name === meter.aggregationKey;
  const mustBeNumeric = isAggregated && meter.aggregationType !== "UNIQUE";
  const values = mustBeNumeric ? numbers(filters) : texts(filters);
  const isWanted = (value: FilterValue) => {
    const property = propertyOf(value);
    return matches(new Map([[name, property]])) && (!mustBeNumeric || property.numeric !== null);
  };
  const mayBeAbsent = !isAggregated && !meter.groupKeys.includes(name) && matches(new Map());
  if (mayBeAbsent) return ABSENT;
  const found = values.find(isWanted);
  if (found !== undefined || isAggregated) return found;
  return matches(new Map()) ? ABSENT : undefined;
}

const propertyOf = (value: FilterValue): PropertyValue =>
  new PropertyValue(typeof value === "number" ? new WrittenNumber(String(value)) : value);

const named = (filters: readonly PropertyFilter[]): FilterValue[] =>
  filters.flatMap((filter) => ("include" in filter ? [...filter.include] : []));

const refused = (filters: readonly PropertyFilter[]): number =>
  filters.reduce((sum, filter) => sum + ("exclude" in filter ? filter.exclude.length : 0), 0);

const numbers = (filters: readonly PropertyFilter[]): FilterValue[] => [
  ...named(filters),
  ...Array.from({ length: refused(filters) + 1 }, (_, at) => at + 1),
];

const texts = (filters: readonly PropertyFilter[]): FilterValue[] => [
  ...named(filters),
  ...examples("example", refused(filters)),
];

/** One more than could be refused. */
const examples = (word: string, refusedCount: number): string[] => [
  word,
  ...Array.from({ length: refusedCount }, (_, at) => `${word}_${at + 2}`),
];

// Usage events and meters, by hand and at random, and a plain second reading of what meters make of them.
import fc from "fast-check";
import { AGGREGATION_TYPES, type FilterValue, type Meter, type PropertyFilter } from "@/lib/domain/meter";
import { PropertyValue, WrittenNumber } from "@/lib/domain/property-value";
import type { UsageEvent } from "@/lib/domain/usage-event";
import { type Fraction, fraction, isLess, NOTHING, plus } from "./fractions";

/** Numbers are given as they would be written in JSON: `n("1.0")`. */
export const n = (text: string): WrittenNumber => new WrittenNumber(text);

export type Properties = { readonly [name: string]: string | boolean | WrittenNumber };

const NOON = Date.parse("2026-02-27T12:00:00.000Z");

export function usageEvent(eventName: string, properties: Properties = {}, afterNoonMs = 0): UsageEvent {
  const entries = Object.entries(properties).map(([name, written]) => [name, new PropertyValue(written)] as const);
  return { eventName, timestamp: new Date(NOON + afterNoonMs), properties: new Map(entries) };
}

export const meterOf = (fields: Partial<Meter>): Meter => ({
  id: "1d3a0000-0000-4000-8000-000000000001",
  code: null,
  displayName: "API calls",
  description: null,
  aggregationType: "SUM",
  aggregationKey: fields.aggregationType === "COUNT" ? null : "units",
  eventTypeFilter: { include: [], exclude: [] },
  propertyFilters: [],
  groupKeys: [],
  archivedAt: null,
  createdAt: new Date(NOON),
  updatedAt: new Date(NOON),
  ...fields,
});

const names = fc.constantFrom("api_call", "storage", "login");
const numberTexts = fc.constantFrom("0", "1", "1.0", "2.5", "-3", "100", "0.3", "1e2", "0.0000000000019", "1e18", "7");
const units = fc.oneof(
  numberTexts.map(n),
  fc.integer({ min: 0, max: 2_000 }).map((whole) => n(String(whole))),
  fc.constantFrom("1", "1.0", "12", "many", "", "1e2", "-4.5", "1000000000000000000"),
  fc.boolean(),
);
const regions = fc.oneof(fc.constantFrom("eu", "us", "1", ""), fc.constant(n("1.0")), fc.boolean());

export const usageEvents: fc.Arbitrary<UsageEvent> = fc
  .tuple(
    names,
    fc.record({ units, region: regions, plan: fc.constantFrom("free", "pro") }, { requiredKeys: [] }),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([name, properties, ms]) => usageEvent(name, properties, ms));

const someNames = fc.uniqueArray(names, { maxLength: 2 });
const filterValues: fc.Arbitrary<FilterValue[]> = fc.array(fc.constantFrom("eu", "us", 1, true, "true", ""), {
  maxLength: 3,
});
const propertyFilters: fc.Arbitrary<PropertyFilter> = fc.oneof(
  fc.record({ name: fc.constantFrom("region", "units"), exists: fc.boolean() }),
  fc.record({ name: fc.constant("region"), include: filterValues }),
  fc.record({ name: fc.constant("region"), exclude: filterValues }),
);

export const meters: fc.Arbitrary<Meter> = fc
  .record({
    aggregationType: fc.constantFrom(...AGGREGATION_TYPES),
    eventTypeFilter: fc.record({ include: someNames, exclude: fc.uniqueArray(names, { maxLength: 1 }) }),
    propertyFilters: fc.array(propertyFilters, { maxLength: 2 }),
    groupKeys: fc.uniqueArray(fc.constantFrom("region", "plan"), { maxLength: 2 }),
  })
  .map(meterOf);

/** The value of a meter, from its definition alone: filter, sort into groups, reduce each. */
export function plainMeterValue(meter: Meter, events: readonly UsageEvent[]): Fraction {
  const groups = new Map<string, UsageEvent[]>();
  for (const event of events.filter((candidate) => counts(meter, candidate))) {
    const group = JSON.stringify(meter.groupKeys.map((key) => plainText(event.properties.get(key)?.written ?? "")));
    groups.set(group, [...(groups.get(group) ?? []), event]);
  }
  return [...groups.values()].map((group) => plainAggregate(meter, group)).reduce(plus, NOTHING);
}

function counts({ eventTypeFilter: { include, exclude }, propertyFilters }: Meter, event: UsageEvent): boolean {
  if (exclude.includes(event.eventName) || (include.length > 0 && !include.includes(event.eventName))) return false;
  return propertyFilters.every((filter) => {
    const property = event.properties.get(filter.name);
    if ("exists" in filter) return filter.exists === (property !== undefined);
    const values = ("include" in filter ? filter.include : filter.exclude).map(String);
    const isListed = property !== undefined && values.includes(plainText(property.written));
    return "include" in filter ? isListed : !isListed;
  });
}

function plainAggregate({ aggregationType, aggregationKey }: Meter, events: readonly UsageEvent[]): Fraction {
  const written = events.flatMap(({ properties }) => properties.get(aggregationKey ?? "")?.written ?? []);
  const values = written.flatMap((value) => plainNumber(value) ?? []);
  if (aggregationType === "COUNT") return fraction(String(events.length));
  if (aggregationType === "UNIQUE") return fraction(String(new Set(written.map(plainText)).size));
  if (aggregationType === "SUM") return values.reduce(plus, NOTHING);
  if (aggregationType === "LATEST") return latestOf(events, aggregationKey ?? "");
  const sorted = [...values].sort((one, other) => (isLess(one, other) ? -1 : 1));
  return (aggregationType === "MIN" ? sorted[0] : sorted.at(-1)) ?? NOTHING;
}

function latestOf(events: readonly UsageEvent[], key: string): Fraction {
  const numeric = events.filter(({ properties }) => plainNumber(properties.get(key)?.written ?? "") !== null);
  const newest = Math.max(...numeric.map(({ timestamp }) => timestamp.getTime()));
  const last = numeric.findLast(({ timestamp }) => timestamp.getTime() === newest);
  return (last && plainNumber(last.properties.get(key)?.written ?? "")) ?? NOTHING;
}

// Only for the few numbers made above, all of which a double holds, or is not asked to.
const plainText = (written: string | boolean | WrittenNumber): string =>
  written instanceof WrittenNumber ? (PLAIN[written.text] ?? written.text) : String(written);

const PLAIN: Readonly<Record<string, string>> = { "1.0": "1", "1e2": "100", "1e18": `1${"0".repeat(18)}` };

function plainNumber(written: string | boolean | WrittenNumber): Fraction | null {
  if (typeof written === "boolean") return null;
  if (typeof written === "string") return /^-?\d{1,18}(\.\d+)?$/.test(written) ? fraction(written) : null;
  const text = plainText(written);
  if (text.length > 18 && !text.includes(".")) return null;
  return fraction(text.includes(".") ? text.slice(0, text.indexOf(".") + 13) : text);
}

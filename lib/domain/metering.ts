// What a meter makes of usage events: which of them it counts, and what they come to.
import { unreachable } from "./errors";
import type { AggregationType, Meter, PropertyFilter } from "./meter";
import { canonicalText } from "./property-value";
import { ONE_IN_TRILLIONTHS, type Trillionths } from "./trillionths";
import type { EventProperties, UsageEvent } from "./usage-event";

/** The rules of a meter that decide which events it counts. */
export type MeterFilters = Pick<Meter, "eventTypeFilter" | "propertyFilters">;

/** The rules of a meter that decide what its events come to. */
export type MeterAggregation = Pick<Meter, "aggregationType" | "aggregationKey" | "groupKeys">;

/** Whether a meter takes events of this name. */
export function matchesName({ include, exclude }: Meter["eventTypeFilter"], eventName: string): boolean {
  return (include.length === 0 || include.includes(eventName)) && !exclude.includes(eventName);
}

/** Decides for many events whether their properties pass: all filters must hold. */
export function propertyMatcher(filters: readonly PropertyFilter[]): (properties: EventProperties) => boolean {
  const conditions = filters.map(conditionOf);
  return (properties) => conditions.every((holds) => holds(properties));
}

/** The value of a meter over events, in the order of their arrival; those it does not count change nothing. */
export function meterValue(meter: MeterFilters & MeterAggregation, events: readonly UsageEvent[]): Trillionths {
  const matches = propertyMatcher(meter.propertyFilters);
  const running = new RunningMeter(meter);
  for (const event of events)
    if (matchesName(meter.eventTypeFilter, event.eventName) && matches(event.properties)) running.add(event);
  return running.value;
}

/** The value of a meter while events that it counts are added, in the order of their arrival. */
export class RunningMeter {
  /** The sum over all groups. */
  value: Trillionths = 0n;
  private readonly groups = new Map<string, Aggregate>();

  constructor(private readonly meter: MeterAggregation) {}

  add(event: UsageEvent): void {
    const group = this.groupOf(event.properties);
    const before = group.value;
    group.add(event);
    this.value += group.value - before;
  }

  private groupOf(properties: EventProperties): Aggregate {
    const name = groupName(this.meter.groupKeys, properties);
    const known = this.groups.get(name);
    if (known) return known;
    const made = aggregateOf(this.meter.aggregationType, this.meter.aggregationKey ?? "");
    this.groups.set(name, made);
    return made;
  }
}

/** 0 while no event has left a value. */
type Aggregate = { readonly value: Trillionths; add(event: UsageEvent): void };

function aggregateOf(type: AggregationType, key: string): Aggregate {
  switch (type) {
    case "COUNT":
      return new Count();
    case "SUM":
      return new Sum(key);
    case "MAX":
      return new Extreme(key, (value, most) => value > most);
    case "MIN":
      return new Extreme(key, (value, least) => value < least);
    case "UNIQUE":
      return new Unique(key);
    case "LATEST":
      return new Latest(key);
    default:
      return unreachable(type);
  }
}

class Count implements Aggregate {
  value = 0n;

  add(): void {
    this.value += ONE_IN_TRILLIONTHS;
  }
}

class Sum implements Aggregate {
  value = 0n;

  constructor(private readonly key: string) {}

  add({ properties }: UsageEvent): void {
    this.value += properties.get(this.key)?.numeric ?? 0n;
  }
}

class Extreme implements Aggregate {
  value = 0n;
  private isEmpty = true;

  constructor(
    private readonly key: string,
    private readonly isBeyond: (value: Trillionths, current: Trillionths) => boolean,
  ) {}

  add({ properties }: UsageEvent): void {
    const value = properties.get(this.key)?.numeric ?? null;
    if (value === null || !(this.isEmpty || this.isBeyond(value, this.value))) return;
    this.value = value;
    this.isEmpty = false;
  }
}

class Unique implements Aggregate {
  value = 0n;
  private readonly seen = new Set<string>();

  constructor(private readonly key: string) {}

  add({ properties }: UsageEvent): void {
    const property = properties.get(this.key);
    if (property === undefined || this.seen.has(property.canonicalText)) return;
    this.seen.add(property.canonicalText);
    this.value += ONE_IN_TRILLIONTHS;
  }
}

class Latest implements Aggregate {
  value = 0n;
  private atMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly key: string) {}

  add({ properties, timestamp }: UsageEvent): void {
    const value = properties.get(this.key)?.numeric ?? null;
    // Of equal timestamps the later arrival wins.
    if (value === null || timestamp.getTime() < this.atMs) return;
    this.value = value;
    this.atMs = timestamp.getTime();
  }
}

/** A missing property is the empty text. Written as a list, so that no text can look like two. */
function groupName(groupKeys: readonly string[], properties: EventProperties): string {
  const [first, second] = groupKeys;
  if (first === undefined) return "";
  if (second === undefined) return properties.get(first)?.canonicalText ?? "";
  return JSON.stringify(groupKeys.map((key) => properties.get(key)?.canonicalText ?? ""));
}

function conditionOf(filter: PropertyFilter): (properties: EventProperties) => boolean {
  const { name } = filter;
  if ("exists" in filter) return (properties) => properties.has(name) === filter.exists;
  if ("include" in filter) {
    const allowed = new Set(filter.include.map(canonicalText));
    return (properties) => allowed.has(properties.get(name)?.canonicalText ?? ABSENT);
  }
  const refused = new Set(filter.exclude.map(canonicalText));
  return (properties) => !refused.has(properties.get(name)?.canonicalText ?? ABSENT);
}

/** No text of a caller contains U+0000. */
const ABSENT = "\u0000";

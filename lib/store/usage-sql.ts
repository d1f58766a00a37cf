// The SQL of meters: which events one counts, and what they come to. The same rules as in `lib/domain/metering.ts`, which says them
// for events in memory; a test holds the two against each other.
import type { InstantRange } from "@/lib/domain/billable-usage";
import { unreachable } from "@/lib/domain/errors";
import type { FilterValue, Meter, PropertyFilter } from "@/lib/domain/meter";
import { canonicalText } from "@/lib/domain/property-value";

/** Before an id in the column `customer`, which holds both kinds. */
export const CUSTOMER_MARK = { id: "#", externalId: "@" } as const;

/** Values of a statement. They are bound by the server and never become part of its text. */
export class SqlParameters {
  readonly values: Record<string, unknown> = {};
  private count = 0;

  /** The placeholder of a value of this ClickHouse type. */
  bind(type: string, value: unknown): string {
    const name = `p${this.count++}`;
    this.values[name] = value;
    return `{${name}:${type}}`;
  }

  text = (value: string): string => this.bind("String", value);
  texts = (values: readonly string[]): string => this.bind("Array(String)", values);
  instant = (at: Date): string => `fromUnixTimestamp64Milli(${this.bind("Int64", at.getTime())}, 'UTC')`;
  private second = (at: Date): string => `toDateTime(${this.bind("Int64", at.getTime() / 1_000)}, 'UTC')`;

  /** Whole hours, which most ranges are made of, are found in a column that is a third of the work to read. */
  within({ start, end }: InstantRange): string {
    return isWholeHour(start) && isWholeHour(end)
      ? `hour >= ${this.second(start)} AND hour < ${this.second(end)}`
      : `timestamp >= ${this.instant(start)} AND timestamp < ${this.instant(end)}`;
  }
}

const isWholeHour = (at: Date): boolean => at.getTime() % 3_600_000 === 0;

/** Whether a meter counts an event. Null counts every event. */
export function meterCondition(parameters: SqlParameters, meter: Meter | null): string {
  if (!meter) return "1";
  const { include, exclude } = meter.eventTypeFilter;
  const conditions = meter.propertyFilters.map((filter) => filterCondition(parameters, filter));
  if (include.length > 0) conditions.push(`has(${parameters.texts(include)}, event_name)`);
  if (exclude.length > 0) conditions.push(`NOT has(${parameters.texts(exclude)}, event_name)`);
  return conditions.length === 0 ? "1" : conditions.join(" AND ");
}

function filterCondition(parameters: SqlParameters, filter: PropertyFilter): string {
  const name = parameters.text(filter.name);
  const exists = `mapContains(properties, ${name})`;
  if ("exists" in filter) return filter.exists ? exists : `NOT ${exists}`;
  const isOneOf = (values: readonly FilterValue[]) =>
    `(${exists} AND has(${parameters.texts(values.map(canonicalText))}, properties[${name}]))`;
  return "include" in filter ? isOneOf(filter.include) : `NOT ${isOneOf(filter.exclude)}`;
}

/** What an aggregation reads of each event, as columns of their own. */
export function readColumns(parameters: SqlParameters, meter: Meter | null): readonly string[] {
  const key = meter?.aggregationKey ?? null;
  if (!meter || key === null) return [];
  const name = parameters.text(key);
  if (meter.aggregationType === "UNIQUE")
    return [`properties[${name}] AS read_text`, `mapContains(properties, ${name}) AS is_read`];
  // A missing element is 0, which a sum may as well add.
  const place = `indexOf(number_names, ${name})`;
  if (meter.aggregationType === "SUM") return [`numbers[${place}] AS read_number`];
  return [`numbers[${place}] AS read_number`, `${place} > 0 AS is_read`];
}

/** The texts of the meter's group keys as columns `key0`, `key1`, …: the value is computed for each combination. */
export function groupKeyColumns(parameters: SqlParameters, meter: Meter | null): readonly string[] {
  return (meter?.groupKeys ?? []).map((key, at) => `properties[${parameters.text(key)}] AS key${at}`);
}

/** The aggregate over the columns of `readColumns`; 0 when none of the events leaves a value. */
export function aggregateOf(meter: Meter | null): string {
  if (!meter) return "count()";
  switch (meter.aggregationType) {
    case "COUNT":
      return "count()";
    case "SUM":
      return "sum(read_number)";
    case "MAX":
      return "maxIf(read_number, is_read)";
    case "MIN":
      return "minIf(read_number, is_read)";
    case "UNIQUE":
      return "uniqExactIf(read_text, is_read)";
    case "LATEST":
      return "argMaxIf(read_number, (timestamp, version), is_read)";
    default:
      return unreachable(meter.aggregationType);
  }
}

/** Whether the value over a range is the sum of the values over its parts. */
export const isAdditive = (meter: Meter | null): boolean =>
  !meter || meter.aggregationType === "COUNT" || meter.aggregationType === "SUM";

// What a breakdown looks like as bars: one part without groups, else one for each of the largest groups and one for the others.
import type { Bar, BarPart } from "@/components/ui/stacked-bars";
import type { UsageJson } from "@/lib/client/usage";
import { type Decimal, decimal, decimalText, ZERO } from "@/lib/domain/decimal";
import type { AggregationType } from "@/lib/domain/meter";
import { count } from "@/lib/format";
import { quantityText } from "@/lib/money-format";
import { windowLabel } from "./usage-range";

export type UsageGroup = {
  /** Its values joined; no group has another one's. */
  readonly id: string;
  /** In the order of `groupBy`. */
  readonly values: readonly string[];
  readonly events: number;
  /** The sum over the range; where values do not add up, the highest of a window. */
  readonly value: Decimal;
};

const PARTS_MAX = 6;
const COLOURS = ["bg-chart-1", "bg-chart-2", "bg-chart-3", "bg-chart-4", "bg-chart-5", "bg-chart-6"] as const;
const OTHERS = "others";
const ALL = "all";

/** Whether values of parts of a range may be added to that of the whole. */
export const addsUp = (aggregation: AggregationType): boolean => aggregation === "SUM" || aggregation === "COUNT";

/** The groups of a breakdown, largest first. */
export function usageGroups({ breakdown, groupBy, aggregationType }: UsageJson): UsageGroup[] {
  const groups = new Map<string, UsageGroup>();
  for (const { group, count, value } of breakdown) {
    const values = groupBy.map((name) => group[name] ?? "");
    const id = JSON.stringify(values);
    const known = groups.get(id) ?? { id, values, events: 0, value: ZERO };
    groups.set(id, {
      ...known,
      events: known.events + count,
      value: joined(known.value, decimal(value), aggregationType),
    });
  }
  return [...groups.values()].sort((one, other) => other.value.comparedTo(one.value) ?? 0);
}

const joined = (one: Decimal, other: Decimal, aggregation: AggregationType): Decimal =>
  addsUp(aggregation) ? decimal(one.plus(other)) : one.gt(other) ? one : other;

export type UsageBars = {
  readonly parts: readonly BarPart[];
  readonly bars: readonly Bar[];
  /** Of each part over the range; null where windows do not add up to it. */
  readonly sums: Readonly<Record<string, string>> | null;
  /** Groups that are in no part, because values of several groups do not add up. */
  readonly leftOut: number;
};

/** `nameOf` says what people call a group. */
export function usageBars(
  usage: UsageJson,
  nameOf: (group: UsageGroup) => string,
  dates: readonly string[],
): UsageBars {
  const isAdditive = addsUp(usage.aggregationType);
  if (usage.groupBy.length === 0) return ungrouped(usage, isAdditive);
  const groups = usageGroups(usage);
  const [shown, rest] = [groups.slice(0, PARTS_MAX), groups.slice(PARTS_MAX)];
  const own = new Set(shown.map(({ id }) => id));
  const labels = distinct(shown.map(nameOf));
  const parts = shown.map(({ id }, at) => ({ id, label: labels[at] ?? id, colour: COLOURS[at] ?? "", isName: true }));
  const others = { id: OTHERS, label: count(rest.length, "other"), colour: "bg-chart-others", isName: true };
  const values = new Map(dates.map((date) => [date, new Map<string, Decimal>()]));
  for (const { date, group, value } of usage.breakdown) {
    const id = JSON.stringify(usage.groupBy.map((name) => group[name] ?? ""));
    const ofWindow = values.get(date);
    if (!ofWindow || (!own.has(id) && !isAdditive)) continue;
    const part = own.has(id) ? id : OTHERS;
    ofWindow.set(part, decimal((ofWindow.get(part) ?? ZERO).plus(value)));
  }
  const sumOf = (of: readonly UsageGroup[]) => of.reduce((sum, { value }) => decimal(sum.plus(value)), ZERO);
  return {
    parts: rest.length > 0 && isAdditive ? [...parts, others] : parts,
    bars: dates.map((date) => barOf(date, usage, values.get(date) ?? new Map(), isAdditive)),
    sums: isAdditive
      ? {
          ...Object.fromEntries(shown.map(({ id, value }) => [id, quantityText(value)])),
          [OTHERS]: quantityText(sumOf(rest)),
        }
      : null,
    leftOut: isAdditive ? 0 : rest.length,
  };
}

/** Two customers may have one name: the second is told as such. */
function distinct(labels: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return labels.map((label) => {
    const times = (seen.get(label) ?? 0) + 1;
    seen.set(label, times);
    return times === 1 ? label : `${label} (${times})`;
  });
}

function ungrouped(usage: UsageJson, isAdditive: boolean): UsageBars {
  const label = usage.meterId === null ? "Events" : "Value";
  return {
    parts: [{ id: ALL, label, colour: "bg-chart-1" }],
    bars: usage.breakdown.map(({ date, value }) => barOf(date, usage, new Map([[ALL, decimal(value)]]), true)),
    sums: isAdditive ? { [ALL]: quantityText(usage.totalValue) } : null,
    leftOut: 0,
  };
}

function barOf(date: string, { window }: UsageJson, values: ReadonlyMap<string, Decimal>, isAdditive: boolean): Bar {
  const entries = [...values];
  const total = entries.reduce((sum, [, value]) => decimal(sum.plus(value)), ZERO);
  return {
    id: date,
    label: windowLabel(date, window),
    // Only for their heights: what is written is exact.
    values: Object.fromEntries(entries.map(([id, value]) => [id, Math.max(0, value.toNumber())])),
    texts: Object.fromEntries(entries.map(([id, value]) => [id, quantityText(value)])),
    total: isAdditive ? quantityText(total) : undefined,
  };
}

/** Rows for a spreadsheet: every window and group with its exact value. */
export const usageCsv = ({ breakdown, groupBy }: UsageJson): string[][] => [
  ["date", ...groupBy, "events", "value"],
  ...breakdown.map(({ date, group, count, value }) => [
    date,
    ...groupBy.map((name) => group[name] ?? ""),
    String(count),
    decimalText(decimal(value)),
  ]),
];

import { unreachable } from "./errors";
import type { AggregationType, EventTypeFilter, FilterValue, Meter, PropertyFilter } from "./meter";

/** What decides what a meter counts. A property that is not named yet is "…". */
export type MeterRule = Pick<
  Meter,
  "aggregationType" | "aggregationKey" | "eventTypeFilter" | "propertyFilters" | "groupKeys"
>;

/** A piece of a sentence: words, or a name as the caller's code writes it. */
export type SentencePart = string | { readonly code: string };

/** What a meter counts, in words: "Counts the sum of `units` of `api_call` events where `region` is `eu` or `us`." */
export function meterSentence(rule: MeterRule): SentencePart[] {
  const { aggregationType, aggregationKey, eventTypeFilter, propertyFilters, groupKeys } = rule;
  return joined([
    "Counts ",
    ...measured(aggregationType, { code: aggregationKey || "…" }),
    ...eventWords(eventTypeFilter),
    ...(propertyFilters.length > 0 ? [" where ", ...listed(propertyFilters.map(condition), "and")] : []),
    ...(groupKeys.length > 0 ? [", for each ", ...listed(groupKeys.map(named), "and"), ", added up"] : []),
    ".",
  ]);
}

/** What each type makes of a period's events, in one sentence. */
export const AGGREGATION_SENTENCES: Record<AggregationType, string> = {
  SUM: "Adds up a property of the events.",
  COUNT: "Counts the events themselves.",
  MAX: "Takes the largest value of a property.",
  MIN: "Takes the smallest value of a property.",
  UNIQUE: "Counts how many different values a property has.",
  LATEST: "Takes the value of the newest event.",
};

/** A list longer than this ends with how many more there are. */
const LISTED_MAX = 5;

function measured(type: AggregationType, property: SentencePart): SentencePart[] {
  switch (type) {
    case "COUNT":
      return [];
    case "SUM":
      return ["the sum of ", property, " of "];
    case "MAX":
      return ["the largest ", property, " of "];
    case "MIN":
      return ["the smallest ", property, " of "];
    case "UNIQUE":
      return ["the different values of ", property, " of "];
    case "LATEST":
      return ["the latest ", property, " of "];
    default:
      return unreachable(type);
  }
}

function eventWords({ include, exclude }: EventTypeFilter): SentencePart[] {
  const which: SentencePart[] = include.length > 0 ? [...listed(include.map(named), "or"), " events"] : ["all events"];
  return exclude.length > 0 ? [...which, " except ", ...listed(exclude.map(named), "and")] : which;
}

function condition(filter: PropertyFilter): SentencePart[] {
  const name = { code: filter.name || "…" };
  if ("exists" in filter) return [name, filter.exists ? " is present" : " is absent"];
  if ("include" in filter) return [name, " is ", ...listed(filter.include.map(valued), "or")];
  if (filter.exclude.length === 1) return [name, " is not ", ...listed(filter.exclude.map(valued), "or")];
  return [name, " is none of ", ...listed(filter.exclude.map(valued), "and")];
}

const named = (name: string): SentencePart[] => [{ code: name }];
const valued = (value: FilterValue): SentencePart[] => [{ code: String(value) }];

/** "a", "a or b", "a, b or c", "a, b, c, d, e or 3 more". */
function listed(items: readonly SentencePart[][], conjunction: "and" | "or"): SentencePart[] {
  const hidden = items.length - LISTED_MAX;
  const shown = hidden > 0 ? [...items.slice(0, LISTED_MAX), [`${hidden} more`]] : items;
  return shown.flatMap((item, at) => {
    if (at === 0) return item;
    return [at === shown.length - 1 ? ` ${conjunction} ` : ", ", ...item];
  });
}

/** Neighbouring words as one part. */
function joined(parts: readonly SentencePart[]): SentencePart[] {
  const together: SentencePart[] = [];
  for (const part of parts) {
    const last = together.at(-1);
    if (typeof part === "string" && typeof last === "string") together[together.length - 1] = last + part;
    else together.push(part);
  }
  return together;
}

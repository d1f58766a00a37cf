import { Fragment } from "react";
import type { MeterJson } from "@/lib/api/schemas/meters";
import type { AggregationType, FilterValue, PropertyFilter } from "@/lib/domain/meter";
import { type MeterRule, meterSentence } from "@/lib/domain/meter-sentence";

export const AGGREGATION_NAMES: Record<AggregationType, string> = {
  SUM: "Sum",
  COUNT: "Count",
  MAX: "Largest",
  MIN: "Smallest",
  UNIQUE: "Different values",
  LATEST: "Latest",
};

/** What a meter counts, with names set as code. */
export function MeterSentence({ rule }: { rule: MeterRule }) {
  return (
    <span className="[overflow-wrap:anywhere]">
      {meterSentence(rule).map((part, at) => (
        <Fragment key={`${at}-${typeof part === "string" ? part : part.code}`}>
          {typeof part === "string" ? part : <code className="font-mono">{part.code}</code>}
        </Fragment>
      ))}
    </span>
  );
}

/** The rules of a meter as the API tells them. */
export function ruleOf(meter: MeterJson): MeterRule {
  return { ...meter, propertyFilters: meter.propertyFilters.map(filterOf) };
}

function filterOf({ name, exists, include, exclude }: MeterJson["propertyFilters"][number]): PropertyFilter {
  if (exists !== undefined) return { name, exists };
  const values: FilterValue[] = include ?? exclude ?? [];
  return include ? { name, include: values } : { name, exclude: values };
}

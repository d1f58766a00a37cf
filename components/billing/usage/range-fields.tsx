"use client";

import { SelectField, type SelectOption } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { dayOf } from "@/lib/domain/day";
import type { Search } from "@/lib/paths";
import { daysOf, USAGE_RANGES, type UsageRange } from "./usage-range";

type RangeFieldsProps = {
  /** Null: any time. */
  range: UsageRange | null;
  /** What is offered before the ranges up to now. */
  offered: readonly SelectOption[];
  change: (changes: Search, how?: "push" | "replace") => void;
};

/** A span of time, by name or by its first and last day. */
export function RangeFields({ range, offered, change }: RangeFieldsProps) {
  const days = daysOf(range ?? { kind: "30d" }, dayOf(new Date()));
  const choose = (chosen: string) =>
    change({ range: chosen, window: null, ...(chosen === "days" ? days : { from: null, to: null }) });
  return (
    <>
      <SelectField
        label="Range"
        name="range"
        value={range?.kind ?? ""}
        onChange={(event) => choose(event.target.value)}
        options={[
          ...offered,
          ...USAGE_RANGES.map(({ value, label }) => ({ value, label })),
          { value: "days", label: "Days…" },
        ]}
        className="md:w-40"
      />
      {range?.kind === "days"
        ? (["from", "to"] as const).map((end) => (
            <TextField
              key={end}
              label={end === "from" ? "From (UTC)" : "To (UTC)"}
              name={end}
              type="date"
              value={range[end]}
              onChange={(event) => change({ [end]: event.target.value }, "replace")}
              className="md:w-36"
            />
          ))
        : null}
    </>
  );
}

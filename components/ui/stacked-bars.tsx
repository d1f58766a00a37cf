"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { formatNumber } from "@/lib/format";
import { Button } from "./button";
import { classNames } from "./class-names";
import { SmallTable } from "./small-table";

export type BarPart = {
  id: string;
  /** "Succeeded". */
  label: string;
  /** Its background: "bg-chart-success". */
  colour: string;
};

export type Bar = {
  id: string;
  /** "22 Nov, 12:00": what the bar stands for. */
  label: string;
  /** By the ids of the parts. */
  values: Readonly<Record<string, number>>;
};

type StackedBarsProps = {
  /** The chart's accessible name. */
  label: string;
  /** From the bottom up. */
  parts: readonly BarPart[];
  /** Oldest first. */
  bars: readonly Bar[];
  /** The header of the table's first column: "Hour". */
  barNoun: string;
};

/** Figures over time, stacked. One stop for the keyboard, arrows between the bars, and the same figures as a table. */
export function StackedBars({ label, parts, bars, barNoun }: StackedBarsProps) {
  const [asTable, setAsTable] = useState(false);
  const sums = Object.fromEntries(
    parts.map(({ id }) => [id, bars.reduce((sum, { values }) => sum + (values[id] ?? 0), 0)]),
  );
  return (
    <div className="grid min-w-0 gap-3">
      {asTable ? (
        <div className="max-h-96 overflow-y-auto">
          <FigureTable {...{ label, parts, bars, barNoun, sums }} />
        </div>
      ) : (
        <Bars {...{ label, parts, bars }} />
      )}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <ul aria-label="Legend" className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
          {parts.map(({ id, label: name, colour }) => (
            <li key={id} className="flex items-center gap-1.5">
              <span aria-hidden className={classNames("size-2.5 rounded-sm", colour)} />
              {name} <span className="text-muted tabular-nums">{formatNumber(sums[id] ?? 0)}</span>
            </li>
          ))}
        </ul>
        <Button aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          Show as table
        </Button>
      </div>
    </div>
  );
}

const totalOf = ({ values }: Bar) => Object.values(values).reduce((sum, value) => sum + value, 0);

function Bars({ label, parts, bars }: Pick<StackedBarsProps, "label" | "parts" | "bars">) {
  const [active, setActive] = useState<number | null>(null);
  const place = useRef<HTMLFieldSetElement>(null);
  const readout = useId();
  const highest = Math.max(1, ...bars.map(totalOf));
  const stop = Math.min(active ?? bars.length - 1, bars.length - 1);
  const told = active === null ? undefined : bars[active];
  const press = (event: KeyboardEvent) => {
    const to = { ArrowLeft: stop - 1, ArrowRight: stop + 1, Home: 0, End: bars.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const bar = place.current?.children[Math.max(0, Math.min(bars.length - 1, to))];
    if (bar instanceof HTMLElement) bar.focus();
  };
  return (
    <div className="grid gap-1">
      <p id={readout} className="min-h-5 text-xs tabular-nums">
        {told ? sentenceOf(told, parts) : <span className="text-muted">Highest: {formatNumber(highestOf(bars))}</span>}
      </p>
      <fieldset ref={place} aria-label={label} className="flex h-40 min-w-0 items-stretch gap-px border-b">
        {bars.map((bar, at) => (
          <button
            key={bar.id}
            type="button"
            tabIndex={at === stop ? 0 : -1}
            aria-label={sentenceOf(bar, parts)}
            onKeyDown={press}
            onFocus={() => setActive(at)}
            onPointerEnter={() => setActive(at)}
            onClick={() => setActive(at)}
            className={classNames(
              "flex min-w-0 flex-1 flex-col-reverse gap-px rounded-t-sm outline-offset-0",
              at === active && "bg-subtle",
            )}
          >
            {parts.map(({ id, colour }) => (
              <Part key={id} share={(bar.values[id] ?? 0) / highest} colour={colour} />
            ))}
          </button>
        ))}
      </fieldset>
      <p aria-hidden className="flex justify-between text-muted text-xs">
        <span>{bars[0]?.label}</span>
        <span>{bars.at(-1)?.label}</span>
      </p>
    </div>
  );
}

const highestOf = (bars: readonly Bar[]) => Math.max(0, ...bars.map(totalOf));

/** However small its share, what happened can be seen. */
function Part({ share, colour }: { share: number; colour: string }) {
  if (share === 0) return null;
  return <span aria-hidden className={colour} style={{ height: `${share * 100}%`, minHeight: "2px" }} />;
}

function sentenceOf(bar: Bar, parts: readonly BarPart[]): string {
  const total = totalOf(bar);
  const told = parts.filter(({ id }) => (bar.values[id] ?? 0) > 0);
  const shares = told.map(({ id, label }) => `${formatNumber(bar.values[id] ?? 0)} ${label.toLowerCase()}`);
  return `${bar.label}: ${total === 0 ? "none" : shares.join(", ")}`;
}

type FigureTableProps = StackedBarsProps & { sums: Readonly<Record<string, number>> };

function FigureTable({ label, parts, bars, barNoun, sums }: FigureTableProps) {
  const columns = [
    { header: barNoun },
    ...parts.map(({ label: header }) => ({ header, numeric: true })),
    { header: "Total", numeric: true },
  ];
  const rowOf = (name: string, values: Bar["values"]) => [
    name,
    ...parts.map(({ id }) => formatNumber(values[id] ?? 0)),
    formatNumber(Object.values(values).reduce((sum, value) => sum + value, 0)),
  ];
  const rows = [
    { key: "total", cells: rowOf("Total", sums) },
    ...[...bars].reverse().map((bar) => ({ key: bar.id, cells: rowOf(bar.label, bar.values) })),
  ];
  return <SmallTable label={label} columns={columns} rows={rows} />;
}

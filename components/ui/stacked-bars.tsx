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
  /** A name is said as it is written, before its figure: "Globex 1,204". */
  isName?: boolean;
};

export type Bar = {
  id: string;
  /** "22 Nov, 12:00": what the bar stands for. */
  label: string;
  /** By the ids of the parts. */
  values: Readonly<Record<string, number>>;
  /** What is written for them, where a number would lose digits. */
  texts?: Readonly<Record<string, string>>;
  /** What is written for all of them; undefined beside `texts`: they do not add up. */
  total?: string;
};

/** More bars than this stand without gaps, so that a phone has room for them. */
const GAPS_MAX = 100;

type StackedBarsProps = {
  /** The chart's accessible name. */
  label: string;
  /** From the bottom up. */
  parts: readonly BarPart[];
  /** Oldest first. */
  bars: readonly Bar[];
  /** The header of the table's first column: "Hour". */
  barNoun: string;
  /** What is written for the parts over all bars, by their ids; null when bars do not add up. Added up when left out. */
  sums?: Readonly<Record<string, string>> | null;
  /** What is written for everything, where `sums` are given. */
  total?: string;
};

/** Figures over time, stacked. One stop for the keyboard, arrows between the bars, and the same figures as a table. */
export function StackedBars(props: StackedBarsProps) {
  const { label, parts, bars } = props;
  const [asTable, setAsTable] = useState(false);
  const sums = props.sums === undefined ? sumsOf(parts, bars) : props.sums;
  return (
    <div className="grid min-w-0 gap-3">
      {asTable ? (
        <div className="max-h-96 overflow-y-auto">
          <FigureTable {...props} sums={sums} total={props.sums === undefined ? allOf(bars) : props.total} />
        </div>
      ) : (
        <Bars {...{ label, parts, bars }} />
      )}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <ul aria-label="Legend" className="flex min-w-0 flex-wrap gap-x-4 gap-y-1 text-xs">
          {parts.map(({ id, label: name, colour }) => (
            <li key={id} className="flex min-w-0 items-center gap-1.5">
              <span aria-hidden className={classNames("size-2.5 shrink-0 rounded-sm", colour)} />
              <span className="max-w-60 truncate">{name}</span>{" "}
              {sums ? <span className="text-muted tabular-nums">{sums[id] ?? "0"}</span> : null}
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

const sumsOf = (parts: readonly BarPart[], bars: readonly Bar[]): Record<string, string> =>
  Object.fromEntries(
    parts.map(({ id }) => [id, formatNumber(bars.reduce((sum, { values }) => sum + (values[id] ?? 0), 0))]),
  );

const allOf = (bars: readonly Bar[]): string => formatNumber(bars.reduce((sum, bar) => sum + totalOf(bar), 0));

const textOf = ({ values, texts }: Bar, id: string): string => texts?.[id] ?? formatNumber(values[id] ?? 0);

/** Undefined where the parts do not add up. */
const totalTextOf = (bar: Bar): string | undefined => (bar.texts ? bar.total : formatNumber(totalOf(bar)));

const totalOf = ({ values }: Bar) => Object.values(values).reduce((sum, value) => sum + value, 0);

type BarsProps = Pick<StackedBarsProps, "label" | "parts" | "bars"> & { small?: boolean };

/** The bars alone, for a place without room for a legend: what each stands for is told above them. */
export function Bars({ label, parts, bars, small }: BarsProps) {
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
        {told ? sentenceOf(told, parts) : <span className="text-muted">{highestText(bars)}</span>}
      </p>
      <fieldset
        ref={place}
        aria-label={label}
        className={classNames(
          "flex min-w-0 items-stretch border-b",
          small ? "h-12" : "h-40",
          bars.length <= GAPS_MAX && "gap-px",
        )}
      >
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

function highestText(bars: readonly Bar[]): string {
  const highest = bars.reduce<Bar | undefined>(
    (max, bar) => (!max || totalOf(bar) > totalOf(max) ? bar : max),
    undefined,
  );
  const total = highest ? totalTextOf(highest) : "0";
  return total === undefined ? `Highest on ${highest?.label}` : `Highest: ${total}`;
}

/** However small its share, what happened can be seen. */
function Part({ share, colour }: { share: number; colour: string }) {
  if (share === 0) return null;
  return <span aria-hidden className={colour} style={{ height: `${share * 100}%`, minHeight: "2px" }} />;
}

function sentenceOf(bar: Bar, parts: readonly BarPart[]): string {
  const told = parts.filter(({ id }) => (bar.values[id] ?? 0) > 0);
  const shares = told.map(({ id, label, isName }) =>
    isName ? `${label} ${textOf(bar, id)}` : `${textOf(bar, id)} ${label.toLowerCase()}`,
  );
  return `${bar.label}: ${shares.length === 0 ? "none" : shares.join(", ")}`;
}

type FigureTableProps = Omit<StackedBarsProps, "sums"> & { sums: Readonly<Record<string, string>> | null };

function FigureTable({ label, parts, bars, barNoun, sums, total }: FigureTableProps) {
  const hasTotals = bars.every((bar) => totalTextOf(bar) !== undefined) && parts.length > 1;
  const columns = [
    { header: barNoun },
    ...parts.map(({ label: header }) => ({ header, numeric: true })),
    ...(hasTotals ? [{ header: "Total", numeric: true }] : []),
  ];
  const rows = [...bars].reverse().map((bar) => ({
    key: bar.id,
    cells: [bar.label, ...parts.map(({ id }) => textOf(bar, id)), ...(hasTotals ? [totalTextOf(bar)] : [])],
  }));
  const whole = {
    key: "total",
    cells: ["Total", ...parts.map(({ id }) => sums?.[id] ?? "0"), ...(hasTotals ? [total] : [])],
  };
  return <SmallTable label={label} columns={columns} rows={sums ? [whole, ...rows] : rows} />;
}

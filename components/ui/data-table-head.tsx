"use client";

import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { CheckboxBox } from "./checkbox";
import { classNames } from "./class-names";

export type Column<Row> = {
  id: string;
  /** Also the label of the fact on a card. */
  header: string;
  cell: (row: Row) => ReactNode;
  /** The key in `?sort=`. Without it the column cannot be sorted. */
  sort?: string;
  /** The first click sorts descending: for times, where the newest matter. */
  newestFirst?: boolean;
  /** Numbers align right, with equal widths. */
  numeric?: boolean;
  /** Extra classes of head and cells, for widths. */
  className?: string;
};

/** As in the URL: "name", or "-last_used" for descending. */
export type Sort = string;

export type Selection = {
  selected: ReadonlySet<string>;
  onChange: (selected: ReadonlySet<string>) => void;
};

/** Spelled out because a browser may drop them when the narrow form changes how a table is displayed. */
export const ROLES = {
  table: { role: "table" },
  rows: { role: "rowgroup" },
  row: { role: "row" },
  head: { role: "columnheader" },
  rowHead: { role: "rowheader" },
  cell: { role: "cell" },
} as const;

const FIXED = "md:sticky md:z-10";
const FIRST_PLACE = "md:left-0";
/** Right of the boxes, which are 36 px wide. */
const SECOND_PLACE = "md:left-9";

/** Keeps the boxes and the names in view while the rest of a wide table scrolls by. */
export const STICKY = {
  box: `w-9 min-w-9 pr-0 ${FIXED} ${FIRST_PLACE}`,
  name: (afterBox: boolean) => `${FIXED} ${afterBox ? SECOND_PLACE : FIRST_PLACE}`,
} as const;
const HEAD_CELL =
  "h-8 whitespace-nowrap border-b bg-subtle px-2 text-left md:first:pl-3 md:last:pr-3 font-medium text-muted text-xs";

type TableHeadProps<Row> = {
  columns: readonly Column<Row>[];
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  selection?: Selection;
  ids: readonly string[];
  hasMenu: boolean;
};

export function TableHead<Row>({ columns, sort, onSort, selection, ids, hasMenu }: TableHeadProps<Row>) {
  return (
    <thead {...ROLES.rows} className="max-md:block">
      <tr {...ROLES.row} className="max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-1 max-md:pb-1">
        {selection ? (
          <th
            {...ROLES.head}
            className={classNames(
              HEAD_CELL,
              STICKY.box,
              "max-md:flex max-md:w-auto max-md:items-center max-md:border-0 max-md:bg-transparent max-md:pr-2 max-md:pl-3",
            )}
          >
            <SelectPage selection={selection} ids={ids} />
          </th>
        ) : null}
        {columns.map((column, index) => (
          <HeadCell
            key={column.id}
            {...{ column, sort, onSort }}
            place={index === 0 ? STICKY.name(Boolean(selection)) : ""}
          />
        ))}
        {hasMenu ? (
          <th {...ROLES.head} className={classNames(HEAD_CELL, "w-10 max-md:sr-only")}>
            <span className="sr-only">Actions</span>
          </th>
        ) : null}
      </tr>
    </thead>
  );
}

function SelectPage({ selection, ids }: { selection: Selection; ids: readonly string[] }) {
  const chosen = ids.filter((id) => selection.selected.has(id)).length;
  const all = ids.length > 0 && chosen === ids.length;
  return (
    <CheckboxBox
      label="Select this page"
      checked={all ? true : chosen > 0 ? "mixed" : false}
      onChange={() => {
        const next = new Set(selection.selected);
        for (const id of ids) all ? next.delete(id) : next.add(id);
        selection.onChange(next);
      }}
    />
  );
}

type HeadCellProps<Row> = { column: Column<Row>; sort?: Sort; onSort?: (sort: Sort) => void; place: string };

function HeadCell<Row>({ column, sort, onSort, place }: HeadCellProps<Row>) {
  const direction = sort === column.sort ? "ascending" : sort === `-${column.sort}` ? "descending" : "none";
  const look = classNames(HEAD_CELL, column.numeric && "md:text-right", place, column.className);
  if (!column.sort || !onSort) {
    return (
      <th {...ROLES.head} scope="col" className={classNames(look, "max-md:sr-only")}>
        {column.header}
      </th>
    );
  }
  const { sort: key, newestFirst } = column;
  const next = direction === "none" ? (newestFirst ? `-${key}` : key) : direction === "ascending" ? `-${key}` : key;
  const Arrow = direction === "ascending" ? ArrowUp : direction === "descending" ? ArrowDown : ArrowUpDown;
  return (
    <th
      {...ROLES.head}
      scope="col"
      aria-sort={direction === "none" ? undefined : direction}
      className={classNames(
        look,
        "max-md:flex max-md:h-auto max-md:w-auto max-md:border-0 max-md:bg-transparent max-md:p-0",
      )}
    >
      <button
        type="button"
        onClick={() => onSort(next)}
        className={classNames(
          "-mx-1.5 inline-flex min-h-6 items-center gap-1 rounded-sm px-1.5 hover:text-text max-md:mx-0 max-md:min-h-9 max-md:border max-md:bg-surface",
          direction !== "none" && "text-text",
        )}
      >
        {column.header}
        <Arrow aria-hidden className={classNames("size-3", direction === "none" && "opacity-50")} />
      </button>
    </th>
  );
}

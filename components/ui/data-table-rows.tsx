"use client";

import type { ReactNode } from "react";
import { CheckboxBox } from "./checkbox";
import { classNames } from "./class-names";
import { type Column, ROLES, type Selection, STICKY } from "./data-table-head";
import { Skeleton } from "./skeleton";

const CELL =
  "h-9 border-b px-2 py-1.5 md:first:pl-3 md:last:pr-3 text-left align-middle font-normal group-last:border-b-0";
const CARD =
  "max-md:relative max-md:mb-2 max-md:grid max-md:grid-cols-[7rem_1fr] max-md:rounded-lg max-md:border max-md:bg-surface max-md:p-3";
const FACT =
  "max-md:col-span-2 max-md:grid max-md:h-auto max-md:grid-cols-subgrid max-md:items-center max-md:border-0 max-md:px-0 max-md:py-1 max-md:before:text-muted max-md:before:text-xs max-md:before:content-[attr(data-label)]";
const TITLE = "max-md:col-span-2 max-md:block max-md:h-auto max-md:border-0 max-md:px-0 max-md:pt-0.5 max-md:pr-12";

const SELECT_CELL = "max-md:absolute max-md:top-2.5 max-md:left-3 max-md:h-auto max-md:border-0 max-md:p-0";
const MENU_CELL =
  "w-10 px-1.5 text-right max-md:absolute max-md:top-1 max-md:right-1 max-md:h-auto max-md:border-0 max-md:p-0";

type DataRowProps<Row> = {
  row: Row;
  id: string;
  name: string;
  columns: readonly Column<Row>[];
  selection?: Selection;
  menu?: ReactNode;
  detail?: ReactNode;
};

// Opaque, because other cells scroll by below the fixed ones.
const groundOf = (selected: boolean) =>
  selected ? "bg-accent-bg max-md:bg-transparent" : "bg-surface max-md:bg-transparent";

/** One row; the first column is its header, and on a card its title. */
export function DataRow<Row>({ row, id, name, columns, selection, menu, detail }: DataRowProps<Row>) {
  const selected = selection?.selected.has(id) ?? false;
  const span = columns.length + Number(Boolean(selection)) + Number(menu !== undefined);
  return (
    <>
      <tr
        {...ROLES.row}
        aria-selected={selection ? selected : undefined}
        className={classNames("group hover:*:bg-subtle max-md:hover:*:bg-transparent", CARD)}
      >
        {selection ? <SelectCell {...{ id, name, selection, selected }} /> : null}
        {columns.map((column, index) => (
          <ValueCell
            key={column.id}
            {...{ row, column, selected }}
            isTitle={index === 0}
            isSelectable={Boolean(selection)}
          />
        ))}
        {menu === undefined ? null : (
          <td {...ROLES.cell} className={classNames(CELL, MENU_CELL, groundOf(selected))}>
            {menu}
          </td>
        )}
      </tr>
      {detail ? (
        <tr {...ROLES.row} className="max-md:mb-2 max-md:block">
          <td
            {...ROLES.cell}
            colSpan={span}
            className="border-b bg-subtle p-3 max-md:block max-md:rounded-lg max-md:border"
          >
            {detail}
          </td>
        </tr>
      ) : null}
    </>
  );
}

type SelectCellProps = { id: string; name: string; selection: Selection; selected: boolean };

function SelectCell({ id, name, selection, selected }: SelectCellProps) {
  return (
    <td {...ROLES.cell} className={classNames(CELL, STICKY.box, SELECT_CELL, groundOf(selected))}>
      <CheckboxBox
        label={`Select ${name}`}
        checked={selected}
        onChange={() => selection.onChange(toggled(selection.selected, id))}
      />
    </td>
  );
}

type ValueCellProps<Row> = {
  row: Row;
  column: Column<Row>;
  selected: boolean;
  isTitle: boolean;
  isSelectable: boolean;
};

function ValueCell<Row>({ row, column, selected, isTitle, isSelectable }: ValueCellProps<Row>) {
  const look = classNames(
    CELL,
    isTitle ? TITLE : FACT,
    isTitle && isSelectable && "max-md:pl-8",
    column.numeric && "tabular-nums md:text-right",
    groundOf(selected),
    column.className,
  );
  if (isTitle) {
    return (
      <th {...ROLES.rowHead} scope="row" className={classNames(look, STICKY.name(isSelectable), "font-medium")}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td {...ROLES.cell} data-label={column.header} className={look}>
      <div className={classNames(column.numeric && "md:ml-auto", "min-w-0")}>{column.cell(row)}</div>
    </td>
  );
}

function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

const SKELETON_ROWS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** Rows in the shape of the table; their room is kept from the start, the grey comes after a moment. */
export function SkeletonRows<Row>({
  columns,
  extra,
  shown,
}: {
  columns: readonly Column<Row>[];
  extra: number;
  shown: boolean;
}) {
  return SKELETON_ROWS.map((row) => (
    <tr key={row} {...ROLES.row} aria-hidden className={classNames("group", CARD)}>
      {Array.from({ length: columns.length + extra }, (_, index) => (
        <td
          key={columns[index]?.id ?? `extra-${index}`}
          {...ROLES.cell}
          className={classNames(CELL, "max-md:col-span-2 max-md:h-auto max-md:border-0 max-md:px-0")}
        >
          <Skeleton className={classNames(index % 3 === 0 ? "w-3/5" : "w-2/5", !shown && "invisible")} />
        </td>
      ))}
    </tr>
  ));
}

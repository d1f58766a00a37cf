"use client";

import type { ReactNode } from "react";
import { type Column, ROLES, type Selection, type Sort, TableHead } from "./data-table-head";
import { DataRow, SkeletonRows } from "./data-table-rows";
import { ErrorNotice } from "./error-region";
import { ScrollRegion } from "./scroll-region";
import { useSkeleton } from "./skeleton";

type DataTableProps<Row> = {
  /** The table's accessible name: "API keys". */
  label: string;
  columns: readonly Column<Row>[];
  /** Undefined until the first answer. Rows stay visible while newer ones are fetched or could not be. */
  rows: readonly Row[] | undefined;
  rowId: (row: Row) => string;
  /** What the select and menu buttons call a row: its name. */
  rowName?: (row: Row) => string;
  pending: boolean;
  error?: unknown;
  /** "The keys could not be loaded." */
  errorTitle?: string;
  onRetry?: () => void;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  selection?: Selection;
  /** The last cell: an `ActionMenu`. */
  rowMenu?: (row: Row) => ReactNode;
  /** Opens below the row, over its whole width. */
  rowDetail?: (row: Row) => ReactNode;
  /** Stands in the table's place when there are no rows: an `EmptyState` or a `FilteredEmpty`. */
  empty: ReactNode;
};

/**
 * A list with loading, error, empty and narrow forms. One markup for all widths: below 768 px each row becomes a card
 * with the same facts; a table wider than its place scrolls inside its own region, with the first column fixed.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, pending, error, errorTitle, onRetry, sort, onSort, selection, rowId, rowName } = props;
  const skeleton = useSkeleton(pending && !rows);
  const waiting = !rows || skeleton;
  const failure = error ? <ErrorNotice error={error} title={errorTitle} onRetry={onRetry} /> : null;
  if (failure && !rows) return failure;
  if (!waiting && rows.length === 0) {
    return (
      <>
        {failure}
        <div className="rounded-lg border bg-surface">{props.empty}</div>
      </>
    );
  }
  const ids = waiting ? [] : rows.map(rowId);
  return (
    <div className="grid min-w-0 gap-3">
      {failure}
      <ScrollRegion label={`${label} table`} busy={waiting}>
        <table {...ROLES.table} aria-label={label} className="w-full border-separate border-spacing-0 max-md:block">
          <TableHead {...{ columns, sort, onSort, selection, ids }} hasMenu={Boolean(props.rowMenu)} />
          <tbody {...ROLES.rows} className="max-md:block">
            {waiting ? (
              <SkeletonRows
                shown={skeleton}
                columns={columns}
                extra={Number(Boolean(selection)) + Number(Boolean(props.rowMenu))}
              />
            ) : (
              rows.map((row) => (
                <DataRow
                  key={rowId(row)}
                  {...{ row, columns, selection }}
                  id={rowId(row)}
                  name={rowName?.(row) ?? rowId(row)}
                  menu={props.rowMenu?.(row)}
                  detail={props.rowDetail?.(row)}
                />
              ))
            )}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}

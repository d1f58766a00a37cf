import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { ScrollRegion } from "./scroll-region";

export type SmallColumn = {
  header: string;
  /** Numbers align right, with equal widths. */
  numeric?: boolean;
};

type SmallTableProps = {
  /** The table's accessible name. */
  label: string;
  columns: readonly SmallColumn[];
  /** Cells in the order of the columns; the first names its row. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
};

/** A few rows of facts or figures inside a card. Wider than its place, it scrolls there. */
export function SmallTable({ label, columns, rows }: SmallTableProps) {
  const look = (at: number) => classNames("px-2 py-1.5 first:pl-0 last:pr-0", columns[at]?.numeric && "text-right");
  return (
    <ScrollRegion label={`${label} table`} plain>
      <table aria-label={label} className="w-full">
        <thead>
          <tr className="border-b text-muted text-xs">
            {columns.map(({ header }, at) => (
              <th
                key={header}
                scope="col"
                className={classNames(look(at), !columns[at]?.numeric && "text-left", "font-medium")}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key} className="border-b last:border-b-0">
              {cells.map((cell, at) => {
                const column = columns[at];
                const cellLook = classNames(
                  look(at),
                  column?.numeric && "whitespace-nowrap tabular-nums",
                  "align-baseline",
                );
                return at === 0 ? (
                  <th key={column?.header} scope="row" className={classNames(cellLook, "text-left font-normal")}>
                    {cell}
                  </th>
                ) : (
                  <td key={column?.header} className={cellLook}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

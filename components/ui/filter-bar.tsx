import type { ReactNode } from "react";
import { Button } from "./button";

type FilterBarProps = { isFiltered: boolean; onClear: () => void; children: ReactNode };

/** The fields of a list's filters: two beside each other on a phone, in a row elsewhere; then what takes all of them back. */
export function FilterBar({ isFiltered, onClear, children }: FilterBarProps) {
  return (
    <div className="grid grid-cols-2 items-end gap-2 md:flex md:flex-wrap">
      {children}
      {isFiltered ? (
        <Button variant="quiet" className="justify-self-start" onClick={onClear}>
          Clear filters
        </Button>
      ) : null}
    </div>
  );
}

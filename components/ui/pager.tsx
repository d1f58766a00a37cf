"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { SelectField } from "./select";

export const PAGE_SIZES = [25, 50, 100] as const;

type PagerProps = {
  /** Null when this is the newest page. */
  onNewer: (() => void) | null;
  /** Null when nothing older is left. */
  onOlder: (() => void) | null;
  size?: number;
  onSize?: (size: number) => void;
  /** Left side: a cheap total, or what is hidden. */
  children?: ReactNode;
};

/** Keyset pages. There are no page numbers: rows may be added while one reads, and none may be repeated. */
export function Pager({ onNewer, onOlder, size, onSize, children }: PagerProps) {
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-muted">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">{children}</div>
      <div className="flex flex-wrap items-center gap-2">
        {onSize ? (
          <SelectField
            label="Rows a page"
            labelHidden
            name="size"
            value={String(size)}
            onChange={(event) => onSize(Number(event.target.value))}
            options={PAGE_SIZES.map((each) => ({ value: String(each), label: `${each} rows` }))}
          />
        ) : null}
        <Button
          icon={ChevronLeft}
          disabledBecause={onNewer ? null : "This is the first page."}
          onClick={() => onNewer?.()}
        >
          Newer
        </Button>
        <Button disabledBecause={onOlder ? null : "This is the last page."} onClick={() => onOlder?.()}>
          Older
          <ChevronRight aria-hidden className="size-4" />
        </Button>
      </div>
    </nav>
  );
}

"use client";

import { useEffect, useRef, useState } from "react";

export type Row<Value> = {
  /** Its place in the names of its fields, kept when a row before it is removed. */
  number: number;
  /** What it starts with; undefined for a row that was added just now. */
  value?: Value;
};

/** Rows of a form that can be added and removed. The focus goes into a new row, and after a removal to the button that adds. */
export function useRows<Value>(initial: readonly Value[], onChange: () => void) {
  const [rows, setRows] = useState<readonly Row<Value>[]>(() =>
    initial.map((value, at) => ({ number: at + 1, value })),
  );
  const addButton = useRef<HTMLButtonElement>(null);
  const changed = useRef(false);
  const tell = useRef(onChange);
  tell.current = onChange;

  // After the rows are on the page, so that whoever hears of it can read them there.
  useEffect(() => {
    if (changed.current && rows) tell.current();
  }, [rows]);

  const set = (next: readonly Row<Value>[]) => {
    changed.current = true;
    setRows(next);
  };
  return {
    rows,
    addButton,
    add: () => set([...rows, { number: Math.max(0, ...rows.map(({ number }) => number)) + 1 }]),
    remove: (number: number) => {
      set(rows.filter((row) => row.number !== number));
      addButton.current?.focus();
    },
  };
}

/** Give the element of a row this ref: a new row takes the focus into its first control. */
export function useRowFocus<Element extends HTMLElement>(row: Row<unknown>) {
  const place = useRef<Element>(null);
  const isNew = row.value === undefined;
  useEffect(() => {
    const first = isNew ? place.current?.querySelector("input, select, textarea") : null;
    if (first instanceof HTMLElement) first.focus();
  }, [isNew]);
  return place;
}

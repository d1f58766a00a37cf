"use client";

import { Search } from "lucide-react";
import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from "react";
import { classNames } from "./class-names";
import { CONTROL } from "./field";

const SETTLE_MS = 250;

type SearchFieldProps = {
  /** Placeholder and accessible name: "Search name, note or hint". */
  label: string;
  /** As in the URL. */
  value: string;
  /** After 250 ms without typing. */
  onChange: (text: string) => void;
  /** Rewrites what was typed before it leaves the field, such as cutting a whole key to its hint. */
  accept?: (typed: string) => string;
  /** Said below the field. */
  notice?: ReactNode;
};

/** The search of a list; `/` moves the focus here. */
export function SearchField({ label, value, onChange, accept, notice }: SearchFieldProps) {
  const id = useId();
  const [text, setText] = useState(value);
  const sent = useRef(value);

  useEffect(() => {
    // The URL changed by Back, or by "Clear filters".
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);

  const settle = useCallback(
    (typed: string) => {
      if (typed === sent.current) return;
      sent.current = typed;
      onChange(typed);
    },
    [onChange],
  );

  useEffect(() => {
    if (text === sent.current) return;
    const settling = setTimeout(() => settle(text), SETTLE_MS);
    return () => clearTimeout(settling);
  }, [text, settle]);

  return (
    <div className="grid min-w-0 flex-1 basis-56 gap-1 md:max-w-80">
      <div className="relative">
        <Search aria-hidden className="pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4 text-muted" />
        <input
          type="search"
          aria-label={label}
          aria-describedby={notice ? id : undefined}
          placeholder={label}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={text}
          // At once: a change of the URL that comes late would call off a navigation that began meanwhile.
          onBlur={() => settle(text)}
          onChange={(event) => setText(accept ? accept(event.target.value) : event.target.value)}
          className={classNames(CONTROL, "pl-8")}
        />
      </div>
      <p id={id} role="status" className={notice ? "text-muted" : "sr-only"}>
        {notice}
      </p>
    </div>
  );
}

"use client";

import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { TextField } from "./text-field";

type DecimalFieldProps = Omit<ComponentProps<typeof TextField>, "after" | "mono" | "type"> & {
  /** Stands at the right end of the control: "USD". */
  unit?: string;
  /** For counts: phones show a keypad without a point. */
  whole?: boolean;
};

/** An amount or a quantity as text. Not `type="number"`: browsers round what it holds, and change it by the wheel. */
export function DecimalField({ unit, whole, className, ...field }: DecimalFieldProps) {
  return (
    <TextField
      inputMode={whole ? "numeric" : "decimal"}
      spellCheck={false}
      {...field}
      className={classNames("tabular-nums", unit && "pr-14", className)}
      after={unit ? <span className="pr-2 text-muted text-xs">{unit}</span> : undefined}
    />
  );
}

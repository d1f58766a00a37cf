"use client";

import { Plus, Trash2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { DecimalField } from "@/components/ui/decimal-field";
import { IconButton } from "@/components/ui/icon-button";
import { useRows } from "@/components/ui/use-rows";
import { PRICING_TIERS_MAX } from "@/lib/domain/pricing";
import { quantityText } from "@/lib/money-format";
import type { DraftTier } from "./price-form";

const TWO_TIERS = [{}, {}] as const;

type TierRowsProps = {
  /** As the form holds them now, for where each begins. */
  tiers: readonly DraftTier[];
  /** A tier was added or removed. */
  onChange: () => void;
};

/** Tiers without gaps: where one ends is typed, where the next begins follows. The last is open. */
export function TierRows({ tiers, onChange }: TierRowsProps) {
  const { rows, addButton, add, remove } = useRows<unknown>(TWO_TIERS, onChange);
  const place = useEndFocus(rows.length);
  const full = rows.length >= PRICING_TIERS_MAX;
  return (
    <div ref={place} className="grid gap-4">
      {rows.map(({ number }, at) => (
        <TierRow
          key={number}
          number={number}
          position={at + 1}
          begins={tiers.find((tier) => tier.number === String(number))?.minQty ?? null}
          isLast={at === rows.length - 1}
          onRemove={rows.length > 1 ? () => remove(number) : null}
        />
      ))}
      <div>
        <Button
          ref={addButton}
          icon={Plus}
          disabledBecause={full ? `A price has at most ${PRICING_TIERS_MAX} tiers.` : null}
          onClick={add}
        >
          Add tier
        </Button>
      </div>
    </div>
  );
}

/** A new tier opens behind the last one, which now needs an end: there the focus goes. */
function useEndFocus(count: number) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) {
      const ends = [...(place.current?.querySelectorAll("fieldset") ?? [])].at(-2);
      ends?.querySelector("input")?.focus();
    }
    before.current = count;
  }, [count]);
  return place;
}

type TierRowProps = {
  number: number;
  position: number;
  /** Null while it is not known. */
  begins: string | null;
  isLast: boolean;
  /** Null for the only one. */
  onRemove: (() => void) | null;
};

function TierRow({ number, position, begins, isLast, onRemove }: TierRowProps) {
  const field = (name: string) => `pricingTiers.${number}.${name}`;
  return (
    <fieldset className="grid min-w-0 gap-x-4 gap-y-2 rounded-lg border p-4">
      <legend className="sr-only">Tier {position}</legend>
      <div className="flex items-center justify-between gap-2">
        <p className="font-medium tabular-nums">
          {begins === null ? "From …" : `From ${quantityText(begins)}`}
          {isLast ? " and above" : ""}
        </p>
        {onRemove ? <IconButton icon={Trash2} label={`Remove tier ${position}`} small onClick={onRemove} /> : null}
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        {/* Kept in the form while the tier is the last, so that removing the one behind it brings its end back. */}
        <div hidden={isLast}>
          <DecimalField label="Up to" name={field("maxQty")} whole />
        </div>
        <DecimalField label="Each unit" name={field("unitAmount")} />
        <DecimalField label="Flat fee" name={field("flatAmount")} optional />
      </div>
    </fieldset>
  );
}

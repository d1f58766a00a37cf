"use client";

import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DecimalField } from "@/components/ui/decimal-field";
import { SelectField } from "@/components/ui/select";
import { type Row, useRowFocus, useRows } from "@/components/ui/use-rows";
import type { PlanJson } from "@/lib/api/schemas/plans";
import { PLAN_ITEMS_MAX } from "@/lib/domain/plan";
import { chargeWords, intervalWords } from "../prices/price-words";
import type { Pricings } from "./plan-form";

type Item = PlanJson["items"][number];

type ItemRowsProps = {
  pricings: Pricings;
  items: readonly Item[];
  currency: string | null;
  /** An item was added or removed. */
  onChange: () => void;
};

/** The prices of a plan, in the order of its invoices' lines. */
export function ItemRows({ pricings, items, currency, onChange }: ItemRowsProps) {
  const { rows, addButton, add, remove } = useRows(items, onChange);
  const full = rows.length >= PLAN_ITEMS_MAX;
  return (
    <div className="grid gap-4">
      {rows.map((row, at) => (
        <ItemRow
          key={row.number}
          {...{ row, pricings, currency }}
          position={at + 1}
          onRemove={rows.length > 1 ? () => remove(row.number) : null}
        />
      ))}
      <div>
        <Button
          ref={addButton}
          icon={Plus}
          disabledBecause={full ? `A plan has at most ${PLAN_ITEMS_MAX} prices.` : null}
          onClick={add}
        >
          Add price
        </Button>
      </div>
    </div>
  );
}

type ItemRowProps = {
  row: Row<Item>;
  pricings: Pricings;
  currency: string | null;
  position: number;
  /** Null for the only one. */
  onRemove: (() => void) | null;
};

function ItemRow({ row, pricings, currency, position, onRemove }: ItemRowProps) {
  const [chosen, setChosen] = useState(row.value?.pricingId ?? "");
  const place = useRowFocus<HTMLFieldSetElement>(row);
  const field = (name: string) => `items.${row.number}.${name}`;
  const pricing = pricings.get(chosen);
  const options = [...pricings.values()].map(({ id, name, productName }) => ({
    value: id,
    label: `${name} · ${productName}`,
  }));
  return (
    <fieldset ref={place} className="grid min-w-0 gap-4 rounded-lg border p-4">
      <legend className="sr-only">Price {position}</legend>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <SelectField
          label="Price"
          name={field("pricingId")}
          options={[{ value: "", label: "Choose a price" }, ...options]}
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
        />
        <div hidden={pricing?.model === "USAGE"}>
          <DecimalField label="Quantity" name={field("quantity")} whole defaultValue={row.value?.quantity ?? 1} />
        </div>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="min-w-0 text-muted [overflow-wrap:anywhere]">
          {pricing ? `${chargeWords(pricing, currency)}. ${intervalWords(pricing)}.` : null}
        </p>
        {onRemove ? (
          <Button variant="quiet" icon={Trash2} aria-label={`Remove price ${position}`} onClick={onRemove}>
            Remove
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

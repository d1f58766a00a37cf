"use client";

import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { type Row, useRowFocus, useRows } from "@/components/ui/use-rows";
import { METER_PROPERTY_FILTERS_MAX } from "@/lib/domain/meter";
import { needsValues } from "./meter-form";

const CONDITION_OPTIONS = [
  { value: "include", label: "is one of" },
  { value: "exclude", label: "is none of" },
  { value: "present", label: "is present" },
  { value: "absent", label: "is absent" },
] as const;

/** Any number of conditions on the properties of an event; all of them must hold. */
export function FilterRows({ onChange }: { onChange: () => void }) {
  const { rows, addButton, add, remove } = useRows<never>([], onChange);
  const full = rows.length >= METER_PROPERTY_FILTERS_MAX;
  return (
    <div className="grid gap-4">
      {rows.map((row, at) => (
        <FilterRow key={row.number} row={row} position={at + 1} onRemove={() => remove(row.number)} />
      ))}
      <div>
        <Button
          ref={addButton}
          icon={Plus}
          disabledBecause={full ? `A meter has at most ${METER_PROPERTY_FILTERS_MAX} filters.` : null}
          onClick={add}
        >
          Add filter
        </Button>
      </div>
    </div>
  );
}

type FilterRowProps = { row: Row<never>; position: number; onRemove: () => void };

function FilterRow({ row, position, onRemove }: FilterRowProps) {
  const [condition, setCondition] = useState<string>("include");
  const place = useRowFocus<HTMLFieldSetElement>(row);
  const field = (name: string) => `propertyFilters.${row.number}.${name}`;
  return (
    <fieldset ref={place} className="grid min-w-0 gap-4 rounded-lg border p-4">
      <legend className="sr-only">Filter {position}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="Property" name={field("name")} mono autoCapitalize="none" spellCheck={false} />
        <SelectField
          label="Condition"
          name={field("condition")}
          options={CONDITION_OPTIONS}
          value={condition}
          onChange={(event) => setCondition(event.target.value)}
        />
      </div>
      <div hidden={!needsValues(condition)}>
        <TextArea
          label="Values"
          name={field("values")}
          rows={2}
          mono
          autoCapitalize="none"
          spellCheck={false}
          help="One value a line. 1, 1.0 and the text “1” are equal."
        />
      </div>
      <div>
        <Button variant="quiet" icon={Trash2} aria-label={`Remove filter ${position}`} onClick={onRemove}>
          Remove
        </Button>
      </div>
    </fieldset>
  );
}

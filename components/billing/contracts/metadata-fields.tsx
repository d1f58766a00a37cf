"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { FieldFault } from "@/components/ui/field";
import { useFormState } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { type Row, useRowFocus, useRows } from "@/components/ui/use-rows";
import { METADATA_KEYS_MAX } from "@/lib/domain/contract";
import { kindOf } from "./metadata-form";

type Entry = readonly [key: string, value: string | number | boolean];

type MetadataFieldsProps = {
  metadata?: Readonly<Record<string, Entry[1]>>;
  /** A row came or went. */
  onChange: () => void;
};

const KINDS = [
  { value: "text", label: "Text" },
  { value: "number", label: "Number" },
  { value: "boolean", label: "True or false" },
];

/** Any facts of one's own, by name. */
export function MetadataFields({ metadata = {}, onChange }: MetadataFieldsProps) {
  const { rows, addButton, add, remove } = useRows<Entry>(Object.entries(metadata), onChange);
  const { faults } = useFormState();
  const isFull = rows.length >= METADATA_KEYS_MAX;
  return (
    <div className="grid gap-4">
      {rows.map((row, at) => (
        <EntryFields key={row.number} row={row} position={at + 1} onRemove={() => remove(row.number)} />
      ))}
      {faults.metadata ? <FieldFault>{faults.metadata}</FieldFault> : null}
      <div>
        <Button
          ref={addButton}
          icon={Plus}
          disabledBecause={isFull ? `Metadata has at most ${METADATA_KEYS_MAX} entries.` : null}
          onClick={add}
        >
          Add entry
        </Button>
      </div>
    </div>
  );
}

type EntryFieldsProps = { row: Row<Entry>; position: number; onRemove: () => void };

function EntryFields({ row, position, onRemove }: EntryFieldsProps) {
  const [key, value] = row.value ?? ["", ""];
  const field = (name: string) => `metadata.${row.number}.${name}`;
  const group = useRowFocus<HTMLFieldSetElement>(row);
  return (
    <fieldset ref={group} className="grid min-w-0 items-start gap-2 sm:grid-cols-[1fr_8rem_1fr_auto]">
      <legend className="sr-only">Entry {position}</legend>
      <TextField label="Name" name={field("key")} defaultValue={key} />
      <SelectField label="Kind" name={field("kind")} options={KINDS} defaultValue={kindOf(value)} />
      <TextField label="Value" name={field("value")} defaultValue={String(value)} />
      <Button
        variant="quiet"
        icon={Trash2}
        aria-label={`Remove entry ${position}`}
        onClick={onRemove}
        className="justify-self-start sm:mt-6"
      >
        Remove
      </Button>
    </fieldset>
  );
}

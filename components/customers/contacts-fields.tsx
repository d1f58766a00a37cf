"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { SelectField } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { type Row, useRowFocus, useRows } from "@/components/ui/use-rows";
import type { CustomerJson } from "@/lib/api/schemas/customers";
import { CONTACTS_MAX } from "@/lib/domain/customer";
import { RECIPIENT_OPTIONS, ROLE_OPTIONS } from "./contact-words";

type Contact = CustomerJson["contacts"][number];

type ContactsFieldsProps = {
  contacts?: readonly Contact[];
  /** A contact was added or removed. */
  onChange: () => void;
};

/** Any number of contacts, each with the mail it gets. */
export function ContactsFields({ contacts = [], onChange }: ContactsFieldsProps) {
  const { rows, addButton, add, remove } = useRows(contacts, onChange);
  const full = rows.length >= CONTACTS_MAX;
  return (
    <div className="grid gap-4">
      {rows.map((row, at) => (
        <ContactFields key={row.number} row={row} position={at + 1} onRemove={() => remove(row.number)} />
      ))}
      <div>
        <Button
          ref={addButton}
          icon={Plus}
          disabledBecause={full ? `A customer has at most ${CONTACTS_MAX} contacts.` : null}
          onClick={add}
        >
          Add contact
        </Button>
      </div>
    </div>
  );
}

type ContactFieldsProps = { row: Row<Contact>; position: number; onRemove: () => void };

function ContactFields({ row, position, onRemove }: ContactFieldsProps) {
  const { number, value: contact } = row;
  const field = (name: string) => `contacts.${number}.${name}`;
  const group = useRowFocus<HTMLFieldSetElement>(row);
  return (
    <fieldset ref={group} className="grid min-w-0 gap-4 rounded-lg border p-4">
      <legend className="sr-only">Contact {position}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="Name" name={field("name")} optional defaultValue={contact?.name} />
        <TextField
          label="Email"
          name={field("email")}
          type="email"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={contact?.email}
        />
      </div>
      <CheckboxGroup label="Roles" name={field("roles")} options={ROLE_OPTIONS} defaultValue={contact?.roles} />
      <div className="flex flex-wrap items-end justify-between gap-2">
        <SelectField
          label="Gets mail as"
          name={field("emailRecipientType")}
          options={RECIPIENT_OPTIONS}
          defaultValue={contact?.emailRecipientType ?? "to"}
        />
        <Button variant="quiet" icon={Trash2} aria-label={`Remove contact ${position}`} onClick={onRemove}>
          Remove
        </Button>
      </div>
    </fieldset>
  );
}

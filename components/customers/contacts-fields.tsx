"use client";

import { Plus, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { SelectField } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { CustomerJson } from "@/lib/api/schemas/customers";
import { CONTACTS_MAX } from "@/lib/domain/customer";
import { RECIPIENT_OPTIONS, ROLE_OPTIONS } from "./contact-words";

type Contact = CustomerJson["contacts"][number];
type Entry = { number: number; contact?: Contact };

type ContactsFieldsProps = {
  contacts?: readonly Contact[];
  /** A contact was added or removed. */
  onChange: () => void;
};

/** Any number of contacts, each with the mail it gets. */
export function ContactsFields({ contacts = [], onChange }: ContactsFieldsProps) {
  const [entries, setEntries] = useState<readonly Entry[]>(() =>
    contacts.map((contact, at) => ({ number: at + 1, contact })),
  );
  const add = useRef<HTMLButtonElement>(null);
  const full = entries.length >= CONTACTS_MAX;
  const append = () => {
    setEntries([...entries, { number: (entries.at(-1)?.number ?? 0) + 1 }]);
    onChange();
  };
  const remove = (number: number) => {
    setEntries(entries.filter((entry) => entry.number !== number));
    onChange();
    add.current?.focus();
  };
  return (
    <div className="grid gap-4">
      {entries.map((entry, at) => (
        <ContactFields key={entry.number} entry={entry} position={at + 1} onRemove={() => remove(entry.number)} />
      ))}
      <div>
        <Button
          ref={add}
          icon={Plus}
          disabledBecause={full ? `A customer has at most ${CONTACTS_MAX} contacts.` : null}
          onClick={append}
        >
          Add contact
        </Button>
      </div>
    </div>
  );
}

type ContactFieldsProps = { entry: Entry; position: number; onRemove: () => void };

function ContactFields({ entry: { number, contact }, position, onRemove }: ContactFieldsProps) {
  const field = (name: string) => `contacts.${number}.${name}`;
  const group = useRef<HTMLFieldSetElement>(null);
  const isNew = contact === undefined;
  useEffect(() => {
    if (isNew) group.current?.querySelector("input")?.focus();
  }, [isNew]);
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

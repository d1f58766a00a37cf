"use client";

import { EditableCard } from "@/components/shell/editable-card";
import { useWriteRefusal } from "@/components/shell/use-write-refusal";
import { CopyText } from "@/components/ui/copy-text";
import type { CustomerJson } from "@/lib/api/schemas/customers";
import { RECIPIENT_WORDS, ROLE_WORDS } from "./contact-words";
import { ContactsFields } from "./contacts-fields";
import { contactsForm } from "./customer-form";
import { useChangeCustomer } from "./use-change-customer";

export function CustomerContacts({ customer }: { customer: CustomerJson }) {
  const refusal = useWriteRefusal("customers");
  const change = useChangeCustomer(customer.id);
  return (
    <EditableCard
      title="Contacts"
      refusal={refusal}
      schema={contactsForm}
      save={change}
      fields={(touch) => <ContactsFields contacts={customer.contacts} onChange={touch} />}
    >
      {customer.contacts.length === 0 ? (
        <p className="text-muted">No contacts.</p>
      ) : (
        <ul className="grid gap-3">
          {customer.contacts.map((contact, at) => (
            // One address may stand there twice, with other roles.
            <li key={`${contact.email}-${at}`} className="grid min-w-0 gap-0.5">
              {contact.name ? <span className="font-medium [overflow-wrap:anywhere]">{contact.name}</span> : null}
              <CopyText text={contact.email} thing="email" owner={contact.name} wraps />
              <span className="text-muted">
                {contact.roles.map((role) => ROLE_WORDS[role]).join(", ")}, mail as{" "}
                {RECIPIENT_WORDS[contact.emailRecipientType]}
              </span>
            </li>
          ))}
        </ul>
      )}
    </EditableCard>
  );
}

import type { CustomerJson } from "@/lib/api/schemas/customers";

const BILLING_ROLES = ["billing", "accounts_payable"] as const;

/** Whom the invoice is for, as a letter has it: legal name, address, and the people who deal with bills. */
export function BillTo({ customer }: { customer: CustomerJson | undefined }) {
  if (!customer) return <div />;
  const { name, legalName, billingAddress: address, contacts } = customer;
  const people = contacts.filter(({ roles }) => BILLING_ROLES.some((role) => roles.includes(role)));
  return (
    <div className="grid min-w-0 [overflow-wrap:anywhere]">
      <p className="text-muted">Bill to</p>
      <p className="font-semibold">{legalName ?? name}</p>
      {legalName && legalName !== name ? <p>{name}</p> : null}
      {address ? (
        <address className="grid not-italic">
          <span>{address.address1}</span>
          {address.address2 ? <span>{address.address2}</span> : null}
          <span>{[address.postalCode, address.city, address.region].filter(Boolean).join(" ")}</span>
          <span>{new Intl.DisplayNames("en", { type: "region" }).of(address.country) ?? address.country}</span>
        </address>
      ) : null}
      {people.map((person) => (
        <p key={person.email}>{person.name ? `${person.name}, ${person.email}` : person.email}</p>
      ))}
    </div>
  );
}

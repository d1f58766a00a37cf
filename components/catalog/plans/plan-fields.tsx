"use client";

import { DecimalField } from "@/components/ui/decimal-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { PlanJson } from "@/lib/api/schemas/plans";
import { CURRENCY_DEFAULT, NET_TERMS_DEFAULT } from "@/lib/domain/plan";
import { amountOfCents } from "@/lib/money-format";
import { CurrencyField } from "./currency-field";

/** Name, description, currency and net terms. */
export function DetailsFields({ plan }: { plan?: PlanJson }) {
  return (
    <>
      <TextField label="Name" name="name" defaultValue={plan?.name} />
      <TextArea label="Description" name="description" optional rows={2} defaultValue={plan?.description ?? ""} />
      <div className="grid gap-4 sm:grid-cols-2">
        <CurrencyField defaultValue={plan?.currency ?? CURRENCY_DEFAULT} />
        <DecimalField
          label="Net terms"
          name="netTerms"
          whole
          unit="days"
          help="From an invoice’s date until it is due."
          defaultValue={plan?.netTerms ?? NET_TERMS_DEFAULT}
        />
      </div>
    </>
  );
}

type CreditFieldsProps = {
  plan?: PlanJson;
  /** As chosen in the form. */
  currency: string;
};

/** An allowance that pays invoices before the customer does. */
export function CreditFields({ plan, currency }: CreditFieldsProps) {
  const shown = (cents: number | null | undefined) =>
    plan && typeof cents === "number" ? amountOfCents(cents, plan.currency) : "";
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <DecimalField
        label="Included credit"
        name="creditGrant"
        optional
        unit={currency}
        help="Granted once per contract, and not invoiced."
        defaultValue={shown(plan?.creditGrantCents)}
      />
      <DecimalField
        label="One credit is worth"
        name="creditRate"
        optional
        unit={currency}
        help="Shows the allowance in credits too."
        defaultValue={shown(plan?.creditSettings?.creditRateCents)}
      />
    </div>
  );
}
